import { referenceAddress, sameOnDisk } from "../model/address.ts";
import { pagesOf } from "../model/site.ts";
import type { Redirect, Site } from "../model/site.ts";
import { addressOnSite } from "../model/translation.ts";
import { stubbedAddresses } from "./code-redirects.ts";
import type { LinkView } from "./entry.ts";
import { outputPathOf, redirectHref, redirectPath } from "./output-paths.ts";
import { built } from "./page-entry.ts";
import type { BareEntry, TextIn } from "./page-entry.ts";
import { titleLang } from "./site-view.ts";

/** What a stub page calls the page that it leads to. */
type Title = Pick<LinkView, "text" | "lang">;

/**
 * Stub pages for hosts that do not know redirects, at old addresses and at other spellings of codes; where a page of the
 * site has the same file, the page wins.
 *
 * @param below - the editions that stand in folders of the site
 */
export function redirectEntries(site: Site, textIn: TextIn, below: readonly Site[]): readonly BareEntry[] {
  const titles = new Map([...titlesOf(site), ...below.flatMap((edition) => titlesBelow(edition, site))]);
  // Some disks do not tell capital letters apart: there, a stub would take the place of the page that it leads to.
  const taken = new Set([...titles.keys()].map((address) => sameOnDisk(outputPathOf(address))));
  return [...site.redirects, ...stubbedAddresses(site)].flatMap((redirect) => {
    const outputPath = redirectPath(redirect.from);
    const href = redirectHref(redirect.to, site.settings.pathPrefix);
    if (outputPath === null || href === null || taken.has(sameOnDisk(outputPath))) return [];
    taken.add(sameOnDisk(outputPath));
    const title = titles.get(redirect.to.replace(/[?#].*$/s, "").replace(/\/*$/, "/"));
    return [redirectEntry(site, textIn, redirect, outputPath, { ...(title ?? { text: redirect.to }), href })];
  });
}

/** The titles of a site's pages, by their addresses; each with its language where that is not the site's. */
function titlesOf(site: Site): readonly (readonly [string, Title])[] {
  const { lang } = site.settings;
  return [
    ...pagesOf(site).map((page) => [page.address, inLanguage(page.title, page.lang, lang)] as const),
    ...site.errorReferences.map(({ code, title }) => {
      const titled = inLanguage(`${code}: ${title}`, titleLang(site, code).lang ?? lang, lang);
      return [referenceAddress(code), titled] as const;
    }),
  ];
}

/** The same of an edition, by the addresses that its pages have on the whole site. */
function titlesBelow(edition: Site, { settings }: Site): readonly (readonly [string, Title])[] {
  const { lang } = edition.settings;
  return titlesOf(edition).map(([address, title]) => [
    addressOnSite(address, lang),
    inLanguage(title.text, title.lang ?? lang, settings.lang),
  ]);
}

function inLanguage(text: string, lang: string, around: string): Title {
  return lang === around ? { text } : { text, lang };
}

function redirectEntry(
  site: Site,
  textIn: TextIn,
  { from }: Redirect,
  outputPath: string,
  target: LinkView,
): BareEntry {
  // A canonical address names a whole page, never a part of one.
  const page = target.href.replace(/#.*$/s, "");
  const { url } = site.settings;
  return {
    ...built(site, textIn, "redirect", from),
    outputPath,
    canonical: URL.canParse(page) ? page : url && new URL(page, url).href,
    items: [{ ...target, description: null, type: "article" }],
  };
}
