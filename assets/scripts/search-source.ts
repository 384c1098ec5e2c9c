import type { SearchResult as Hit } from "minisearch";
import type { IndexedPage, IndexedSection } from "../../src/model/search-index.ts";
import type { SearchQuery } from "./search-query.ts";

/** A section with the page that it is on. */
export interface PlacedSection {
  readonly section: IndexedSection;
  readonly page: IndexedPage;
}

/** The sections of an index, wherever they are. */
export interface SectionSource {
  /** Every term of the index. */
  readonly terms: ReadonlySet<string>;
  /** The sections that match, best first; their `id` is their place in the index. */
  readonly search: (query: SearchQuery) => Promise<readonly Hit[]>;
  /** @param ids - places in the index, all of which are there */
  readonly sections: (ids: readonly number[]) => Promise<readonly PlacedSection[]>;
}
