import { builtAddresses, fragmentHref } from "../model/address.ts";
import type { Article } from "../model/article.ts";
import { homeHub } from "../model/hub.ts";
import type { Site } from "../model/site.ts";
import { contactEntries, contactSentEntries } from "./contact-pages.ts";
import type { Entry, LinkView } from "./entry.ts";
import { firstExpander } from "./first-expander.ts";
import { hubNeighbours } from "./hub-neighbours.ts";
import { built, written } from "./page-entry.ts";
import type { BareEntry, TextIn } from "./page-entry.ts";
import { redirectEntries } from "./redirect-pages.ts";
import { referenceEntries, referenceListEntries } from "./reference-pages.ts";
import { letterLists } from "./search-page.ts";
import { errorReferenceViews, hubsWithArticles, listItems, referencePages } from "./site-view.ts";
import { describeApart, nameApart } from "./unique-names.ts";

/** A kind of page: where its pages come from, and the layout that prints them. */
export interface PageType {
  readonly type: string;
  /** File name in `layouts/`; a page that names its own goes before. */
  readonly layout: string;
  readonly entries: (site: Site, textIn: TextIn, below: readonly Site[]) => readonly BareEntry[];
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
      site.articles.map((article) => ({
        ...written(site, article, textIn),
        contents: contentsOf(article),
        neighbours: hubNeighbours(site, article),
      })),
  },
  {
    type: "page",
    layout: "page.njk",
    entries: (site, textIn) => site.plainPages.map((page) => written(site, page, textIn)),
  },
  { type: "reference-list", layout: "references.njk", entries: referenceListEntries },
  { type: "reference", layout: "reference.njk", entries: referenceEntries },
  {
    type: "search",
    layout: "search.njk",
    entries: (site, textIn) => [
      {
        ...built(site, textIn, "search", builtAddresses.search),
        hubs: hubsWithArticles(site),
        letters: letterLists(site),
        errorReferences: errorReferenceViews(site),
      },
    ],
  },
  { type: "contact", layout: "contact.njk", entries: contactEntries },
  { type: "contact-sent", layout: "contact-sent.njk", entries: contactSentEntries },
  {
    type: "not-found",
    layout: "not-found.njk",
    entries: (site, textIn) => [
      {
        ...built(site, textIn, "notFound", builtAddresses.notFound),
        canonical: null,
        items: listItems(site, homeHub),
        errorReferences: errorReferenceViews(site),
        referencePages: referencePages(site),
      },
    ],
  },
  { type: "redirect", layout: "redirect.njk", entries: redirectEntries },
];

/**
 * Every page of a site as its layout sees it, by type, each with a title and a description of its own.
 *
 * @param below - the editions that stand in folders of the site: its old addresses may lead to their pages
 * @throws Error if two pages would take one file; `loadSite` reports that to the editor, so here it is our bug
 */
export function entriesOf(site: Site, textIn: TextIn, below: readonly Site[] = []): readonly Entry[] {
  const drafts = pageTypes.flatMap(({ type, layout, entries }) =>
    entries(site, textIn, below).map((entry) => ({
      ...entry,
      type,
      layout: entry.layout ?? layout,
      firstExpander: firstExpander(entry.html),
    })),
  );
  return describeApart(nameApart(drafts, site.settings));
}

/** A heading without words, which `check` warns of, would be a link that nobody can read. */
function contentsOf(article: Article): readonly LinkView[] {
  return article.body.facts.headings
    .filter(({ level, text }) => level === 2 && text !== "")
    .map((heading) => ({ text: heading.text, href: fragmentHref(heading.id) }));
}
