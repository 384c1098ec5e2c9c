/** The answer of the search page, and the page apart from it: whether a query has come into either. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { WholeSearchIndex } from "../../src/model/search-index.ts";
import type { BuiltSite } from "./built-sites.ts";

/** An element of an answer, with all that it says: no attribute is left out. */
export interface AnswerPart {
  /** `a`, `mark` … */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** With the texts of what is in it; for a live region or the whole answer, the loose texts alone. */
  readonly text: string;
}

/** The page as it is without an answer, with what stands in its other fields, and every part of the answer. */
export async function apartFromAnswer(page: Page): Promise<{ contents: string; answer: readonly AnswerPart[] }> {
  return page.evaluate(() => {
    const found = document.querySelector<HTMLElement>(".app-search-results__found")!;
    const status = document.querySelector<HTMLElement>(".app-search-status")!;
    const loose = (element: Element) =>
      [...element.childNodes].flatMap((node) => (node instanceof Text ? [node.data] : [])).join("");
    const answer = [...found.querySelectorAll("*")].map((element) => ({
      name: element.localName,
      attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
      text: element.textContent,
    }));
    const outside = [found, status].map((element) => ({ name: "", attributes: {}, text: loose(element) }));
    const copy = document.documentElement.cloneNode(true) as HTMLElement;
    for (const hidden of copy.querySelectorAll(".app-search-results, .app-search-results__none")) {
      hidden.removeAttribute("hidden");
      hidden.setAttribute("hidden", "");
    }
    copy.querySelector(".app-search-results__found")?.replaceChildren();
    copy.querySelector(".app-search-status")?.replaceChildren();
    const fields = [...document.querySelectorAll<HTMLInputElement>("input:not(#search-query), select, textarea")];
    return {
      contents: [document.title, copy.outerHTML, ...fields.map(({ name, value }) => `${name}=${value}`)].join("\n"),
      answer: [...answer, ...outside],
    };
  });
}

/** Words around an answer, of which the numbers differ. */
const around =
  /^$|^No results$|^[0-9,]+ results?$|^Show more results$|^Get help with this reference$|^We do not know this reference\. Check it on your screen\.$|^References that are almost the same:$/;

/** Whether a part of an answer is made of nothing but what the site's index holds and the words around an answer. */
export function sayingsOf(site: BuiltSite): (part: AnswerPart) => boolean {
  const index = JSON.parse(readFileSync(join(site.folder, "api/search.json"), "utf8")) as WholeSearchIndex;
  const { pages, sections, references, referenceHref } = index;
  const codes = references.map(([code]) => code);
  const hrefs = new Set([
    ...sections.map(([page, fragment]) => `${pages[page]?.[0]}${fragment === "" ? "" : `#${fragment}`}`),
    ...codes.flatMap((code) => [`${referenceHref}${code}/`, `${site.pathPrefix}contact/${code}/`]),
  ]);
  const whole = new Set([
    ...sections.map(([, , heading]) => heading),
    ...pages.flatMap(([, title, hub]) => [title, hub, `${title} – ${hub}`]),
    ...references.map(([code, title]) => `${code}: ${title}`),
    ...codes.map((code) => `Contact us about ${code}`),
  ]);
  const texts = sections.map(([, , , text]) => text).join("\n");
  const isText = (text: string) => around.test(text) || whole.has(text) || texts.includes(text.replace(/^… | …$/g, ""));
  /** Elements that hold others say what those say. */
  const holders = new Set(["ol", "ul", "li", "div"]);
  const names = new Set([...holders, "a", "p", "h3", "mark", "button", "span"]);
  const otherLanguages = new Set(pages.map(([, , , lang]) => lang));
  const isAttribute = ([name, value]: readonly [string, string]) =>
    (name === "class" && /^[a-z_ -]*$/.test(value)) ||
    (name === "href" && hrefs.has(value)) ||
    (name === "lang" && otherLanguages.has(value)) ||
    (name === "type" && value === "button");
  return ({ name, attributes, text }) =>
    (name === "" || names.has(name)) &&
    Object.entries(attributes).every(isAttribute) &&
    (holders.has(name) || isText(text));
}
