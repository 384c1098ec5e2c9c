import { parseFragment } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";
import { builtAddresses, decodedFragment, publishedHref } from "../model/address.ts";
import type { Page } from "../model/article.ts";
import type { EditionOf } from "../model/edition.ts";
import { pagesOf } from "../model/site.ts";
import type { Site } from "../model/site.ts";
import { attributeOf, elementsUnder } from "./html-tree.ts";
import { redirectHref } from "./output-paths.ts";

type Element = DefaultTreeAdapterTypes.Element;

/**
 * The words of a page as an edition shows them. Links that lead to a page of the site in its own language lead to the
 * same page of the edition; those that say that they lead to another language are left as they are.
 */
export function htmlInEdition(site: Site, { body: { html } }: Page): string {
  const { editionOf } = site;
  if (editionOf === null || !html.includes("<a ")) return html;
  const hrefOf = hrefsIn(site, editionOf);
  // Only the addresses are put in place of the old ones: everything else stays as it was written, sign by sign.
  const places = [...elementsUnder(parseFragment(html, { sourceCodeLocationInfo: true }).childNodes)].flatMap(
    (element) => {
      const href = attributeOf(element, "href");
      const at = element.sourceCodeLocation?.attrs?.["href"];
      if (element.tagName !== "a" || href === undefined || at === undefined || isInOtherLanguage(element, site))
        return [];
      const inEdition = hrefOf(href);
      return inEdition === null ? [] : [{ start: at.startOffset, end: at.endOffset, href: inEdition }];
    },
  );
  let read = 0;
  const parts = places.map(({ start, end, href }) => {
    const part = `${html.slice(read, start)}href="${href.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`;
    read = end;
    return part;
  });
  return parts.join("") + html.slice(read);
}

/** Whether a link itself says that what it leads to, or what it says, is in another language than the edition's. */
function isInOtherLanguage(element: Element, { settings: { lang } }: Site): boolean {
  const said = [attributeOf(element, "hreflang"), attributeOf(element, "lang")].find((value) => value !== undefined);
  return said !== undefined && primary(said) !== primary(lang);
}

function primary(lang: string): string {
  return lang.toLowerCase().replace(/-.*/, "");
}

/** Where links of an edition lead; made once for all of its pages. */
const made = new WeakMap<Site, (href: string) => string | null>();

function hrefsIn(site: Site, editionOf: EditionOf): (href: string) => string | null {
  const known = made.get(site) ?? hrefInEdition(site, editionOf);
  made.set(site, known);
  return known;
}

/** Tells where a link of the site in its own language leads in an edition; `null` for one that stays as it is. */
function hrefInEdition(site: Site, editionOf: EditionOf): (href: string) => string | null {
  const inEdition = pageInEdition(site, editionOf);
  const { redirects, settings } = editionOf.original;
  const moved = new Map(
    redirects.map(({ from, to }) => [publishedHref(from, settings.pathPrefix), redirectHref(to, settings.pathPrefix)]),
  );
  return (href) => {
    const link = partsOf(href);
    const to = moved.get(link.path) ?? null;
    if (to === null) return inEdition(link);
    // What the redirect says itself goes before what the link says, as on hosts.
    const { path, query, fragment } = partsOf(to);
    return inEdition({
      path: path.replace(/\/*$/, "/"),
      query: query || link.query,
      fragment: fragment || link.fragment,
    });
  };
}

interface HrefParts {
  readonly path: string;
  /** With its question mark. */
  readonly query: string;
  /** With its hash sign. */
  readonly fragment: string;
}

function partsOf(href: string): HrefParts {
  const [, path = "", query = "", fragment = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(href) ?? [];
  return { path, query, fragment };
}

/** The same for links that lead to no old address. */
function pageInEdition(site: Site, { original, addresses }: EditionOf): (href: HrefParts) => string | null {
  const { pathPrefix } = original.settings;
  const builtHref = new RegExp(
    `^(?:${[builtAddresses.search, builtAddresses.contact, builtAddresses.errors].join("|")})`,
  );
  const byHref = new Map(
    [...addresses].map(([address, inEdition]) => [
      publishedHref(address, pathPrefix),
      { href: publishedHref(inEdition, site.settings.pathPrefix), address, inEdition },
    ]),
  );
  const [before, after] = [original, site].map(
    (one) => new Map<string, Page>(pagesOf(one).map((page) => [page.address, page])),
  );
  return ({ path, query, fragment }) => {
    const page = byHref.get(path);
    if (page === undefined) {
      const isBuilt = path.startsWith(pathPrefix) && builtHref.test(`/${path.slice(pathPrefix.length)}`);
      return isBuilt ? site.settings.pathPrefix + path.slice(pathPrefix.length) + query + fragment : null;
    }
    return page.href + query + fragmentIn(fragment, before?.get(page.address), after?.get(page.inEdition));
  };
}

/**
 * The fragment for the same place in a translation: the same id, else the heading in the same place where both pages
 * have the same headings one below the other. Where neither is there, the link leads to the page as a whole.
 */
function fragmentIn(fragment: string, original: Page | undefined, page: Page | undefined): string {
  const id = decodedFragment(fragment.slice(1));
  if (id === "" || page === undefined || page === original || page.body.facts.ids.has(id)) return fragment;
  const [before, after] = [original?.body.facts.headings ?? [], page.body.facts.headings];
  const place = before.findIndex((heading) => heading.id === id || heading.aliases.includes(id));
  const isAlike = before.length === after.length && before.every(({ level }, index) => level === after[index]?.level);
  const heading = isAlike ? after[place] : undefined;
  return heading === undefined ? "" : `#${encodeURIComponent(heading.id)}`;
}
