import type { Page } from "../model/article.ts";
import { codesIn } from "../model/code-pattern.ts";
import type { FoundCode } from "../model/code-pattern.ts";
import { compareText } from "../model/diagnostic.ts";
import type { ErrorReference } from "../model/error-reference.ts";
import type { CodePattern, SiteSettings } from "../model/settings.ts";

/**
 * The error codes that pages explain. A code stands where the first heading names it; one that no heading names, where
 * the first link to the contact page carries it. Pages in the site's own language come before translations, and pages
 * of one language in order of their files.
 *
 * @param pages - those that stand; the front page's own file among them
 * @returns each code once, in order
 */
export function errorReferences(pages: readonly Page[], { codes, lang }: SiteSettings): readonly ErrorReference[] {
  const inOrder = pages.toSorted(
    (a, b) => Number(a.lang !== lang) - Number(b.lang !== lang) || compareText(a.file ?? "", b.file ?? ""),
  );
  const found = new Map<string, ErrorReference>();
  for (const references of [inOrder.flatMap((page) => inHeadings(page, codes)), inOrder.flatMap((page) => inLinks(page, codes))]) {
    for (const reference of references) if (!found.has(reference.code)) found.set(reference.code, reference);
  }
  return [...found.values()].toSorted((a, b) => a.code.length - b.code.length || compareText(a.code, b.code));
}

/** The codes that a page's headings name. */
function inHeadings(page: Page, codes: CodePattern): readonly ErrorReference[] {
  return page.body.facts.headings.flatMap(({ text, id }) => {
    const named = codesIn(text, codes);
    const title = (named.length > 0 && titleWithoutCodes(text, named)) || page.title;
    return named.map(({ code }) => ({ code, title, address: page.address, headingId: id }));
  });
}

/** The codes that a page's contact links carry, each under the heading above its link, unless that names another code. */
function inLinks(page: Page, codes: CodePattern): readonly ErrorReference[] {
  const { headings, contactLinks } = page.body.facts;
  return contactLinks.flatMap(({ code, span }) => {
    if (codesIn(code, codes)[0]?.code !== code) return [];
    const heading = headings.findLast((heading) => heading.span.line < span.line);
    if (heading !== undefined && codesIn(heading.text, codes).length > 0) return [];
    return [{ code, title: heading?.text ?? page.title, address: page.address, headingId: heading?.id ?? null }];
  });
}

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
function titleWithoutCodes(heading: string, named: readonly FoundCode[]): string {
  if (named.length > mostInTitle) return "";
  const code = `(?:${named.map(({ code }) => code).join("|")})`;
  const run = String.raw`(?:references?\s+)?${code}(?:\s*(?:,|/|&|\band\b|\bor\b)\s*${code})*`;
  const mark = "[:;,–—-]";
  return heading
    .trim()
    .replace(new RegExp(String.raw`^(?:${run}\s*(?:${mark}|$)|[([]${run}[)\]]\s*${mark}?)\s*`, "iu"), "")
    .replace(new RegExp(String.raw`\s*(?:(?:^|${mark})\s*${run}|${mark}?\s*[([]${run}[)\]])$`, "iu"), "")
    .trim();
}
