import { publishedHref, referenceAddress } from "../model/address.ts";
import type { Article, Hub, PlainPage } from "../model/article.ts";
import { homeHub } from "../model/hub.ts";
import { pagesOf } from "../model/site.ts";
import type { Site } from "../model/site.ts";
import type { StatementSettings } from "../model/statements.ts";
import { dayInWords } from "./dates.ts";
import type { HubListView, LayoutText, LinkView, ListItemView } from "./entry.ts";
import type { SiteView, StatementsView } from "./entry.ts";
import { wordsAt } from "./layout-words.ts";
import type { ErrorReferenceView } from "./reference-view.ts";

/**
 * What every layout knows of the site.
 *
 * @param textIn - what the layouts say themselves, by language: one and the same for all languages that share a file
 */
export function siteView(site: Site, textIn: (lang: string) => LayoutText): SiteView {
  const { settings, contact } = site;
  const text = textIn(settings.lang);
  const href = (address: string) => publishedHref(address, settings.pathPrefix);
  const contactLink = { text: wordsAt(text, "pages.contact.title"), href: href("/contact/") };
  return {
    name: settings.name,
    organisation: settings.organisation,
    lang: settings.lang,
    phase: settings.phase,
    banner: settings.banner,
    example: settings.example,
    nhsIdentity: settings.nhsIdentity,
    homeHref: href("/"),
    searchHref: href("/search/"),
    contactHref: contactLink.href,
    errorsHref: site.errorReferences.length === 0 ? null : href("/errors/"),
    origin: settings.url === null ? null : new URL(settings.url).origin,
    codeExample: site.errorReferences[0]?.code ?? null,
    navigation: listOf(site, homeHub).map((page) => ({
      text: page.shortTitle,
      href: href(page.address),
      section: page.address,
    })),
    footer: [...footerPages(site).map((page) => ({ text: page.shortTitle, href: href(page.address) })), contactLink],
    contact: {
      introduction: contact.introduction,
      medicalNotice: contact.medicalNotice,
      hasForm: contact.form !== null,
      ways: contact.ways.map((way) => ({
        name: way.name,
        text: way.text ?? null,
        href: way.link ?? null,
        linkText: way.link_text ?? null,
        openingTimes: way.opening_times ?? null,
      })),
    },
    // A day stands in a sentence of the layouts', whose words may be English for want of the site's own language.
    statements: statementsView(settings.statements, text === textIn("en") ? "en" : settings.lang),
  };
}

function statementsView({ contact, accessibility, privacy }: StatementSettings, lang: string): StatementsView {
  const inWords = (day: string | null) => (day === null ? null : dayInWords(day, lang));
  return {
    contact: { ...contact, phoneHref: contact.phone === null ? null : `tel:${contact.phone.replaceAll(" ", "")}` },
    accessibility: {
      ...accessibility,
      prepared: inWords(accessibility.prepared),
      tested: inWords(accessibility.tested),
    },
    privacy,
  };
}

/** The error codes that pages explain, as the search and 404 pages hold them ready. */
export function errorReferenceViews({ errorReferences, settings }: Site): readonly ErrorReferenceView[] {
  return errorReferences.map(({ code, title }) => ({
    code,
    title,
    href: publishedHref(referenceAddress(code), settings.pathPrefix),
  }));
}

/** The pages with the words about error codes, in order of their first code. */
export function referencePages(site: Site): readonly LinkView[] {
  const titles = new Map(pagesOf(site).map((page) => [page.address, page.title]));
  const addresses = new Set(site.errorReferences.flatMap(({ home }) => home?.address ?? []));
  return [...addresses].map((address) => ({
    text: titles.get(address) ?? "",
    href: publishedHref(address, site.settings.pathPrefix),
  }));
}

/** What a hub lists, as its layout places it. */
export function listItems(site: Site, hub: string): readonly ListItemView[] {
  return listOf(site, hub).map((page) => listItem(page, site.settings.pathPrefix));
}

/** Every hub that lists an article, home first, then as a reader would walk the hubs' lists. */
export function hubsWithArticles(site: Site): readonly HubListView[] {
  const walk = (hub: Hub): readonly HubListView[] => {
    const list = listOf(site, hub.name);
    const articles = list.filter((page) => page.type === "article");
    const own = {
      text: hub.title,
      href: publishedHref(hub.address, site.settings.pathPrefix),
      items: articles.map((article) => listItem(article, site.settings.pathPrefix)),
    };
    const inside = list.filter((page) => page.type === "hub").flatMap(walk);
    return articles.length > 0 ? [own, ...inside] : inside;
  };
  return walk(site.home);
}

/** The pages outside the hubs. One that translates another is reached from that one. */
function footerPages(site: Site): readonly PlainPage[] {
  return site.plainPages.filter(({ translationOf }) => translationOf === null);
}

/** A link to a hub, as a breadcrumb shows it. */
export function hubLink(hub: Hub, pathPrefix: string): LinkView {
  return { text: hub.shortTitle, href: publishedHref(hub.address, pathPrefix) };
}

function listOf(site: Site, hub: string): readonly (Article | Hub)[] {
  return site.lists.get(hub) ?? [];
}

function listItem(page: Article | Hub, pathPrefix: string): ListItemView {
  return {
    text: page.title,
    href: publishedHref(page.address, pathPrefix),
    description: page.subtitle ?? (page.body.facts.firstSentence || null),
    type: page.type,
  };
}
