/** The searches that are asked the same queries about the same sections. Pagefind's runs in a browser: `pagefind.ts`. */
import { createRequire } from "node:module";
import MiniSearch from "minisearch";
import { openFinder } from "../../assets/scripts/search-finder.ts";
import type { FetchJson } from "../../assets/scripts/search-parts.ts";
import type { SearchIndex } from "../../src/model/search-index.ts";
import type { SearchSection } from "../../src/model/search.ts";
import type { Find } from "./quality.ts";

const most = 10;

/** Ours. What it says about a code stands above its results. */
export function ourSearch(index: SearchIndex, fetchJson: FetchJson): Find {
  const opening = openFinder(index, fetchJson);
  return async (query) => {
    const engine = await opening;
    const { code, results } = await engine.find(query, most);
    const hrefs = results.map(({ href }) => href);
    return code?.kind === "known" ? [code.reference.href, ...hrefs] : hrefs;
  };
}

const fields = ["heading", "page", "text", "searchTerms"];

/** MiniSearch as it comes: nothing but the fields. */
export function miniSearch(sections: readonly SearchSection[]): Find {
  const engine = new MiniSearch({ fields, extractField: (row, field) => String(row[field as keyof typeof row]) });
  engine.addAll(sections.map((section, id) => ({ ...section, id })));
  return async (query) => engine.search(query).map(({ id }) => sections[Number(id)]?.href ?? "");
}

/** Fuse.js as it comes: nothing but the keys. */
export function fuse(sections: readonly SearchSection[]): Find {
  const engine = new (fuseOf())(sections, { keys: fields });
  return async (query) => engine.search(query, { limit: most }).map(({ item }) => item.href);
}

/** The part of Fuse.js that is used: the benchmark installs it, so that its own types are not there before. */
type FuseClass = new <Item>(
  items: readonly Item[],
  options: { readonly keys: readonly string[] },
) => { readonly search: (query: string, options: { readonly limit: number }) => readonly { readonly item: Item }[] };

function fuseOf(): FuseClass {
  const loaded = createRequire(import.meta.url)("fuse.js") as FuseClass | { readonly default: FuseClass };
  return "default" in loaded ? loaded.default : loaded;
}
