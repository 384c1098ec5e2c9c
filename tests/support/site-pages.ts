/** The built sites as tests go through them. */
import { readFileSync } from "node:fs";
import { inject } from "vitest";
import type { BuiltSite, BuiltSites } from "./built-sites.ts";
import { all, filesOf, pagesOf } from "./page.ts";
import type { BuiltPage } from "./page.ts";

/** The address of the page that the seed becomes. */
export const seedAddress = "/error-messages-support/";

/** The sites that were built for this run, with their names. */
export function builtSites(): readonly (readonly [name: keyof BuiltSites, site: BuiltSite])[] {
  return Object.entries(inject("builtSites")) as [keyof BuiltSites, BuiltSite][];
}

/** A built site, by its name. */
export function builtSite(name: keyof BuiltSites): BuiltSite {
  return inject("builtSites")[name];
}

/** Stub pages at old addresses lead on at once; everything else that is a page, a citizen can read. */
export function isStub(page: BuiltPage): boolean {
  return all(page.document, 'meta[http-equiv="refresh"]').length > 0;
}

/** The pages of a site that citizens read. */
export function readablePagesOf(site: BuiltSite): readonly BuiltPage[] {
  return pagesOf(site.folder).filter((page) => !isStub(page));
}

/** Where the editions of this repository's own content are, the first language first. */
export const languages: readonly string[] = ["/", "/cy/"];

/** Where the home page of an address's edition is, both without the path prefix. */
export function editionOf(address: string): string {
  return languages.findLast((home) => address.startsWith(home)) ?? "/";
}

/** Whether a page stands in an edition in the words of the original, as nobody has translated it. */
export function isFallback({ document }: BuiltPage): boolean {
  return all(document, ".app-fallback-notice").length > 0;
}

/**
 * What kinds of page there are: one address of each in this repository's own content and in each of its languages,
 * without the path prefix.
 */
export function pageOfEachKind(): readonly (readonly [kind: string, address: string])[] {
  return languages.flatMap((path) => kindsOfPage().map(([kind, address]) => [kind, path + address.slice(1)] as const));
}

function kindsOfPage(): readonly (readonly [kind: string, address: string])[] {
  const written = ["hub", "article", "page"].map((type) => [type, addressOfType(type)] as const);
  return [
    ["home", "/"],
    ["seed", seedAddress],
    ...written,
    ["cookies", "/cookies/"],
    ["privacy", "/privacy/"],
    ["search", "/search/"],
    ["reference-list", "/errors/"],
    ["reference", "/errors/CID7023/"],
    ["contact", "/contact/"],
    ["contact", "/contact/CID7023/"],
    ["contact", "/contact/sent/"],
    ["not found", "/404.html"],
  ];
}

/** The address at which a page of a built site is served. */
export function served(site: BuiltSite, address: string): string {
  return new URL(address.slice(1), site.address).href;
}

/** The first page of a type, home and the seed left out, because they are in the list already. */
function addressOfType(type: string): string {
  for (const file of filesOf("content").filter((name) => name.endsWith(".md"))) {
    const address = `/${file.replace(/(^|\/)index\.md$/, "$1").replace(/\.md$/, "/")}`;
    const isOfType = new RegExp(`^type: *${type} *$`, "m").test(readFileSync(`content/${file}`, "utf8"));
    if (isOfType && address !== "/" && address !== seedAddress) return address;
  }
  throw new Error(`content/ holds no example of a page of type ${type}`);
}
