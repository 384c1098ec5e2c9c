import { distance } from "fastest-levenshtein";
import MiniSearch from "minisearch";
import type { AsPlainObject, Options } from "minisearch";
import { searchFields } from "../../src/model/search-fields.ts";
import { lengthOf, unpackPlaces } from "../../src/model/search-index.ts";
import type { IndexedSections, IndexedTerm, SearchParts } from "../../src/model/search-index.ts";
import { searchOptions, slipsIn } from "./search-query.ts";
import type { SearchQuery } from "./search-query.ts";
import type { PlacedSection, SectionSource } from "./search-source.ts";

/** Fetches JSON. @throws Error where it cannot be had */
export type FetchJson = (href: string) => Promise<unknown>;

/** So many terms may be meant by one that is begun, or has a slip in it. */
const mostMeant = 60;

/** Options that change nothing: the terms come ready. */
const options: Options = { fields: [...searchFields], processTerm: (term) => term };

/**
 * The sections of an index that is cut: of its terms, those files are fetched that a query asks for, and MiniSearch
 * searches them as if they were all there are; then the files with the sections that are shown.
 */
export function sourceInParts(parts: SearchParts, fetchJson: FetchJson): SectionSource {
  const terms = parts.terms.split(" ");
  const known = new Set(terms);
  const fetched = new Map<string, Promise<unknown>>();
  const once = <File>(href: string): Promise<File> => {
    const file = fetched.get(href) ?? fetchJson(href);
    fetched.set(href, file);
    file.catch(() => fetched.delete(href));
    return file as Promise<File>;
  };
  return {
    terms: known,
    search: async (query) => {
      const wanted = termsFor(query, terms, known);
      const numbers = new Set([...wanted].map((term) => fileOf(parts, terms, term)));
      const files = await Promise.all(
        [...numbers].map((number) => once<IndexedTerm[]>(`${parts.termsHref}${number}.json`)),
      );
      const rows = files.flatMap((rows) => rows.filter(([term]) => wanted.has(term)));
      return MiniSearch.loadJS(partialIndex(parts, rows), options).search("", searchOptions(query, known));
    },
    sections: async (ids) => {
      const size = parts.sectionsPerFile;
      const numbers = [...new Set(ids.map((id) => Math.floor(id / size)))];
      const files = await Promise.all(
        numbers.map((number) => once<IndexedSections>(`${parts.textHref}${number}.json`)),
      );
      return ids.flatMap((id): readonly PlacedSection[] => {
        const file = files[numbers.indexOf(Math.floor(id / size))];
        const section = file?.sections[id % size];
        const page = file?.pages[section?.[0] ?? -1];
        return section && page ? [{ section, page }] : [];
      });
    },
  };
}

/** The terms of the index that a query may mean: those that MiniSearch would look at. */
function termsFor(query: SearchQuery, terms: readonly string[], known: ReadonlySet<string>): ReadonlySet<string> {
  const wanted = new Set<string>();
  for (const term of query.terms.keys()) {
    if (known.has(term)) wanted.add(term);
    const slips = slipsIn(term, query, known);
    const meant = terms.filter(
      (one) =>
        (term === query.unfinished && one.startsWith(term)) ||
        (slips > 0 && Math.abs(one.length - term.length) <= slips && distance(one, term) <= slips),
    );
    for (const one of meant.slice(0, mostMeant)) wanted.add(one);
  }
  return wanted;
}

/** The number of the file that holds a term. */
function fileOf({ firstTerms }: SearchParts, terms: readonly string[], term: string): number {
  let file = firstTerms.length - 1;
  while (file > 0 && (terms[firstTerms[file] ?? 0] ?? "") > term) file -= 1;
  return file;
}

/** An index of MiniSearch's own that holds some terms, with what the whole would say of their sections. */
function partialIndex(parts: SearchParts, rows: readonly IndexedTerm[]): AsPlainObject {
  const { averages, lengths } = parts;
  const documentIds: Record<string, number> = {};
  const fieldLength: Record<string, number[]> = {};
  const index = rows.map(([term, ...fields]): AsPlainObject["index"][number] => {
    const places: Record<string, Record<string, number>> = {};
    for (const [field, packed] of fields.entries()) {
      const found = unpackPlaces(packed);
      if (found.length > 0) places[field] = Object.fromEntries(found);
      for (const [id] of found) {
        if (id in documentIds) continue;
        documentIds[id] = id;
        fieldLength[id] = lengths.map((signs) => lengthOf(signs.charCodeAt(id)));
      }
    }
    return [term, places];
  });
  return {
    documentCount: parts.sections,
    nextId: parts.sections,
    documentIds,
    fieldIds: Object.fromEntries(searchFields.map((name, field) => [name, field])),
    fieldLength,
    averageFieldLength: [...averages],
    storedFields: {},
    dirtCount: 0,
    index,
    serializationVersion: 2,
  };
}
