import type { FoundCode, FoundReference, SearchAnswer, SearchResult } from "../../src/model/search.ts";
import { counted, filled } from "./counted-words.ts";
import type { CountForms } from "./counted-words.ts";
import { element } from "./element.ts";

/** What is said of an answer, as the results' `data-words` holds it. */
export interface SearchWords {
  readonly waiting: string;
  readonly broken: string;
  readonly none: string;
  readonly results: CountForms;
  readonly more: string;
  readonly reference: string;
  readonly help: string;
  readonly contact: string;
  readonly unknown: string;
  readonly near: string;
}

/** How many there are, a reference that was named among them. */
export function countOf({ code, total }: SearchAnswer, words: SearchWords): string {
  const all = total + (code?.kind === "known" ? 1 : 0);
  return all === 0 ? words.none : counted(words.results, all, document.documentElement.lang);
}

/**
 * An answer in elements. They hold the site's own words, and nothing of what was searched for but where it stands in
 * them.
 *
 * @param contact - the address of the contact page
 */
export function answerElements(answer: SearchAnswer, words: SearchWords, contact: string): readonly HTMLElement[] {
  const { code, results } = answer;
  const items = results.map(resultItem);
  if (code?.kind === "known") items.unshift(referenceItem(code.reference, words, contact));
  return [
    ...(code?.kind === "unknown" ? [unknownReference(code, words)] : []),
    element("p", "app-search-results__count", [countOf(answer, words)]),
    ...(items.length > 0 ? [element("ol", "nhsuk-list app-search-results__list", items)] : []),
  ];
}

/** Where a section is: its page, in its language, and its hub. */
export function placeOf({ heading, page, hub, lang }: SearchResult): readonly (Node | string)[] {
  const title = lang === null ? page : inLanguage(element("span", "", [page]), lang);
  const own = page === heading ? [] : [title];
  return hub === null ? own : [...own, own.length === 0 ? hub : ` – ${hub}`];
}

/** Says that words are not in the language of those around them. */
export function inLanguage<Words extends HTMLElement>(words: Words, lang: string | null): Words {
  if (lang !== null) words.lang = lang;
  return words;
}

function resultItem(result: SearchResult): HTMLLIElement {
  const { href, heading, excerpt, lang } = result;
  const place = placeOf(result);
  const parts = excerpt.map(({ text, marked }) => (marked ? element("mark", "", [text]) : text));
  return element("li", "app-search-result", [
    element("h3", "nhsuk-heading-xs app-search-result__heading", [inLanguage(link(href, heading), lang)]),
    ...(place.length === 0 ? [] : [element("p", "app-search-result__place", place)]),
    ...(parts.length === 0 ? [] : [inLanguage(element("p", "app-search-result__excerpt", parts), lang)]),
  ]);
}

function referenceItem(reference: FoundReference, words: SearchWords, contact: string): HTMLLIElement {
  const { code, href } = reference;
  return element("li", "app-search-result app-search-result--reference", [
    element("h3", "nhsuk-heading-s app-search-result__heading", [nameOf(reference, words)]),
    element("ul", "app-search-result__ways", [
      element("li", "", [link(href, words.help)]),
      element("li", "", [link(`${contact}${encodeURIComponent(code)}/`, filled(words.contact, { code }))]),
    ]),
  ]);
}

function unknownReference({ near }: Extract<FoundCode, { kind: "unknown" }>, words: SearchWords): HTMLDivElement {
  const items = near.map((reference) => element("li", "", [link(reference.href, nameOf(reference, words))]));
  return element("div", "app-search-unknown", [
    element("p", "app-search-unknown__words", [words.unknown]),
    ...(items.length === 0 ? [] : [element("p", "", [words.near]), element("ul", "app-link-list", items)]),
  ]);
}

function nameOf({ code, title }: FoundReference, words: SearchWords): string {
  return filled(words.reference, { code, title });
}

function link(href: string, text: string): HTMLAnchorElement {
  const made = element("a", "", [text]);
  made.href = href;
  return made;
}
