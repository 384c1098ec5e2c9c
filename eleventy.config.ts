/**
 * Eleventy's own command, `eleventy --config=eleventy.config.ts`, prints the pages of `content/` into `_preview/`.
 * Styles, scripts, pictures and publishing are what `npm run build` adds: use that.
 */
import { mkdirSync } from "node:fs";
import { join, relative } from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import { loadAndCheck } from "./src/cli/load-and-check.ts";
import { hasErrors } from "./src/model/diagnostic.ts";
import { buildAssets } from "./src/output/assets.ts";
import { eleventyPlugin } from "./src/output/eleventy-plugin.ts";
import { openLayouts } from "./src/output/layouts.ts";
import { sitePages } from "./src/output/render-pages.ts";

const project = import.meta.dirname;

export default async function configure(config: UserConfig): Promise<object> {
  const cacheFolder = join(project, "node_modules", ".cache", "help-centre");
  const layouts = openLayouts(join(project, "layouts"));
  const options = { layouts: layouts.names, languages: layouts.languages, drafts: false };
  const { site, diagnostics } = await loadAndCheck(join(project, "content"), options);
  if (hasErrors(diagnostics)) throw new Error("The content has errors: npm run check lists them");
  const assets = await buildAssets({
    assetsFolder: join(project, "assets"),
    cacheFolder,
    identity: site.settings,
  });
  config.addPlugin(eleventyPlugin(sitePages({ site, layouts, assets: assets.view })));

  // Eleventy is to find no template of its own: it is given a folder with nothing in it.
  const views = join(cacheFolder, "views");
  mkdirSync(views, { recursive: true });
  return { dir: { input: relative(process.cwd(), views), output: "_preview" } };
}
