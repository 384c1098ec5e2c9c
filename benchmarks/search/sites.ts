/** The sections of a content folder, and the ways in which a page can search them. */
import { join } from "node:path";
import { build } from "esbuild";
import { programFolder } from "../../src/cli/options.ts";
import { loadSite } from "../../src/content/load-site.ts";
import type { WholeSearchIndex } from "../../src/model/search-index.ts";
import type { SearchSection } from "../../src/model/search.ts";
import { openLayouts } from "../../src/output/layouts.ts";
import { entriesOf } from "../../src/output/page-types.ts";
import { searchIndex } from "../../src/output/search-index.ts";
import { cutIndex } from "../../src/output/search-parts.ts";
import { searchSections } from "../../src/output/search-sections.ts";
import type { MeasuredSearch } from "./first-result.ts";
import { pagefindFiles } from "./pagefind.ts";

/** What a site has to search. */
export interface SearchedSite {
  readonly sections: readonly SearchSection[];
  readonly index: WholeSearchIndex;
}

/** Loads a content folder. */
export async function searchedSite(content: string): Promise<SearchedSite> {
  const layouts = openLayouts(join(programFolder, "layouts"));
  const { site } = await loadSite(content, { layouts: layouts.names, drafts: false });
  const sections = searchSections(site, entriesOf(site, layouts.text));
  return { sections, index: searchIndex(site, sections) };
}

const ourScript = `
  const { openSearchEngine } = await import("/search-engine.js");
  window.engine ??= await openSearchEngine("/api/search.json");
  const { results } = await window.engine.find(query, 10);
  return results.map(({ href }) => href);`;

/** Our engine with the index in one file. */
export async function wholeSearch({ index }: SearchedSite): Promise<MeasuredSearch> {
  const files = new Map([
    ["/search-engine.js", await engine()],
    ["/api/search.json", JSON.stringify(index)],
  ]);
  return { name: "ours, one file", files, script: ourScript };
}

/** Our engine with the index cut. */
export async function cutSearch({ index }: SearchedSite): Promise<MeasuredSearch> {
  const cut = cutIndex(index, "api/search/", "/api/search/");
  const parts = cut.files.map(({ path, content }) => [`/${path}`, content] as const);
  const files = new Map([
    ["/search-engine.js", await engine()],
    ["/api/search.json", JSON.stringify(cut.index)],
    ...parts,
  ]);
  return { name: "ours, cut", files, script: ourScript };
}

/** Pagefind as it comes, but in the page: what a worker fetches is neither counted nor slowed down. @param pages - what it indexes */
export async function pagefindSearch(pages: Parameters<typeof pagefindFiles>[0]): Promise<MeasuredSearch> {
  const script = `
    const pagefind = await import("/pagefind/pagefind.js");
    await pagefind.options({ noWorker: true });
    const { results } = await pagefind.search(query);
    const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    return shown.map(({ url, meta }) => meta.href ?? url);`;
  return { name: "Pagefind", files: await pagefindFiles(pages), script };
}

async function engine(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(programFolder, "assets/scripts/search-engine.ts")],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2020",
    legalComments: "none",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}
