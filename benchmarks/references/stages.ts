/** Takes a content folder as far as a build does before it prints, once, and says how much computing each stage took. */
import { join } from "node:path";
import { programFolder } from "../../src/cli/options.ts";
import { codeRegister } from "../../src/content/error-references.ts";
import { loadSite } from "../../src/content/load-site.ts";
import { pagesOf } from "../../src/model/site.ts";
import { catalogueFiles } from "../../src/output/error-catalogue.ts";
import { openLayouts } from "../../src/output/layouts.ts";
import { entriesOf } from "../../src/output/page-types.ts";
import { referenceEntries } from "../../src/output/reference-pages.ts";

/** Seconds of computing by stage, of all threads, and how much came of it. */
export interface Stages {
  readonly seconds: Readonly<Record<"load" | "register" | "referencePages" | "entries" | "catalogue", number>>;
  readonly references: number;
  /** Bytes of `api/errors.json`. */
  readonly catalogueBytes: number;
}

const [content = ""] = process.argv.slice(2);
const layouts = openLayouts(join(programFolder, "layouts"));

const load = await timed(() =>
  loadSite(content, {
    layouts: layouts.names,
    languages: layouts.languages,
    drafts: false,
    url: "https://example.org/",
  }),
);
const { site } = load.result;
// It has run while the site was loaded: this is the same again.
const register = await timed(() => codeRegister(pagesOf(site), site.settings, site.registeredCodes));
// So do these pages, with all others, in the next stage.
const referencePages = await timed(() => referenceEntries(site, layouts.text));
const entries = await timed(() => entriesOf(site, layouts.text));
const catalogue = await timed(() => catalogueFiles(site, entries.result));

const [all] = catalogue.result;
const stages: Stages = {
  seconds: {
    load: load.seconds,
    register: register.seconds,
    referencePages: referencePages.seconds,
    entries: entries.seconds,
    catalogue: catalogue.seconds,
  },
  references: register.result.errorReferences.length,
  catalogueBytes: Buffer.byteLength(all?.content ?? ""),
};
process.stdout.write(JSON.stringify(stages));

async function timed<Result>(step: () => Result | Promise<Result>) {
  const before = process.cpuUsage();
  const result = await step();
  const { user, system } = process.cpuUsage(before);
  return { result, seconds: (user + system) / 1e6 };
}
