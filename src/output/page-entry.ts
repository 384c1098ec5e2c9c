import { publishedHref } from "../model/address.ts";
import type { Hub, Page } from "../model/article.ts";
import { homeHub, hubTrail } from "../model/hub.ts";
import type { Site } from "../model/site.ts";
import { dayInWords } from "./dates.ts";
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
  const { pathPrefix } = site.settings;
  const above = hubsAbove(site, page);
  const text = textIn(page.lang);
  const english = [page.lang, site.settings.lang].find((lang) => lang.startsWith("en")) ?? "en";
  const frameLang = text === textIn("en") ? english : page.lang;
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
    frameLang,
    canonical: canonical(site, page.address),
    draft: page.draft,
    indexed: true,
    breadcrumbs: above.map((hub) => hubLink(hub, pathPrefix)),
    trail: trailOf(above),
    html: page.body.html,
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
    frameLang: site.settings.lang,
    canonical: canonical(site, address),
    draft: false,
    indexed: true,
    breadcrumbs: [hubLink(site.home, site.settings.pathPrefix)],
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

function canonical(site: Site, address: string): string | null {
  return site.settings.url === null ? null : publishedHref(address, site.settings.url);
}

const nothingListed = {
  contents: [],
  neighbours: null,
  items: [],
  hubs: [],
  errorReferences: [],
  referenceGroups: [],
  retiredReferences: [],
  reference: null,
  referencePages: [],
  contact: null,
} as const;
