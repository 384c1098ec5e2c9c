import { builtAddresses, contactAddress, linkTarget, referenceAddress } from "../model/address.ts";
import type { Page } from "../model/article.ts";
import { editionsOf } from "../model/edition.ts";
import { pagesOf } from "../model/site.ts";
import type { Site } from "../model/site.ts";
import { addressOnSite } from "../model/translation.ts";

/** Where links of a site lead in the end: written in full or in short, by an old address or the new one. */
export interface LinkDestinations {
  /**
   * The address on this site that a web address names: `https://help.example.org/a/#b` → `/a/#b`.
   *
   * @returns `null` for the address of another site, and where the site's own is not known
   */
  readonly pathOf: (href: string) => string | null;
  /**
   * What a link leads to, the same for every way to write it.
   *
   * @param file - the file that the link stands in
   * @returns `null` for an address that must not be published
   */
  readonly placeOf: (href: string, file: string) => { readonly address: string; readonly fragment: string } | null;
  /** The page at an address that `placeOf` gives; `null` for what is no page that somebody wrote. */
  readonly pageAt: (address: string) => Page | null;
  /** Whether the site has something at an address that `placeOf` gives: a page of any kind, a file. */
  readonly isThere: (address: string) => boolean;
}

/** Looks up destinations in a site. */
export function linkDestinations(site: Site): LinkDestinations {
  const pages = new Map<string, Page>(pagesOf(site).map((page) => [page.address, page]));
  const redirects = new Map(site.redirects.map(({ from, to }) => [from, to]));
  const codes = site.errorReferences.map(({ code }) => code);
  const contactPages = new Set([builtAddresses.contact, ...codes.map(contactAddress)]);
  const others = new Set([
    ...Object.values(builtAddresses),
    ...contactPages,
    ...codes.map(referenceAddress),
    ...addressesInEditions(site, codes),
    ...site.files.map(({ path }) => `/${path}`),
  ]);
  const pathOf = (href: string): string | null => pathOnSite(href, site.settings.url);
  return {
    pathOf,
    pageAt: (address) => pages.get(address) ?? null,
    isThere: (address) => pages.has(address) || others.has(address),
    placeOf: (href, file) => {
      const target = linkTarget(pathOf(href) ?? href, file);
      switch (target.kind) {
        case "refused":
          return null;
        case "elsewhere":
          return { address: URL.canParse(target.href) ? new URL(target.href).href : target.href, fragment: "" };
        case "file":
          return { address: `/${target.path}`, fragment: target.fragment };
        case "page": {
          const address = redirects.get(target.address) ?? target.address;
          // Error codes come along to the contact page, which stays one page.
          if (contactPages.has(address)) return { address: builtAddresses.contact, fragment: target.fragment };
          return { address: address + (pages.has(address) ? "" : target.query), fragment: target.fragment };
        }
      }
    },
  };
}

/** What is there in other languages: pages, translated or not, and what the build makes. */
function addressesInEditions(site: Site, codes: readonly string[]): readonly string[] {
  const [, ...others] = editionsOf(site);
  const built = [...Object.values(builtAddresses), ...codes.map(contactAddress), ...codes.map(referenceAddress)];
  return others.flatMap((edition) =>
    [...pagesOf(edition).map(({ address }) => address), ...built].map((address) =>
      addressOnSite(address, edition.settings.lang),
    ),
  );
}

/** @param own - the site's address, with a slash at the end */
function pathOnSite(href: string, own: string | null): string | null {
  if (own === null || !/^https?:\/\//i.test(href) || !URL.canParse(href)) return null;
  const [target, home] = [new URL(href), new URL(own)];
  const isOurs = target.host === home.host && target.username === "" && target.password === "";
  if (!isOurs || !`${target.pathname}/`.startsWith(home.pathname)) return null;
  return `/${target.pathname.slice(home.pathname.length)}${target.search}${target.hash}`;
}

/** Names and numbers of machines that only those in the same house can reach (RFC 1918, RFC 6761, RFC 6762). */
const insideHost =
  /^(?:(?:[^.]+\.)*(?:localhost|local|internal|intranet|lan|home|corp)|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|169\.254(?:\.\d+){2}|0\.0\.0\.0|\[::1\]|[^.:]+)$/;

/** Whether a web address names a machine that citizens cannot reach. */
export function isUnreachable(href: string): boolean {
  return /^https?:/i.test(href) && URL.canParse(href) && insideHost.test(new URL(href).hostname);
}
