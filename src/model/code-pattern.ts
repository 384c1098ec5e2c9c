import type { CodePattern } from "./settings.ts";

/** An error code in some text, and where it stands: UTF-16 units, `end` excluded. */
export interface FoundCode {
  readonly code: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Every error code in some text, in order. Only whole words count: neither CID702345 nor XCID7023 is a code of four or
 * five digits.
 *
 * @param text - words without markup
 */
export function codesIn(text: string, codes: CodePattern): readonly FoundCode[] {
  if (!text.includes(codes.prefix)) return [];
  const { prefix, fewestDigits, mostDigits } = codes;
  const whole = new RegExp(
    String.raw`(?<![\p{L}\p{N}_])${prefix}[0-9]{${fewestDigits},${mostDigits}}(?![\p{L}\p{N}_])`,
    "gu",
  );
  return [...text.matchAll(whole)].map(({ 0: code, index }) => ({ code, start: index, end: index + code.length }));
}

/**
 * The code that somebody wrote in another form: in small letters, without its letters, with the letter O for a zero, with
 * spaces or marks around it. A code that is only near is another one.
 *
 * @param typed - all that was written in place of a code
 * @returns `null` for what can be no code of the site's, or more than one
 *
 * @example
 * meantCode("cid 7O23.", { prefix: "CID", fewestDigits: 4, mostDigits: 5 }) // "CID7023"
 */
export function meantCode(typed: string, { prefix, fewestDigits, mostDigits }: CodePattern): string | null {
  const letters = prefix.replaceAll("O", "[O0]");
  const digits = `[0-9O]{${fewestDigits},${mostDigits}}`;
  const marks = String.raw`[^\p{L}\p{N}]*`;
  const form = new RegExp(String.raw`^${marks}(?:${letters}[\s_-]*)?(${digits})${marks}$`, "u");
  const found = form.exec(typed.slice(0, longestTyped).normalize("NFKC").toUpperCase())?.[1];
  return found === undefined ? null : prefix + found.replaceAll("O", "0");
}

/** Nothing that means one code is longer, in UTF-16 units. */
const longestTyped = 100;

/** Order of codes: those with fewer digits first. */
export function compareCodes(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
