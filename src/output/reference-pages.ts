import { builtAddresses, publishedHref, referenceAddress } from "../model/address.ts";
import type { Page } from "../model/article.ts";
import type { ErrorReference } from "../model/error-reference.ts";
import { pagesOf } from "../model/site.ts";
import type { Site } from "../model/site.ts";
import type { ErrorReferenceView, LinkView, ReferenceGroupView } from "./entry.ts";
import { wordsAt } from "./layout-words.ts";
import { built, written } from "./page-entry.ts";
import type { BareEntry, TextIn } from "./page-entry.ts";
import { bodyTree, sectionHtml } from "./section-html.ts";
import type { BodyTree } from "./section-html.ts";
import { errorReferenceViews } from "./site-view.ts";

/** The page that lists every error code; none for a site that explains none. */
export function referenceListEntries(site: Site, textIn: TextIn): readonly BareEntry[] {
  if (site.errorReferences.length === 0) return [];
  const text = textIn(site.settings.lang);
  return [
    {
      ...built(site, textIn, "references", builtAddresses.errors),
      referenceGroups: groups(site, wordsAt(text, "pages.references.range")),
    },
  ];
}

/** The page about each error code: the words of its section, and the ways on. */
export function referenceEntries(site: Site, textIn: TextIn): readonly BareEntry[] {
  const pages = new Map(pagesOf(site).map((page) => [page.address, page]));
  const trees = new Map<string, BodyTree>();
  return site.errorReferences.flatMap((reference) => {
    const page = pages.get(reference.home?.address ?? "");
    if (page === undefined) return [];
    const tree = trees.get(page.address) ?? bodyTree(page.body.html);
    trees.set(page.address, tree);
    return [referenceEntry(site, textIn, reference, page, tree)];
  });
}

function referenceEntry(site: Site, textIn: TextIn, reference: ErrorReference, page: Page, tree: BodyTree): BareEntry {
  const { code, title } = reference;
  const headingId = reference.home?.headingId ?? null;
  const { pathPrefix } = site.settings;
  const text = textIn(page.lang);
  const href = publishedHref(page.address, pathPrefix);
  const list: LinkView = {
    text: wordsAt(text, "pages.references.title"),
    href: publishedHref(builtAddresses.errors, pathPrefix),
  };
  const { lastReviewed, nextReview, lang, frameLang, draft, breadcrumbs } = written(site, page, textIn);
  return {
    ...built(site, textIn, "reference", referenceAddress(code)),
    lastReviewed,
    nextReview,
    lang,
    frameLang,
    draft,
    title: wordsAt(text, "pages.reference.title", { title }),
    trail: [code],
    description: wordsAt(text, "pages.reference.description", { code, title }),
    pageName: `reference-${code.toLowerCase()}`,
    breadcrumbs: [...breadcrumbs.slice(0, 1), list],
    html: sectionHtml(tree, headingId, href),
    reference: {
      code,
      spelled: [...code].join(" "),
      contactHref: `${publishedHref(builtAddresses.contact, pathPrefix)}?error=${code}`,
      article: { text: page.title, href: href + (headingId === null ? "" : `#${encodeURIComponent(headingId)}`) },
    },
  };
}

/** From this many on, the list has a heading for each hundred of numbers. */
const many = 20;

/** @param range - the words of a group, with {first} and {last} */
function groups(site: Site, range: string): readonly ReferenceGroupView[] {
  const views = errorReferenceViews(site);
  if (views.length < many) return [{ name: null, items: views }];
  return [...Map.groupBy(views, hundredOf)].map(([hundred, items]) => ({
    name: range.replace("{first}", `${hundred}00`).replace("{last}", `${hundred}99`),
    items,
  }));
}

/** A code without its last two digits. */
function hundredOf({ code }: ErrorReferenceView): string {
  return code.slice(0, -2);
}
