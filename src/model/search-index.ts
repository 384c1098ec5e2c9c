import type { CodePattern } from "./settings.ts";

/** Goes up when what the build writes can no longer be read by an older script, or the other way round. */
export const searchIndexVersion = 1;

/** A page in a search index; `lang` where it is not the index's. */
export type IndexedPage = readonly [href: string, title: string, hub: string | null, lang?: string];

/** A section in a search index: the number of its page, its fragment without `#`, or `""`. */
export type IndexedSection = readonly [page: number, fragment: string, heading: string, text: string, terms?: string];

/** Sections, and the pages that they are on. Rows are short because there are many. */
export interface IndexedSections {
  readonly pages: readonly IndexedPage[];
  /** Page by page, each from top to bottom. */
  readonly sections: readonly IndexedSection[];
}

/** What `api/search.json` always holds of an edition. */
export interface SearchIndexHead {
  readonly version: typeof searchIndexVersion;
  /** The language of the edition, BCP 47. */
  readonly lang: string;
  readonly codes: CodePattern;
  /** What stands before a code in the address of the page about it. */
  readonly referenceHref: string;
  /** In order of the code. */
  readonly references: readonly (readonly [code: string, title: string])[];
  /** Groups of words and phrases that mean the same. */
  readonly synonyms: readonly (readonly string[])[];
}

/** All that there is to search, in one file: what a site of up to about a hundred articles has. */
export interface WholeSearchIndex extends SearchIndexHead, IndexedSections {}

/** What a larger site has: a file that says which of many others are needed for a query. */
export interface SearchIndexInParts extends SearchIndexHead {
  readonly parts: SearchParts;
}

/** What `api/search.json` holds. */
export type SearchIndex = WholeSearchIndex | SearchIndexInParts;

/** The files beside `api/search.json`: where terms are found (`IndexedTerm`s), and the sections themselves. */
export interface SearchParts {
  /** What stands before the number of a file with terms, and before `.json`. */
  readonly termsHref: string;
  /** The same for a file with sections. */
  readonly textHref: string;
  /** How many sections there are. */
  readonly sections: number;
  /** How many of them stand in each file but the last. */
  readonly sectionsPerFile: number;
  /** Every term in order of its characters, with a space between two. */
  readonly terms: string;
  /** The place in that order of the first term of each file. */
  readonly firstTerms: readonly number[];
  /** The mean number of terms, by field. */
  readonly averages: readonly number[];
  /** About how many terms there are, by field; a `lengthSign` for each section. */
  readonly lengths: readonly string[];
}

/** A term, and for each of `searchFields` the sections in which it is found: `packPlaces`. */
export type IndexedTerm = readonly [term: string, ...fields: (readonly number[])[]];

/** A number of terms as a sign; roughly, since the sections of a large site are many. */
export function lengthSign(terms: number): string {
  return String.fromCodePoint(48 + Math.min(70, Math.round(4 * Math.log2(terms + 1))));
}

/** The number of terms that a sign stands for. */
export function lengthOf(sign: number): number {
  return 2 ** ((sign - 48) / 4) - 1;
}

/**
 * Sections in which something is found, and how often, in few numbers: how far each is from the one before, with the
 * number of times before it as a negative number where it is not 1.
 *
 * @param places - in order of the sections
 */
export function packPlaces(places: Iterable<readonly [section: number, times: number]>): number[] {
  const packed: number[] = [];
  let before = -1;
  for (const [section, times] of places) {
    if (times !== 1) packed.push(-times);
    packed.push(section - before);
    before = section;
  }
  return packed;
}

/** The other way round. */
export function unpackPlaces(packed: readonly number[]): readonly (readonly [section: number, times: number])[] {
  const places: [number, number][] = [];
  let times = 1;
  let section = -1;
  for (const number of packed) {
    if (number < 0) times = -number;
    else {
      section += number;
      places.push([section, times]);
      times = 1;
    }
  }
  return places;
}
