import { builtAddresses, catalogueAddress, contactAddress, publishedHref, referenceAddress } from "../model/address.ts";
import type { ErrorReference } from "../model/error-reference.ts";
import type { Site } from "../model/site.ts";
import { pageProblemHref } from "./carried-pages.ts";
import type { LayoutText, LinkView } from "./entry.ts";
import { htmlInEdition } from "./edition-links.ts";
import { wordsAt } from "./layout-words.ts";
import { built, canonical, written } from "./page-entry.ts";
import type { BareEntry, TextIn } from "./page-entry.ts";
import { homeHref, isUntranslated, referenceHomes } from "./reference-homes.ts";
import type { ReferenceHome } from "./reference-homes.ts";
import type { ErrorReferenceView, ReferenceGroupView } from "./reference-view.ts";
import { registeredHtml } from "./registered-html.ts";
import { bodyTree, sectionHtml } from "./section-html.ts";
import type { BodyTree } from "./section-html.ts";
import { errorReferenceViews, pageLink } from "./site-view.ts";

/** The page that lists every error code; none for a site that explains none. */
export function referenceListEntries(site: Site, textIn: TextIn): readonly BareEntry[] {
  if (site.errorReferences.length === 0) return [];
  const text = textIn(site.settings.lang);
  const retired = new Set(site.errorReferences.flatMap(({ code, status }) => (status === "retired" ? [code] : [])));
  const views = Map.groupBy(errorReferenceViews(site), ({ code }) => retired.has(code));
  return [
    {
      ...built(site, textIn, "references", builtAddresses.errors),
      referenceGroups: groups(views.get(false) ?? [], wordsAt(text, "pages.references.range")),
      retiredReferences: views.get(true) ?? [],
    },
  ];
}

/** The page about each error code: the words of its section, or else of the register, and the ways on. */
export function referenceEntries(site: Site, textIn: TextIn): readonly BareEntry[] {
  const homeOf = referenceHomes(site);
  const views = new Map(errorReferenceViews(site).map((view) => [view.code, view]));
  const made = new Map<string, BareEntry>();
  // Page by page: a tree is large, and thousands held at once cost half as much time again.
  for (const references of Map.groupBy(site.errorReferences, (reference) => homeKey(site, reference)).values()) {
    const [first] = references;
    const found = first === undefined ? null : homeOf(first);
    const home = found && { ...found, tree: bodyTree(htmlInEdition(site, found.page)) };
    for (const reference of references) {
      const replacedBy = views.get(reference.replacedBy ?? "") ?? null;
      made.set(reference.code, referenceEntry(site, textIn, reference, home, replacedBy));
    }
  }
  return site.errorReferences.flatMap(({ code }) => made.get(code) ?? []);
}

/** A page that explains a code, and what it holds. */
interface Home extends ReferenceHome {
  readonly tree: BodyTree;
}

/** The same for all codes that one page explains. */
function homeKey(site: Site, reference: ErrorReference): string {
  return `${isUntranslated(site, reference)} ${reference.home?.address ?? ""}`;
}

/** What the page about a code has from the page that explains it: its languages, its dates, whether it is a draft. */
function factsOf(site: Site, textIn: TextIn, reference: ErrorReference, bare: BareEntry, home: Home | null) {
  const { settings, editionOf } = site;
  const from = home ? written(site, home.page, textIn) : bare;
  const isFallback = isUntranslated(site, reference);
  const original = editionOf?.original.settings.lang ?? settings.lang;
  const lang = home === null && isFallback ? original : from.lang;
  const isTitled = editionOf?.untranslatedTitles.has(reference.code) === false;
  return {
    lastReviewed: from.lastReviewed,
    nextReview: from.nextReview,
    lang,
    titleLang: editionOf === null ? lang : isTitled ? settings.lang : original,
    frameLang: from.frameLang,
    draft: from.draft,
    isFallback,
    indexed: !isFallback,
    canonical: canonical(site, bare.address, isFallback),
  };
}

/** @param home - `null` where the register alone explains the code */
function referenceEntry(
  site: Site,
  textIn: TextIn,
  reference: ErrorReference,
  home: Home | null,
  replacedBy: ErrorReferenceView | null,
): BareEntry {
  const { code, title, status } = reference;
  const { pathPrefix } = site.settings;
  const bare = built(site, textIn, "reference", referenceAddress(code));
  const facts = factsOf(site, textIn, reference, bare, home);
  const text = textIn(site.editionOf === null ? facts.lang : facts.frameLang);
  return {
    ...bare,
    ...facts,
    title: wordsAt(text, "pages.reference.title", { title }),
    trail: [code],
    description: wordsAt(text, "pages.reference.description", { code, title }),
    pageName: `reference-${code.toLowerCase()}`,
    problemHref: pageProblemHref(site, bare.address, contactAddress(code)),
    breadcrumbs: [...bare.breadcrumbs, listLink(text, pathPrefix)],
    html:
      (home && sectionHtml(home.tree, headingIdOf(reference), homeHref(site, home))) ||
      registeredHtml(reference, textIn(facts.lang)),
    reference: {
      code,
      spelled: [...code].join(" "),
      contactHref: publishedHref(contactAddress(code), pathPrefix),
      article: home && articleLink(site, home, headingIdOf(reference)),
      catalogueHref: facts.draft ? null : publishedHref(catalogueAddress(code), pathPrefix),
      isRetired: status === "retired",
      replacedBy,
    },
  };
}

function headingIdOf({ home }: ErrorReference): string | null {
  return home?.headingId ?? null;
}

function articleLink(site: Site, home: Home, headingId: string | null): LinkView {
  const fragment = headingId === null ? "" : `#${encodeURIComponent(headingId)}`;
  return { ...pageLink(site, home.page), href: homeHref(site, home) + fragment };
}

function listLink(text: LayoutText, pathPrefix: string): LinkView {
  return {
    text: wordsAt(text, "pages.references.title"),
    href: publishedHref(builtAddresses.errors, pathPrefix),
  };
}

/** From this many on, the list has a heading for each hundred of numbers. */
const many = 20;

/** @param range - the words of a group, with {first} and {last} */
function groups(views: readonly ErrorReferenceView[], range: string): readonly ReferenceGroupView[] {
  if (views.length < many) return views.length === 0 ? [] : [{ name: null, items: views }];
  return [...Map.groupBy(views, hundredOf)].map(([hundred, items]) => ({
    name: range.replace("{first}", `${hundred}00`).replace("{last}", `${hundred}99`),
    items,
  }));
}

/** A code without its last two digits. */
function hundredOf({ code }: ErrorReferenceView): string {
  return code.slice(0, -2);
}
