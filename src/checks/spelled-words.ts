import type { DictionaryWord } from "../model/site.ts";
import { isEnglish } from "./spelling.ts";

/** A word of a text that spelling is about. */
export interface SpelledWord {
  /** With straight apostrophes, and each letter in one piece with its accent. */
  readonly word: string;
  /** The part of it that is not known: of a compound one half, of a possessive what stands before it. `null`: all is right. */
  readonly unknown: string | null;
  readonly isCapitalised: boolean;
  /** Where the unknown part, else the word, starts in the text. */
  readonly start: number;
}

/** Signs of addresses, names of files, codes and formulas, and those that nobody sees: what touches one is no word. */
const sign = String.raw`\p{L}\p{M}\p{N}@/\\_=&+~#$%^*<>|·\uFFFC\u00AD\u200B-\u200F\u2060\uFEFF-`;
const written = new RegExp(
  String.raw`(?<![.${sign}]|[${sign}][:'’])\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*(?![${sign}]|[.:'’][\p{L}\p{N}]|:/)`,
  "gu",
);

/**
 * Says of texts which of their words are right. What stands between two spaces is looked at once, however often it comes:
 * a site has a hundred times more words than different ones.
 *
 * @param own - the words of `dictionary.txt`
 */
export function spellingReader(own: readonly DictionaryWord[]): (text: string) => Generator<SpelledWord> {
  const unknownIn = spellingJudge(own);
  const seen = new Map<string, readonly SpelledWord[]>();
  return function* read(text) {
    for (let at = 0; at < text.length;) {
      const space = text.indexOf(" ", at);
      const end = space < 0 ? text.length : space;
      const stretch = text.slice(at, end);
      const words = seen.get(stretch) ?? wordsOf(stretch, unknownIn);
      seen.set(stretch, words);
      for (const found of words) yield { ...found, start: at + found.start };
      at = end + 1;
    }
  };
}

function wordsOf(stretch: string, unknownIn: (word: string) => string | null): readonly SpelledWord[] {
  return [...stretch.matchAll(written)].map(({ 0: typed, index }) => {
    const word = inOneForm(typed);
    const unknown = unknownIn(word);
    return { word, unknown, isCapitalised: startsBig.test(word), start: index + word.indexOf(unknown ?? word) };
  });
}

const startsBig = /^\p{Lu}/u;

/** Up to so many letters (`ok`, `eg`, `mg`) a word is left alone. */
const fewLetters = 2;

/** The end of a possessive or of a short form. */
const shortForm = /'(?:s|d|ll|ve|re|m)?$/;

/** A capital behind the first letter is that of an abbreviation or a name: NHS, iPhone, non-Kowalskian. */
const hasInnerCapital = /(?<=.)\p{Lu}/u;

/**
 * Finds the part of a word that is not known.
 *
 * @param own - a word in small letters may start with a capital, one with capitals may not change
 */
function spellingJudge(own: readonly DictionaryWord[]): (word: string) => string | null {
  const ownWords = new Set(own.map(({ word }) => inOneForm(word)));
  const isKnown = (word: string): boolean =>
    [word, smallFirst(word)].some((form) => ownWords.has(form) || isEnglish(form));
  const isRight = (part: string): boolean => part.length <= fewLetters || hasInnerCapital.test(part) || isKnown(part);
  // A name within a compound stays with the hyphen before it.
  const partsOf = (word: string) => word.split(/-(?!\p{Lu})/u).map((part) => part.replace(shortForm, ""));
  return (word) => (isKnown(word) ? null : (partsOf(word).find((part) => !isRight(part)) ?? null));
}

/** A word without the capital of a sentence's start. */
export function smallFirst(word: string): string {
  return word.slice(0, 1).toLowerCase() + word.slice(1);
}

const sentenceStart = /(?:^|[.!?:…]["'”’)\]]*\s+|[–—]\s*)["'“‘([]*$/u;

/** So many signs before a word tell whether it starts a sentence. */
const signsBefore = 12;

/** Whether a sentence starts at a place of a text: there every word has a capital. */
export function startsSentence(text: string, at: number): boolean {
  return sentenceStart.test(text.slice(Math.max(0, at - signsBefore), at));
}

function inOneForm(word: string): string {
  return word.replaceAll("’", "'").normalize("NFC");
}
