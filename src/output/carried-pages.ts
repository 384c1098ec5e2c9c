import { builtAddresses, publishedHref, referenceAddress } from "../model/address.ts";
import { pagesOf } from "../model/site.ts";
import type { Site } from "../model/site.ts";
import type { LinkView } from "./entry.ts";
import { pageLink, titleLang } from "./site-view.ts";

/** A page that a message can be about: its title, and where it is. */
export interface CarriedPage extends LinkView {
  /** Where it stands on the site's host, not encoded: `/help/manage/`. Forms and messages name it so, in any language. */
  readonly path: string;
}

/**
 * Every page of an edition that asks whether anything is wrong with it: those that people wrote, and those about error
 * codes.
 */
export function carriedPages(edition: Site): readonly CarriedPage[] {
  const { pathPrefix } = edition.settings;
  const pathOf = (address: string) => pathPrefix + address.slice(1);
  const written = pagesOf({ ...edition, translations: [] });
  return [
    ...written.map((page) => ({ ...pageLink(edition, page), path: pathOf(page.address) })),
    ...edition.errorReferences.map(({ code, title: text }) => {
      const address = referenceAddress(code);
      return { text, href: publishedHref(address, pathPrefix), ...titleLang(edition, code), path: pathOf(address) };
    }),
  ];
}

/**
 * Where a page's question leads, whether anything is wrong with it: to a contact page, which is told the page where it
 * has a form to carry it.
 *
 * @param contact - the address of that contact page
 *
 * @example
 * pageProblemHref(site, "/manage/") // "/help/contact/?page=/help/manage/"
 */
export function pageProblemHref(site: Site, address: string, contact: string = builtAddresses.contact): string {
  const { pathPrefix } = site.settings;
  const href = publishedHref(contact, pathPrefix);
  if (site.contact.form === null) return href;
  // A slash says nothing else in a query, and people can read it.
  return `${href}?page=${encodeURIComponent(pathPrefix + address.slice(1)).replaceAll("%2F", "/")}`;
}
