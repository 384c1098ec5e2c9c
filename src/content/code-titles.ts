/** A heading that names more codes than this is a list of them, and says of none what it means. */
const mostInTitle = 10;

/**
 * The words of a heading that say what a code means. A code in the middle of a sentence is a part of it, and stays.
 *
 * @param named - the codes that the heading names
 * @returns `""` for a heading that is nothing but codes, or a list of them
 *
 * @example
 * titleWithoutCodes("Unable to connect - Reference CID7023", [CID7023]) // "Unable to connect"
 */
export function titleWithoutCodes(heading: string, named: readonly string[]): string {
  if (named.length > mostInTitle) return "";
  const code = `(?:${named.join("|")})`;
  const run = String.raw`(?:references?\s+)?${code}(?:\s*(?:,|/|&|\band\b|\bor\b)\s*${code})*`;
  const mark = "[:;,–—-]";
  return heading
    .trim()
    .replace(new RegExp(String.raw`^(?:${run}\s*(?:${mark}|$)|[([]${run}[)\]]\s*${mark}?)\s*`, "iu"), "")
    .replace(new RegExp(String.raw`\s*(?:(?:^|${mark})\s*${run}|${mark}?\s*[([]${run}[)\]])$`, "iu"), "")
    .trim();
}
