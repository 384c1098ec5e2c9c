import type { IndexedPage, IndexedSection } from "./search-index.ts";
import type { SearchVocabulary } from "./search-terms.ts";

/** What a search compares of a section: its heading, its page's title, its text, the page's `search_terms`, and synonyms. */
export const searchFields = ["heading", "page", "text", "terms", "alike"] as const;

/** The terms under which a section is found, by field. */
export type SectionTerms = Readonly<Record<(typeof searchFields)[number], readonly string[]>>;

/** Tells the terms of sections, one after the other: those of a page's title are read once for all of its sections. */
export function sectionReader(
  vocabulary: SearchVocabulary,
  pages: readonly IndexedPage[],
): (section: IndexedSection) => SectionTerms {
  const read = (text: string) => {
    const { words, meanings } = vocabulary.termsIn(text);
    const means = meanings.map(({ term }) => term);
    return { means, terms: [...words.map(({ term }) => term), ...means] };
  };
  let title = { of: -1, ...read("") };
  return ([page, , ...texts]) => {
    if (title.of !== page) title = { of: page, ...read(pages[page]?.[1] ?? "") };
    const [heading, text, terms] = [read(texts[0]), read(texts[1]), read(texts[2] ?? "")];
    const means = new Set([heading, title, text, terms].flatMap((field) => field.means));
    const alike = new Set([...means].flatMap(vocabulary.synonymsOf));
    return { heading: heading.terms, page: title.terms, text: text.terms, terms: terms.terms, alike: [...alike] };
  };
}
