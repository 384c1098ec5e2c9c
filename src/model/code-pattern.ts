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
