/** What a search looks through, and what it answers. The build writes the first, the page's script gives the second. */

/** A stretch of a page that a search finds as one: under one heading, or inside one expander. */
export interface SearchSection {
  /** Ready to follow: path prefix and fragment in it. `/manage/passwords/#reset-it`. */
  readonly href: string;
  /** The heading or the expander's summary; the page's title for what stands above the first heading. */
  readonly heading: string;
  /** The title of the page. */
  readonly page: string;
  /** The short title of the hub that lists the page; `null` outside the hubs. */
  readonly hub: string | null;
  /** The language of the page's words, BCP 47; a page that nobody has translated is not in its edition's. */
  readonly lang: string;
  /** The words, without markup, in sentences. */
  readonly text: string;
  /** Words that people use for this and the text does not; with the first section of a page alone. */
  readonly searchTerms: readonly string[];
}

/** A stretch of the sentence around a match. */
export interface ExcerptPart {
  readonly text: string;
  /** Whether it is what was searched for. */
  readonly marked: boolean;
}

/** A section that was found. */
export interface SearchResult extends Pick<SearchSection, "href" | "heading" | "page" | "hub"> {
  /** The language of the page, where it is not that of the search; else `null`. */
  readonly lang: string | null;
  /** The sentence around the first match; empty where the match is in the heading alone and there are no words. */
  readonly excerpt: readonly ExcerptPart[];
}

/** An error reference that was found. */
export interface FoundReference {
  readonly code: string;
  readonly title: string;
  /** The page about it. */
  readonly href: string;
}

/** What a query says about error codes. */
export type FoundCode =
  /** It names a code that the site explains, in whatever spelling. */
  | { readonly kind: "known"; readonly reference: FoundReference }
  /** It names one that the site does not explain, and these are one digit away. */
  | { readonly kind: "unknown"; readonly near: readonly FoundReference[] };

/** The answer to a query. */
export interface SearchAnswer {
  /** `null` where the query names no code. */
  readonly code: FoundCode | null;
  /** Best first, as many as were asked for. */
  readonly results: readonly SearchResult[];
  /** How many sections there are in all. */
  readonly total: number;
}

/** A search that is ready to answer. */
export interface SearchEngine {
  /**
   * @param query - as typed; every string has an answer
   * @param most - how many results at most
   */
  readonly find: (query: string, most: number) => Promise<SearchAnswer>;
}
