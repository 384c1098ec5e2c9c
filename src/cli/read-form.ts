import { statSync } from "node:fs";
import { join } from "node:path";
import { loadSite } from "../content/load-site.ts";
import type { SiteOptions } from "../model/settings.ts";
import type { Site } from "../model/site.ts";
import { buildAssets } from "../output/assets.ts";
import { openLayouts } from "../output/layouts.ts";
import { commitOf } from "./commit.ts";
import { exitCodes } from "./exit-codes.ts";
import { nameOfFolder } from "./folder-name.ts";
import { formOfSite } from "./form-of-site.ts";
import type { FormOfSite } from "./form-of-site.ts";
import { programFolder } from "./options.ts";

/** What a receiver reads of a site, and the site's address. */
export type ReadForm =
  | { readonly ok: true; readonly site: Site; readonly ofSite: FormOfSite; readonly origin: string }
  | { readonly ok: false; readonly sentence: string; readonly exitCode: number };

/**
 * Reads what a receiver must know of the content in a folder.
 *
 * @param options - what the command line says of the site
 */
export async function readForm(content: string, options: SiteOptions): Promise<ReadForm> {
  const wrong = (sentence: string, exitCode: number = exitCodes.use) => ({ ok: false, sentence, exitCode }) as const;
  if (!statSync(content, { throwIfNoEntry: false })?.isDirectory()) {
    return wrong(`There is no folder ${content}. Choose the content with --content DIR.`);
  }
  const layouts = openLayouts(join(programFolder, "layouts"));
  const day = (await commitOf(content))?.time.slice(0, 10);
  const load = {
    layouts: layouts.names,
    languages: layouts.languages,
    drafts: false,
    ...options,
    ...(day ? { day } : {}),
  };
  const { site, diagnostics } = await loadSite(content, load);
  const broken = diagnostics.find(({ severity, span }) => severity === "error" && span.file.endsWith(".yml"));
  if (broken !== undefined) {
    return wrong(`${broken.span.file} has an error: ${broken.message}. npm run check says more.`, exitCodes.content);
  }
  const { url } = site.settings;
  if (site.contact.form === null) {
    return wrong(
      `The content in ${nameOfFolder(content)} has no contact form: write form and its address in contact.yml`,
    );
  }
  if (url === null) {
    return wrong(
      "The site's address must be known, as only its pages may send: write url in site.yml, or give --url URL",
    );
  }
  const assetsFolder = join(programFolder, "assets");
  const cacheFolder = join(programFolder, "node_modules", ".cache", "help-centre");
  const assets = await buildAssets({ assetsFolder, cacheFolder, identity: site.settings });
  const ofSite = formOfSite(site, layouts, assets.view);
  if (ofSite === null) throw new Error("A site with a form gives what a receiver must know of it");
  return { ok: true, site, ofSite, origin: new URL(url).origin };
}
