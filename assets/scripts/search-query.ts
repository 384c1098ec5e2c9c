import type { SearchOptions } from "minisearch";
import type { SearchVocabulary } from "../../src/model/search-terms.ts";

/** What is looked for. */
export interface SearchQuery {
  /** Each term, and how much it counts beside the others. */
  readonly terms: ReadonlyMap<string, number>;
  /** The last word, while somebody may still be typing it. */
  readonly unfinished: string | null;
  /** Terms in which no slip is looked for: meanings, parts of a known phrase, and all that has a digit in it. */
  readonly exact: ReadonlySet<string>;
}

/** A longer query is cut, in UTF-16 units. */
export const longestQuery = 300;

/** More words than this say nothing more. */
const mostTerms = 24;

/** How much a word counts where a group of synonyms says what it means. */
const wordOfMeaning = 0.6;

/** How much the code counts that a query names. */
const ofCode = 5;

/**
 * Reads a query.
 *
 * @param typed - as typed, however long
 * @param code - the known error code that it names
 */
export function readQuery(typed: string, vocabulary: SearchVocabulary, code: string | null): SearchQuery {
  const text = typed.slice(0, longestQuery);
  const { words, meanings } = vocabulary.termsIn(text);
  const terms = new Map<string, number>();
  const exact = new Set<string>();
  if (code !== null) terms.set(code.toLowerCase(), ofCode);
  for (const { term } of meanings) {
    terms.set(term, 1);
    exact.add(term);
  }
  for (const { term, start, end } of words.slice(0, mostTerms)) {
    const isMeant = meanings.some((meaning) => meaning.start <= start && end <= meaning.end);
    if (!terms.has(term)) terms.set(term, isMeant ? wordOfMeaning : 1);
    if (isMeant || /\d/.test(term)) exact.add(term);
  }
  const last = words[words.length - 1];
  const unfinished = last !== undefined && last.end === text.trimEnd().length ? last.term : null;
  return { terms, unfinished, exact };
}

/**
 * How many slips of the keyboard are looked for in a term; none where it is one that the index knows.
 *
 * @param known - every term of the index
 */
export function slipsIn(term: string, { exact, unfinished }: SearchQuery, known: ReadonlySet<string>): number {
  if (term.length < 4 || exact.has(term) || known.has(term)) return 0;
  if (term === unfinished && [...known].some((one) => one.startsWith(term))) return 0;
  return term.length < 8 ? 1 : 2;
}

/** How MiniSearch is asked. @param known - every term of the index */
export function searchOptions(query: SearchQuery, known: ReadonlySet<string>): SearchOptions {
  return {
    tokenize: () => [...query.terms.keys()],
    boost: { heading: 3, page: 2, terms: 3 },
    boostTerm: (term) => query.terms.get(term) ?? 1,
    prefix: (term) => term === query.unfinished,
    fuzzy: (term) => slipsIn(term, query, known),
    // Sections are short anyway: a longer one is not much worse.
    bm25: { k: 1.2, b: 0.3, d: 0.5 },
  };
}
