/** A word of some text as a search compares it, and where it stands: UTF-16 units, `end` excluded. */
export interface SearchWord {
  /** In small letters, without accents and marks: `surgery` for `Surgery’s`. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Letters, digits and soft hyphens, with apostrophes of every kind between letters. */
const written = /[\p{L}\p{N}\p{M}\u00AD]+(?:['’‘ʼ`´′＇][\p{L}\p{M}\u00AD]+)*/gu;

/** A hyphen between two words, with nothing else between them. */
const hyphen = /^[-‐‑]$/;

/**
 * The words of some text, in order. Two words with a hyphen between them are three: each of them, and both in one, since
 * people write `sign-in`, `sign in` and `signin`.
 *
 * @example
 * searchWords("Your GP’s e-mail").map(({ word }) => word) // ["your", "gp", "e", "mail", "email"]
 */
export function searchWords(text: string): readonly SearchWord[] {
  const words: SearchWord[] = [];
  let before: SearchWord | null = null;
  for (const { 0: found, index: start } of text.matchAll(written)) {
    const end = start + found.length;
    const word = folded(found);
    if (word === "") continue;
    const one: SearchWord = { word, start, end };
    words.push(one);
    if (before !== null && hyphen.test(text.slice(before.end, start))) {
      words.push({ word: before.word + word, start: before.start, end });
    }
    before = one;
  }
  return words;
}

/** A word as it is compared: no capitals, accents or apostrophes, and not whose it is. */
function folded(word: string): string {
  if (/^[A-Za-z0-9]+$/.test(word)) return word.toLowerCase();
  return word
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}\u00AD]/gu, "")
    .replace(/[^\p{L}\p{N}]s$/u, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
}
