import { nearCodes } from "../../src/model/near-code.ts";

/**
 * The error code that somebody means, out of those that the site knows: named anywhere in the text, or by its digits
 * alone as the last part of a path. Capitals, spaces and hyphens do not matter, nor does the letter O for a zero: people
 * read codes from one screen and type them into another.
 *
 * @param text - a search, or an address's path as the browser gives it, percent signs and all
 * @param codes - every code that the site knows
 * @returns `null` where none of them is meant
 *
 * @example
 * referenceIn("what is cid 7o23", ["CID7023"]) // "CID7023"
 * referenceIn("/errors/7023.html", ["CID7023"]) // "CID7023"
 */
export function referenceIn(text: string, codes: readonly string[]): string | null {
  const path = decoded(text.slice(0, longest)).replace(/(?:\/index)?(?:\.html?)?\/*$/i, "");
  const words = wordsOf(path);
  const named = new Set([...runsOf(words), words.join("")]);
  const last = wordsOf(path.replace(/^.*\//s, "")).join("");
  return codes.find((code) => named.has(keyOf(code))) ?? codes.find((code) => digitsOf(code) === last) ?? null;
}

/**
 * The codes that a slip of typing parts from what was typed: a digit that is another one, missing or too many, or two
 * that have changed places. They are for people to choose from: a near miss is never taken for a hit.
 *
 * @param text - a code, or its digits
 * @param codes - every code that the site knows
 * @returns at most ten, in the order of `codes`
 *
 * @example
 * referencesNear("cid 7024", ["CID2011", "CID7023"]) // ["CID7023"]
 */
export function referencesNear(text: string, codes: readonly string[]): readonly string[] {
  const typed = wordsOf(text.slice(0, longest)).join("");
  const known = new Set(codes);
  const prefixes = new Set(codes.map((code) => code.slice(0, code.length - digitsOf(code).length)));
  const near = new Set(
    [...prefixes].flatMap((prefix) => {
      const digits = typed.startsWith(keyOf(prefix)) ? typed.slice(prefix.length) : typed;
      return /^[0-9]{1,12}$/.test(digits) ? nearCodes(prefix + digits, known) : [];
    }),
  );
  return codes.filter((code) => near.has(code)).slice(0, 10);
}

/** No search and no address that means a code is longer, in UTF-16 units. */
const longest = 500;

/** The letters and digits of a text in runs, capital, with a zero for each letter O. */
function wordsOf(text: string): readonly string[] {
  const plain = text.normalize("NFKC").toUpperCase().replaceAll("O", "0");
  return plain.match(/[A-Z0-9]+/g) ?? [];
}

/** Words next to each other as one, from one to seven: people read digits out in groups, as in CID 70 23. */
function runsOf(words: readonly string[]): readonly string[] {
  return words.flatMap((_, at) => [1, 2, 3, 4, 5, 6, 7].map((length) => words.slice(at, at + length).join("")));
}

/** Two spellings of one code have one key. */
function keyOf(code: string): string {
  return wordsOf(code).join("");
}

function digitsOf(code: string): string {
  return code.replace(/^\D+/, "");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
