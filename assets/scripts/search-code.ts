import { nearCodes } from "../../src/model/near-code.ts";
import type { CodePattern } from "../../src/model/settings.ts";
import { referenceIn } from "./reference.ts";

/** An error code that a query names. */
export type CodeInQuery =
  | { readonly kind: "known"; readonly code: string }
  /** `bare`: nothing but a number was typed, which may be no code at all; `null` where letters or words say it is one. */
  | { readonly kind: "unknown"; readonly near: readonly string[]; readonly bare: string | null };

/** The codes that a site explains, and what a code looks like. */
export interface KnownCodes {
  /** In order of the code. */
  readonly codes: readonly string[];
  readonly pattern: CodePattern;
}

/** No query that means a code is longer, in UTF-16 units. */
const longest = 500;

/** How many codes that are almost the same are worth looking through. */
const mostNear = 10;

/** Words beside a number that say that it is a code: English, then Welsh. */
const codeWords = /\b(?:errors?|codes?|references?|ref|gwall|cod|codau|cyfeirnod|cyfeirnodau)\b/i;

/**
 * What a query says about error codes. A number that stands for itself, such as 111 or "10 minutes", is none.
 *
 * @returns `null` where it names no code
 *
 * @example
 * codeIn("what is cid 7O23?", known) // { kind: "known", code: "CID7023" }
 */
export function codeIn(query: string, { codes, pattern }: KnownCodes): CodeInQuery | null {
  const typed = query.slice(0, longest).normalize("NFKC");
  const known = new Set(codes);
  const words = wordsOf(typed);
  const numbers = words.filter((word) => isNumber(word, pattern.fewestDigits, pattern.mostDigits));
  const code =
    referenceIn(typed, codes) ?? numbers.map((digits) => pattern.prefix + digits).find((one) => known.has(one));
  if (code !== undefined) return { kind: "known", code };

  const unknown = (digits: string, bare: string | null): CodeInQuery => {
    const near = new Set(nearCodes(pattern.prefix + digits, known));
    return { kind: "unknown", near: codes.filter((one) => near.has(one)).slice(0, mostNear), bare };
  };
  const named = namedNumber(words, pattern);
  if (named !== null) return unknown(named, null);
  const misnamed = misnamedCode(words, pattern, known);
  if (misnamed !== null) return { kind: "unknown", near: [misnamed], bare: null };
  const [number] = numbers;
  if (number === undefined) return null;
  if (words.length === 1) return unknown(number, number);
  return codeWords.test(typed) ? unknown(number, null) : null;
}

/** Words of letters and digits, capital; in those that are a number but for that, a letter O is a zero. */
function wordsOf(text: string): readonly string[] {
  const words = text.toUpperCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => (/\d/.test(word) ? word.replace(/O/g, "0") : word));
}

function isNumber(word: string, fewest: number, most: number): boolean {
  return /^[0-9]+$/.test(word) && word.length >= fewest && word.length <= most;
}

/** The digits behind a prefix, in one word or two: at least as many as a code has but for one, and never very many. */
function namedNumber(words: readonly string[], { prefix, fewestDigits }: CodePattern): string | null {
  const start = prefix.replaceAll("O", "0");
  for (const [at, word] of words.entries()) {
    const isAlone = word === prefix;
    const digits = isAlone ? (words[at + 1] ?? "") : word.startsWith(start) ? word.slice(start.length) : "";
    if (isNumber(digits, fewestDigits - 1, 12)) return digits;
  }
  return null;
}

/** A known code whose letters were mistyped: one too few, too many, or another one. */
function misnamedCode(
  words: readonly string[],
  { prefix, fewestDigits, mostDigits }: CodePattern,
  known: ReadonlySet<string>,
): string | null {
  for (const word of words) {
    const [, letters = "", digits = ""] = /^([A-Z]+)([0-9]+)$/.exec(word) ?? [];
    if (!isNumber(digits, fewestDigits, mostDigits) || !isSlip(letters, prefix)) continue;
    if (known.has(prefix + digits)) return prefix + digits;
  }
  return null;
}

/** Whether one letter parts two words. */
function isSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const rests = [1, 0].flatMap((a) => [1, 0].map((b) => [one.slice(same + a), other.slice(same + b)] as const));
  return rests.some(([a, b]) => a === b);
}
