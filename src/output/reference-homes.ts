import { publishedHref } from "../model/address.ts";
import type { Page } from "../model/article.ts";
import type { ErrorReference } from "../model/error-reference.ts";
import { pagesOf } from "../model/site.ts";
import type { Site } from "../model/site.ts";

/** A page that explains a code. */
export interface ReferenceHome {
  readonly page: Page;
  /** Whether the page is one of the edition's own; else it is the original's, as no translation explains the code. */
  readonly isTranslated: boolean;
}

/** Tells the page that explains a code, on a site or in one edition of it; `null` where the register alone does. */
export function referenceHomes(site: Site): (reference: ErrorReference) => ReferenceHome | null {
  const pages = byAddress(site);
  const originals = site.editionOf === null ? pages : byAddress(site.editionOf.original);
  return (reference) => {
    const isTranslated = !isUntranslated(site, reference);
    const page = (isTranslated ? pages : originals).get(reference.home?.address ?? "");
    return page === undefined ? null : { page, isTranslated };
  };
}

/** Whether nobody has translated what is said of a code. */
export function isUntranslated({ editionOf }: Site, { code }: ErrorReference): boolean {
  return editionOf?.untranslatedWords.has(code) ?? false;
}

/**
 * The site that has the page with the words: the edition itself, or the original where the page's translation does not
 * say them. Addresses start from its root.
 */
export function siteOfHome(site: Site, { page, isTranslated }: ReferenceHome): Site {
  const { editionOf } = site;
  return isTranslated || editionOf === null || editionOf.untranslated.has(page.address) ? site : editionOf.original;
}

/** Where the words come from, ready to print. */
export function homeHref(site: Site, home: ReferenceHome): string {
  return publishedHref(home.page.address, siteOfHome(site, home).settings.pathPrefix);
}

function byAddress(site: Site): ReadonlyMap<string, Page> {
  return new Map(pagesOf(site).map((page) => [page.address, page]));
}
