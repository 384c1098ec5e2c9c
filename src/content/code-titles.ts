import { codesIn } from "../model/code-pattern.ts";
import type { CodePattern } from "../model/settings.ts";

/** "Reference" in the languages in which the layouts have words. */
const words = String.raw`(?:references?|(?:cyfeirnod|cyfeirnodau)(?:\s+gwall)?)`;

/** A heading that names more codes than this is a list of them, and says of none what it means. */
const mostInTitle = 10;

/**
 * Tells the words of a heading that say what a code means: without the codes at either end, the word "Reference", brackets
 * and marks around them. A code in the middle of a sentence is a part of it, and stays. A heading that names no code is
 * its own title; one that is nothing but codes, or a list of them, has none: `""`.
 *
 * Patterns of this kind take longer to make than to use: they are made once for all headings of a site.
 *
 * @example
 * codeTitles({ prefix: "CID", fewestDigits: 4, mostDigits: 5 })("Unable to connect - Reference CID7023") // "Unable to connect"
 */
export function codeTitles(codes: CodePattern): (heading: string) => string {
  const { prefix, fewestDigits, mostDigits } = codes;
  const code = `${prefix}[0-9]{${fewestDigits},${mostDigits}}`;
  const run = String.raw`(?:${words}\s+)?${code}(?:\s*(?:,|/|&|\b(?:and|or|a|neu)\b)\s*${code})*`;
  const mark = "[:;,–—-]";
  const atStart = new RegExp(String.raw`^(?:${run}\s*(?:${mark}|$)|[([]${run}[)\]]\s*${mark}?)\s*`, "iu");
  const atEnd = new RegExp(String.raw`\s*(?:(?:^|${mark})\s*${run}|${mark}?\s*[([]${run}[)\]])$`, "iu");
  return (heading) => {
    const { length } = codesIn(heading, codes);
    if (length === 0) return heading;
    if (length > mostInTitle) return "";
    return heading.trim().replace(atStart, "").replace(atEnd, "").trim();
  };
}
