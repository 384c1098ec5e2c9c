import { builtAddresses, publishedHref } from "../model/address.ts";
import type { Article, Hub, Page } from "../model/article.ts";
import { homeHub, hubTrail } from "../model/hub.ts";
import { pagesOf } from "../model/site.ts";
import type { Redirect, Site } from "../model/site.ts";
import { dayInWords } from "./dates.ts";
import type { Entry, LayoutText, LinkView } from "./entry.ts";
import { wordsAt } from "./layout-words.ts";
import { outputPathOf, redirectHref, redirectPath } from "./output-paths.ts";
import { hubLink, hubsWithArticles, listItems } from "./site-view.ts";
import { describeApart, nameApart } from "./unique-names.ts";
import type { EntryDraft } from "./unique-names.ts";

/** What the layouts say themselves, by language; `openLayouts` gives it: one and the same for all that share a file. */
export type TextIn = (lang: string) => LayoutText;

/** An entry before its type's row says what it is; `layout` is there where the page names its own. */
type BareEntry = Omit<EntryDraft, "type" | "layout"> & Partial<Pick<EntryDraft, "layout">>;

/** A kind of page: where its pages come from, and the layout that prints them. */
export interface PageType {
  readonly type: string;
  /** File name in `layouts/`; a page that names its own goes before. */
  readonly layout: string;
  readonly entries: (site: Site, textIn: TextIn) => readonly BareEntry[];
}

/** Every kind of page. To add one, add a row and a layout. */
export const pageTypes: readonly PageType[] = [
  {
    type: "home",
    layout: "home.njk",
    entries: (site, textIn) => [{ ...written(site, site.home, textIn), items: listItems(site, homeHub) }],
  },
  {
    type: "hub",
    layout: "hub.njk",
    entries: (site, textIn) =>
      [...site.hubs.values()]
        .filter((hub) => hub.name !== homeHub)
        .map((hub) => ({ ...written(site, hub, textIn), items: listItems(site, hub.name) })),
  },
  {
    type: "article",
    layout: "article.njk",
    entries: (site, textIn) =>
      site.articles.map((article) => ({ ...written(site, article, textIn), contents: contentsOf(article) })),
  },
  {
    type: "page",
    layout: "page.njk",
    entries: (site, textIn) => site.plainPages.map((page) => written(site, page, textIn)),
  },
  {
    type: "search",
    layout: "search.njk",
    entries: (site, textIn) => [
      { ...built(site, textIn, "search", builtAddresses.search), hubs: hubsWithArticles(site) },
    ],
  },
  {
    type: "contact",
    layout: "contact.njk",
    entries: (site, textIn) => [built(site, textIn, "contact", builtAddresses.contact)],
  },
  {
    type: "not-found",
    layout: "not-found.njk",
    entries: (site, textIn) => [
      { ...built(site, textIn, "notFound", builtAddresses.notFound), canonical: null, hubs: hubsWithArticles(site) },
    ],
  },
  { type: "redirect", layout: "redirect.njk", entries: redirectEntries },
];

/**
 * Every page of a site as its layout sees it, by type, each with a title and a description of its own.
 *
 * @throws Error if two pages would take one file; `loadSite` reports that to the editor, so here it is our bug
 */
export function entriesOf(site: Site, textIn: TextIn): readonly Entry[] {
  const drafts = pageTypes.flatMap(({ type, layout, entries }) =>
    entries(site, textIn).map((entry) => ({ ...entry, type, layout: entry.layout ?? layout })),
  );
  return describeApart(nameApart(drafts, site.settings));
}

/** The parts of an entry that come from a page which an editor wrote. */
function written(site: Site, page: Page, textIn: TextIn): BareEntry {
  const { pathPrefix } = site.settings;
  const above = hubsAbove(site, page);
  const text = textIn(page.lang);
  // A day stands in a sentence of the layouts', whose words may be English for want of the page's own language.
  const wordsLang = text === textIn("en") ? "en" : page.lang;
  return {
    ...nothingListed,
    layout: page.layout,
    address: page.address,
    outputPath: outputPathOf(page.address),
    file: page.file,
    title: page.title,
    description:
      page.subtitle ?? (page.body.facts.firstSentence || wordsAt(text, "pages.description", { title: page.title })),
    pageName: page.pageName,
    lang: page.lang,
    canonical: canonical(site, page.address),
    draft: page.draft,
    breadcrumbs: above.map((hub) => hubLink(hub, pathPrefix)),
    trail: trailOf(above),
    html: page.body.html,
    lastReviewed: page.lastReviewed === null ? null : dayInWords(page.lastReviewed, wordsLang),
    nextReview: page.nextReview === null ? null : dayInWords(page.nextReview, wordsLang),
  };
}

/** The parts of an entry that the build makes itself, with words from the layouts' text. */
function built(site: Site, textIn: TextIn, key: string, address: string): BareEntry {
  const text = textIn(site.settings.lang);
  return {
    ...nothingListed,
    address,
    outputPath: outputPathOf(address),
    file: null,
    title: wordsAt(text, `pages.${key}.title`),
    description: wordsAt(text, `pages.${key}.description`, { site: site.settings.name }),
    pageName: key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    lang: site.settings.lang,
    canonical: canonical(site, address),
    draft: false,
    breadcrumbs: [hubLink(site.home, site.settings.pathPrefix)],
    trail: [],
    html: "",
    lastReviewed: null,
    nextReview: null,
  };
}

/** Stub pages for hosts that do not know redirects; where a page of the site has the same file, the page wins. */
function redirectEntries(site: Site, textIn: TextIn): readonly BareEntry[] {
  const pages = new Map(pagesOf(site).map((page) => [page.address, page]));
  // Some disks do not tell capital letters apart: there, a stub would take the place of the page that it leads to.
  const fileKey = (outputPath: string) => outputPath.normalize("NFC").toLowerCase();
  const taken = new Set([...pages.keys()].map((address) => fileKey(outputPathOf(address))));
  return site.redirects.flatMap((redirect) => {
    const outputPath = redirectPath(redirect.from);
    const href = redirectHref(redirect.to, site.settings.pathPrefix);
    if (outputPath === null || href === null || taken.has(fileKey(outputPath))) return [];
    taken.add(fileKey(outputPath));
    const target = pages.get(redirect.to.replace(/[?#].*$/s, "").replace(/\/*$/, "/"));
    return [redirectEntry(site, textIn, redirect, outputPath, { text: target?.title ?? redirect.to, href })];
  });
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

/** The hubs above a page, home first; home alone for a page outside the hubs; none for home. */
function hubsAbove(site: Site, page: Page): readonly Hub[] {
  if (page.type === "page") return [site.home];
  return page.hub === null ? [] : hubTrail(page.hub, site.hubs);
}

function trailOf(above: readonly Hub[]): readonly string[] {
  return above
    .filter((hub) => hub.name !== homeHub)
    .map((hub) => hub.shortTitle)
    .toReversed();
}

function contentsOf(article: Article): readonly LinkView[] {
  return article.body.facts.headings
    .filter((heading) => heading.level === 2)
    .map((heading) => ({ text: heading.text, href: `#${encodeURIComponent(heading.id)}` }));
}

function canonical(site: Site, address: string): string | null {
  return site.settings.url === null ? null : publishedHref(address, site.settings.url);
}

const nothingListed = { contents: [], items: [], hubs: [] } as const;
