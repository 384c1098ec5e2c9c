import type { Entry } from "../../src/output/entry.ts";
import { pageTypes } from "../../src/output/page-types.ts";

/** A page to look at: a row of the index. */
export interface Row {
  /** The folder of its pictures, and what `--only` names. */
  readonly name: string;
  readonly title: string;
  /** The row of `page-types.ts` that it is an example of. */
  readonly type: string;
  /** From the site root: `/manage/`, `/search/?q=password`. */
  readonly path: string;
}

/** A kind of page that is worth a row of its own. Of all pages of its type, the one that measures most is shown. */
interface Kind {
  readonly name: string;
  readonly title: string;
  readonly type: string;
  /** 0 where a page is no example of the kind. */
  readonly measure: (entry: Entry) => number;
  /** What stands behind the page's address. */
  readonly query?: string;
}

const seed = "error-messages-support.md";

const kinds: readonly Kind[] = [
  { name: "home", title: "Home", type: "home", measure: () => 1 },
  {
    name: "hub",
    title: "Hub",
    type: "hub",
    measure: ({ breadcrumbs, items }) => (breadcrumbs.length === 1 ? items.length : 0),
  },
  { name: "nested-hub", title: "Hub inside a hub", type: "hub", measure: ({ breadcrumbs }) => breadcrumbs.length - 1 },
  {
    name: "article",
    title: "Article with a list of contents",
    type: "article",
    measure: ({ contents, file }) => (contents.length > 1 && file !== seed ? contents.length : 0),
  },
  {
    name: "error-messages",
    title: "The article with the error references",
    type: "article",
    measure: ({ file }) => (file === seed ? 1 : 0),
  },
  {
    name: "article-with-pictures",
    title: "Article with pictures",
    type: "article",
    measure: ({ html }) => html.split("<img").length - 1,
  },
  {
    name: "article-with-tables",
    title: "Article with tables",
    type: "article",
    measure: ({ html }) => html.split("<table").length - 1,
  },
  { name: "contact", title: "Contact", type: "contact", measure: ({ contact }) => (contact?.reference ? 0 : 1) },
  {
    name: "contact-about-reference",
    title: "Contact about an error reference",
    type: "contact",
    measure: ({ contact }) => (contact?.reference ? 1 : 0),
  },
  { name: "search", title: "Search", type: "search", measure: () => 1 },
  { name: "search-results", title: "Search results", type: "search", measure: () => 1, query: "?q=password" },
];

/** The names of rows that any content with an example of each kind of page has. */
export const kindNames: readonly string[] = kinds.map(({ name }) => name);

/**
 * The pages of a site to look at: one of each kind, every plain page, and one of each further type of page.
 *
 * @param entries - every page of the site
 */
export function rowsOf(entries: readonly Entry[]): readonly Row[] {
  const ofKinds = kinds.flatMap(({ name, title, type, measure, query = "" }) => {
    const [best] = entries
      .filter((entry) => entry.type === type && measure(entry) > 0)
      .toSorted((a, b) => measure(b) - measure(a));
    return best ? [{ name, title, type, path: pathOf(best) + query }] : [];
  });
  const plain = entries
    .filter(({ type }) => type === "page")
    .map((entry) => ({ name: slug(entry.address), title: entry.title, type: "page", path: pathOf(entry) }));
  const shown = new Set([...kinds.map(({ type }) => type), "page"]);
  const others = pageTypes
    .filter(({ type }) => !shown.has(type))
    .flatMap(({ type }) => entries.find((entry) => entry.type === type) ?? [])
    .map((entry) => ({ name: entry.type, title: inWords(entry.type), type: entry.type, path: pathOf(entry) }));
  return [...ofKinds, ...plain, ...others];
}

/** Where a page is served: the address of a stub may be written without the slash of its folder. */
function pathOf({ outputPath }: Entry): string {
  return `/${outputPath.replace(/(^|\/)index\.html$/, "$1")}`;
}

/** `/help/cookies/` → `page-help-cookies`. */
function slug(address: string): string {
  return `page-${address.replace(/^\/|\/$/g, "").replaceAll("/", "-")}`;
}

/** `not-found` → `Not found`. */
function inWords(type: string): string {
  return type.charAt(0).toUpperCase() + type.slice(1).replaceAll("-", " ");
}
