import { publishedHref } from "../model/address.ts";
import type { Hub, Page } from "../model/article.ts";
import { homeHub, hubTrail } from "../model/hub.ts";
import type { Site } from "../model/site.ts";
import { pageProblemHref } from "./carried-pages.ts";
import { dayInWords } from "./dates.ts";
import { htmlInEdition } from "./edition-links.ts";
import type { LayoutText } from "./entry.ts";
import { wordsAt } from "./layout-words.ts";
import { outputPathOf } from "./output-paths.ts";
import { hubLink } from "./site-view.ts";
import type { EntryDraft } from "./unique-names.ts";

/** What the layouts say themselves, by language; `openLayouts` gives it: one and the same for all that share a file. */
export type TextIn = (lang: string) => LayoutText;

/** An entry before its type's row says what it is; `layout` is there where the page names its own. */
export type BareEntry = Omit<EntryDraft, "type" | "layout"> & Partial<Pick<EntryDraft, "layout">>;

/** The parts of an entry that come from a page which an editor wrote. */
export function written(site: Site, page: Page, textIn: TextIn): BareEntry {
  const above = hubsAbove(site, page);
  const frameLang = frameLangOf(site, page, textIn);
  const isFallback = site.editionOf?.untranslated.has(page.address) ?? false;
  return {
    ...nothingListed,
    layout: page.layout,
    address: page.address,
    outputPath: outputPathOf(page.address),
    file: page.file,
    title: page.title,
    description:
      page.subtitle ??
      (page.body.facts.firstSentence || wordsAt(textIn(page.lang), "pages.description", { title: page.title })),
    pageName: page.pageName,
    lang: page.lang,
    titleLang: page.lang,
    frameLang,
    canonical: canonical(site, page.address, isFallback),
    draft: page.draft,
    isFallback,
    indexed: !isFallback,
    breadcrumbs: above.map((hub) => hubLink(site, hub)),
    trail: trailOf(above),
    html: htmlInEdition(site, page),
    problemHref: pageProblemHref(site, page.address),
    lastReviewed: page.lastReviewed === null ? null : dayInWords(page.lastReviewed, frameLang),
    nextReview: page.nextReview === null ? null : dayInWords(page.nextReview, frameLang),
  };
}

/** The parts of an entry that the build makes itself, with words from the layouts' text. */
export function built(site: Site, textIn: TextIn, key: string, address: string): BareEntry {
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
    titleLang: site.settings.lang,
    frameLang: site.settings.lang,
    canonical: canonical(site, address),
    draft: false,
    isFallback: false,
    indexed: true,
    breadcrumbs: [hubLink(site, site.home)],
    trail: [],
    html: "",
    lastReviewed: null,
    nextReview: null,
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

/**
 * The whole address of a page; `null` where the site's is not known.
 *
 * @param isFallback - whether its words are those of the page in the site's own language, which then is the one to name
 */
export function canonical({ settings, editionOf }: Site, address: string, isFallback = false): string | null {
  const { url } = isFallback && editionOf !== null ? editionOf.original.settings : settings;
  return url === null ? null : publishedHref(address, url);
}

/** The language of what the layouts say around a page: of an edition, else the page's own if they have words in it. */
function frameLangOf({ settings, editionOf }: Site, page: Page, textIn: TextIn): string {
  if (editionOf !== null) return settings.lang;
  const english = [page.lang, settings.lang].find((lang) => lang.startsWith("en")) ?? "en";
  return textIn(page.lang) === textIn("en") ? english : page.lang;
}

const nothingListed = {
  // Known when the pages of every language are.
  otherLanguages: [],
  alternates: [],
  // Looked for by page-types.ts, when the words are there.
  firstExpander: null,
  contents: [],
  neighbours: null,
  items: [],
  hubs: [],
  letters: [],
  errorReferences: [],
  referenceGroups: [],
  retiredReferences: [],
  reference: null,
  referencePages: [],
  contact: null,
  problemHref: null,
} as const;
