import type { SearchLanguage } from "./search-language.ts";
import { searchWords } from "./search-words.ts";
import type { SearchWord } from "./search-words.ts";

/** What a search compares, and where it stands in its text: UTF-16 units, `end` excluded. */
export interface SearchTerm {
  /** The stem of a word; or a meaning, `=3` for any word or phrase of the fourth group of synonyms. */
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** What is found in some text, in order. */
export interface FoundTerms {
  /** Every word that says something. */
  readonly words: readonly SearchTerm[];
  /** The meanings that groups of synonyms give to words and phrases. */
  readonly meanings: readonly SearchTerm[];
}

/** Reads what a text says in the language of a site. */
export interface SearchVocabulary {
  readonly termsIn: (text: string) => FoundTerms;
  /** The stems of all words and phrases of a meaning. */
  readonly synonymsOf: (meaning: string) => readonly string[];
}

/** A word or phrase of a group of synonyms, by its stems. */
interface Phrase {
  readonly stems: readonly string[];
  readonly meaning: string;
}

/** @param synonyms - groups of words and phrases that mean the same */
export function searchVocabulary(
  { stopWords, stem }: SearchLanguage,
  synonyms: readonly (readonly string[])[],
): SearchVocabulary {
  const stems = new Map<string, string>();
  const stemOf = ({ word }: SearchWord): string => {
    const known = stems.get(word) ?? (/\d/.test(word) ? word : stem(word));
    stems.set(word, known);
    return known;
  };
  const says = ({ word }: SearchWord) => !stopWords.has(word) && (word.length > 1 || /\d/.test(word));
  const termsOf = (words: readonly SearchWord[]): readonly SearchTerm[] =>
    words.filter(says).map((word) => ({ term: stemOf(word), start: word.start, end: word.end }));
  const phrases = synonyms.flatMap((group, index) =>
    group.map((phrase): Phrase => ({ stems: unjoined(searchWords(phrase)).map(stemOf), meaning: `=${index}` })),
  );
  const byFirst = new Map<string | undefined, Phrase[]>();
  // oxlint-disable-next-line no-array-sort -- older phones have no toSorted
  for (const phrase of phrases.sort((a, b) => b.stems.length - a.stems.length)) {
    const [first] = phrase.stems;
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  const synonymsByMeaning = new Map(
    synonyms.map((group, index) => {
      const words = group.flatMap((phrase) => termsOf(searchWords(phrase)).map(({ term }) => term));
      return [`=${index}`, [...new Set(words)]];
    }),
  );
  return {
    termsIn: (text) => {
      const words = searchWords(text);
      const single = unjoined(words);
      return { words: termsOf(words), meanings: meaningsOf(single, single.map(stemOf), byFirst) };
    },
    synonymsOf: (meaning) => synonymsByMeaning.get(meaning) ?? [],
  };
}

/** The meanings of words and phrases; of the longest phrase alone, where several begin at one word. */
function meaningsOf(
  words: readonly SearchWord[],
  stems: readonly string[],
  byFirst: ReadonlyMap<string | undefined, readonly Phrase[]>,
): readonly SearchTerm[] {
  const found: SearchTerm[] = [];
  for (let at = 0; at < words.length;) {
    const here = byFirst
      .get(stems[at])
      ?.filter((phrase) => phrase.stems.every((one, next) => stems[at + next] === one));
    const longest = here?.[0]?.stems.length ?? 1;
    for (const phrase of here ?? []) {
      if (phrase.stems.length < longest) break;
      found.push({ term: phrase.meaning, start: words[at]!.start, end: words[at + longest - 1]!.end });
    }
    at += longest;
  }
  return found;
}

/** Without the words that two with a hyphen make together. */
function unjoined(words: readonly SearchWord[]): readonly SearchWord[] {
  return words.filter(({ start }, index) => start >= (words[index - 1]?.end ?? 0));
}
