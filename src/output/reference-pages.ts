import { builtAddresses, catalogueAddress, contactAddress, publishedHref, referenceAddress } from "../model/address.ts";
import type { Page } from "../model/article.ts";
import type { ErrorReference } from "../model/error-reference.ts";
import { pagesOf } from "../model/site.ts";
import type { Site } from "../model/site.ts";
import type { LayoutText, LinkView } from "./entry.ts";
import { wordsAt } from "./layout-words.ts";
import { built, written } from "./page-entry.ts";
import type { BareEntry, TextIn } from "./page-entry.ts";
import type { ErrorReferenceView, ReferenceGroupView } from "./reference-view.ts";
import { registeredHtml } from "./registered-html.ts";
import { bodyTree, sectionHtml } from "./section-html.ts";
import type { BodyTree } from "./section-html.ts";
import { errorReferenceViews } from "./site-view.ts";

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
  const pages = new Map<string, Page>(pagesOf(site).map((page) => [page.address, page]));
  const views = new Map(errorReferenceViews(site).map((view) => [view.code, view]));
  const made = new Map<string, BareEntry>();
  // Page by page: a tree is large, and thousands held at once cost half as much time again.
  for (const [address, references] of Map.groupBy(site.errorReferences, ({ home }) => home?.address ?? "")) {
    const page = pages.get(address);
    const home = page ? { page, tree: bodyTree(page.body.html) } : null;
    for (const reference of references) {
      const replacedBy = views.get(reference.replacedBy ?? "") ?? null;
      made.set(reference.code, referenceEntry(site, textIn, reference, home, replacedBy));
    }
  }
  return site.errorReferences.flatMap(({ code }) => made.get(code) ?? []);
}

/** A page that explains a code, and what it holds. */
interface Home {
  readonly page: Page;
  readonly tree: BodyTree;
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
  const { lang, frameLang, draft, ...dates } = home ? written(site, home.page, textIn) : bare;
  const text = textIn(lang);
  return {
    ...bare,
    lastReviewed: dates.lastReviewed,
    nextReview: dates.nextReview,
    lang,
    frameLang,
    draft,
    title: wordsAt(text, "pages.reference.title", { title }),
    trail: [code],
    description: wordsAt(text, "pages.reference.description", { code, title }),
    pageName: `reference-${code.toLowerCase()}`,
    breadcrumbs: [...bare.breadcrumbs, listLink(text, pathPrefix)],
    html:
      (home && sectionHtml(home.tree, headingIdOf(reference), pageHref(home, pathPrefix))) ||
      registeredHtml(reference, text),
    reference: {
      code,
      spelled: [...code].join(" "),
      contactHref: publishedHref(contactAddress(code), pathPrefix),
      article: home && articleLink(home, headingIdOf(reference), pathPrefix),
      catalogueHref: draft ? null : publishedHref(catalogueAddress(code), pathPrefix),
      isRetired: status === "retired",
      replacedBy,
    },
  };
}

function headingIdOf({ home }: ErrorReference): string | null {
  return home?.headingId ?? null;
}

function pageHref({ page }: Home, pathPrefix: string): string {
  return publishedHref(page.address, pathPrefix);
}

function articleLink(home: Home, headingId: string | null, pathPrefix: string): LinkView {
  const fragment = headingId === null ? "" : `#${encodeURIComponent(headingId)}`;
  return { text: home.page.title, href: pageHref(home, pathPrefix) + fragment };
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
