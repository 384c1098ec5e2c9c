import { builtAddresses, publishedHref } from "../model/address.ts";
import type { SearchSection } from "../model/search.ts";
import { searchIndexVersion } from "../model/search-index.ts";
import type { IndexedPage, IndexedSection, WholeSearchIndex } from "../model/search-index.ts";
import type { Site } from "../model/site.ts";
import type { Entry } from "./entry.ts";
import type { TextFile } from "./machine-files.ts";
import { cutIndex } from "./search-parts.ts";
import { searchSections } from "./search-sections.ts";

/** Where the index of a site stands, from its root. It keeps its name, so that no page changes when another does. */
export const searchIndexAddress = "/api/search.json";

/** A longer index is cut into parts, in UTF-16 units: docs/decisions/0015-search.md says why here. */
const largestWhole = 400_000;

/**
 * What the page's script searches.
 *
 * @param entries - the pages of the site
 */
export function searchFiles(site: Site, entries: readonly Entry[]): readonly TextFile[] {
  const whole = searchIndex(site, searchSections(site, entries));
  const content = JSON.stringify(whole);
  if (content.length <= largestWhole) return [searchFile(content)];
  const { index, files } = cutIndex(whole, "api/search/", publishedHref("/api/search/", site.settings.pathPrefix));
  return [searchFile(JSON.stringify(index)), ...files];
}

function searchFile(content: string): TextFile {
  return { path: searchIndexAddress.slice(1), content: `${content}\n` };
}

/** The index of some sections. */
export function searchIndex(
  { settings, errorReferences, synonyms }: Site,
  sections: readonly SearchSection[],
): WholeSearchIndex {
  const pages: IndexedPage[] = [];
  const numbers = new Map<string, number>();
  const rows = sections.map(({ href, heading, page, hub, lang, text, searchTerms }): IndexedSection => {
    const [address = "", fragment = ""] = href.split("#", 2);
    const row: IndexedPage = lang === settings.lang ? [address, page, hub] : [address, page, hub, lang];
    const number = numbers.get(address) ?? pages.push(row) - 1;
    numbers.set(address, number);
    return searchTerms.length === 0
      ? [number, fragment, heading, text]
      : [number, fragment, heading, text, searchTerms.join("\n")];
  });
  return {
    version: searchIndexVersion,
    lang: settings.lang,
    codes: settings.codes,
    referenceHref: publishedHref(builtAddresses.errors, settings.pathPrefix),
    references: errorReferences.map(({ code, title }) => [code, title]),
    synonyms,
    pages,
    sections: rows,
  };
}
