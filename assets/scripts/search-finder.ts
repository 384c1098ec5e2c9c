import type { SearchResult as Hit } from "minisearch";
import type { SearchIndex, SearchIndexHead } from "../../src/model/search-index.ts";
import { searchLanguage } from "../../src/model/search-language.ts";
import { searchVocabulary } from "../../src/model/search-terms.ts";
import type { SearchVocabulary } from "../../src/model/search-terms.ts";
import type { FoundCode, SearchEngine, SearchResult } from "../../src/model/search.ts";
import { inPortions } from "./portions.ts";
import { codeIn } from "./search-code.ts";
import { excerptOf } from "./search-excerpt.ts";
import type { SoughtStretch } from "./search-excerpt.ts";
import { sourceInParts } from "./search-parts.ts";
import type { FetchJson } from "./search-parts.ts";
import { longestQuery, readQuery } from "./search-query.ts";
import type { PlacedSection } from "./search-source.ts";
import { wholeSource } from "./search-whole.ts";

/** What is less like the query than this part of the best result is left out. */
const leastShare = 0.1;

/**
 * Makes an index ready to answer.
 *
 * @param fetchJson - for the files of an index that is cut
 */
export async function openFinder(index: SearchIndex, fetchJson: FetchJson): Promise<SearchEngine> {
  const vocabulary = searchVocabulary(searchLanguage(index.lang), index.synonyms);
  const source = "parts" in index ? sourceInParts(index.parts, fetchJson) : await wholeSource(index, vocabulary);
  return {
    find: async (typed, most) => {
      const code = foundCode(index, typed, source.terms);
      const query = readQuery(typed, vocabulary, code?.kind === "known" ? code.reference.code : null);
      const hits = query.terms.size === 0 ? [] : await source.search(query);
      const worthwhile = hits.filter(({ score }) => score >= (hits[0]?.score ?? 0) * leastShare);
      const shown = worthwhile.slice(0, most);
      const sections = await source.sections(shown.map(({ id }) => Number(id)));
      const results = await inPortions(sections, 5, (section, at) =>
        resultOf(section, vocabulary, shown[at]?.match ?? {}),
      );
      return { code, results: namedFirst(results, typed, vocabulary), total: worthwhile.length };
    },
  };
}

/** @param known - every term of the index */
function foundCode(index: SearchIndexHead, query: string, known: ReadonlySet<string>): FoundCode | null {
  const { references, codes: pattern, referenceHref } = index;
  const found = codeIn(query, { codes: references.map(([code]) => code), pattern });
  // A number that pages name is that number: 7726, to which people forward text messages.
  if (found === null || (found.kind === "unknown" && found.bare !== null && known.has(found.bare))) return null;
  const titles = new Map(references);
  const reference = (code: string) => ({ code, title: titles.get(code) ?? "", href: `${referenceHref}${code}/` });
  return found.kind === "known"
    ? { kind: "known", reference: reference(found.code) }
    : { kind: "unknown", near: found.near.map(reference) };
}

/** Puts a heading that says just what was typed before what only speaks of it, such as the page that it stands on. */
function namedFirst(
  results: readonly SearchResult[],
  typed: string,
  vocabulary: SearchVocabulary,
): readonly SearchResult[] {
  const wordsOf = (text: string) =>
    vocabulary
      .termsIn(text)
      .words.map(({ term }) => term)
      .join(" ");
  const wanted = wordsOf(typed.slice(0, longestQuery));
  const isNamed = ({ heading }: SearchResult) => wordsOf(heading) === wanted;
  return [...results.filter(isNamed), ...results.filter((result) => !isNamed(result))];
}

function resultOf({ section, page }: PlacedSection, vocabulary: SearchVocabulary, match: Hit["match"]): SearchResult {
  const [, fragment, heading, text] = section;
  const [address, title, hub, lang = null] = page;
  const found = new Set(Object.keys(match));
  return {
    href: fragment === "" ? address : `${address}#${fragment}`,
    heading,
    page: title,
    hub,
    lang,
    excerpt: excerptOf(text, (sentence) => soughtIn(sentence, vocabulary, found)),
  };
}

/** The words and phrases of a sentence that were found, or mean what was. */
function soughtIn(
  sentence: string,
  vocabulary: SearchVocabulary,
  found: ReadonlySet<string>,
): readonly SoughtStretch[] {
  const { words, meanings } = vocabulary.termsIn(sentence);
  const isSought = (term: string) => found.has(term) || vocabulary.synonymsOf(term).some((word) => found.has(word));
  const sought = [...words, ...meanings].filter(({ term }) => isSought(term));
  // oxlint-disable-next-line no-array-sort -- older phones have no toSorted
  return sought.sort((a, b) => a.start - b.start || b.end - a.end);
}
