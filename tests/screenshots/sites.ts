/** The sites that are looked at: the one of a content folder, and the same with a page for each component. */
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadSite } from "../../src/content/load-site.ts";
import { programFolder } from "../../src/cli/options.ts";
import { editionsOf } from "../../src/model/edition.ts";
import { openLayouts } from "../../src/output/layouts.ts";
import { entriesOf } from "../../src/output/page-types.ts";
import { componentExamples } from "../support/component-examples.ts";
import { runCommand } from "../support/run-command.ts";
import { serveSite } from "../support/site-server.ts";
import type { SiteServer } from "../support/site-server.ts";
import { rowsOf } from "./rows.ts";
import type { Row } from "./rows.ts";

/**
 * The rows of the site that citizens read, in each of its languages.
 *
 * @throws the file system's own error if `content` cannot be listed
 */
export async function contentRows(content: string): Promise<readonly Row[]> {
  const layouts = openLayouts(join(programFolder, "layouts"));
  const { site } = await loadSite(content, { layouts: layouts.names, languages: layouts.languages, drafts: false });
  const [own, ...others] = editionsOf(site);
  const translated = others.flatMap((edition) => {
    const entries = entriesOf(edition, layouts.text);
    // What somebody has translated shows more of a language than what nobody has.
    const rows = rowsOf(entries.filter(({ isFallback }) => !isFallback));
    const names = new Set(rows.map(({ name }) => name));
    const others = rowsOf(entries).filter(({ name }) => !names.has(name));
    return [...rows, ...others].map((row) => inLanguage(row, edition.settings.lang));
  });
  return [...rowsOf(entriesOf(own, layouts.text)), ...translated];
}

/** The row of the same kind of page in another language, which has a folder of its own. */
function inLanguage(row: Row, lang: string): Row {
  const language = new Intl.DisplayNames("en-GB", { type: "language" }).of(lang) ?? lang;
  return { ...row, name: `${row.name}-${lang}`, title: `${row.title}, in ${language}`, path: `/${lang}${row.path}` };
}

/** The row of a component's page. */
export function componentRow({ name, title }: { readonly name: string; readonly title: string }): Row {
  return { name: `component-${name}`, title, type: "article", path: `/component-${name}/` };
}

/** What content itself seldom shows: a page for each component, a draft, a hub with nothing in it. */
export function exampleRows(): readonly Row[] {
  return [
    { name: "draft", title: "Draft", type: "article", path: "/component-draft/" },
    { name: "empty-hub", title: "Hub with nothing in it", type: "hub", path: "/component-empty-hub/" },
    ...componentExamples.map(componentRow),
  ];
}

/** Puts the content and the pages of `exampleRows` into a folder. Links of the examples lead to pages of the content. */
export function writeExampleContent(content: string, folder: string): void {
  cpSync(content, folder, { recursive: true });
  const add = (file: string, fields: Readonly<Record<string, string | number | boolean>>, body = "") => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    const lines = Object.entries(fields).map(([field, value]) => `${field}: ${JSON.stringify(value)}`);
    writeFileSync(join(folder, file), ["---", ...lines, "---", "", body].join("\n"));
  };
  const listed = { subtitle: "An example", hub: "components" };
  const hub = { type: "hub", subtitle: "An example" };
  add("components/index.md", { ...hub, title: "Components", name: "components", hub: "home", position: 99 });
  add("component-empty-hub/index.md", { ...hub, ...listed, title: "Empty hub", name: "empty-hub", position: 1 });
  const draft = { ...listed, type: "article", title: "A page that is not published yet", draft: true, position: 2 };
  add("component-draft.md", draft, "Its words.\n");
  for (const [index, { name, title, source }] of componentExamples.entries()) {
    add(`component-${name}.md`, { ...listed, type: "article", title, position: index + 3 }, source);
  }
}

/**
 * Builds a site with the command that people use, and serves it. Close it when done.
 *
 * @returns `null` if the command does not publish: it has said why
 */
export async function buildAndServe(content: string, output: string, drafts: boolean): Promise<SiteServer | null> {
  const words = ["--content", content, "--output", output, "--path-prefix", "/", ...(drafts ? ["--drafts"] : [])];
  const { exitCode, stderr } = await runCommand(["build", ...words]);
  if (exitCode === 0) return serveSite(output, "/");
  process.stderr.write(stderr);
  return null;
}
