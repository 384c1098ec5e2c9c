import { publishedHref, referenceAddress } from "../model/address.ts";
import type { Article, Hub, Page, PlainPage } from "../model/article.ts";
import { homeHub } from "../model/hub.ts";
import type { Site } from "../model/site.ts";
import type { StatementSettings } from "../model/statements.ts";
import { dayInWords } from "./dates.ts";
import type { HubListView, LayoutText, LinkView, ListItemView } from "./entry.ts";
import type { SiteView, StatementsView } from "./entry.ts";
import { wordsAt } from "./layout-words.ts";
import { homeHref, referenceHomes } from "./reference-homes.ts";
import type { ErrorReferenceView } from "./reference-view.ts";

/**
 * What every layout knows of the site.
 *
 * @param textIn - what the layouts say themselves, by language: one and the same for all languages that share a file
 */
export function siteView(site: Site, textIn: (lang: string) => LayoutText): SiteView {
  const { settings } = site;
  const text = textIn(settings.lang);
  const href = (address: string) => publishedHref(address, settings.pathPrefix);
  const contactLink = { text: wordsAt(text, "pages.contact.title"), href: href("/contact/") };
  return {
    name: settings.name,
    organisation: settings.organisation,
    lang: settings.lang,
    phase: settings.phase,
    banner: settings.banner,
    bannerLang: languageOf(site, (one) => one.settings.banner),
    example: settings.example,
    nhsIdentity: settings.nhsIdentity,
    homeHref: href("/"),
    searchHref: href("/search/"),
    searchIndexHref: href("/api/search.json"),
    contactHref: contactLink.href,
    errorsHref: site.errorReferences.length === 0 ? null : href("/errors/"),
    origin: settings.url === null ? null : new URL(settings.url).origin,
    codeExample: site.errorReferences[0]?.code ?? null,
    navigation: listOf(site, homeHub).map((page) => ({
      ...pageLink(site, page, page.shortTitle),
      section: page.address,
    })),
    footer: [...footerPages(site).map((page) => pageLink(site, page, page.shortTitle)), contactLink],
    contact: contactView(site),
    // A day stands in a sentence of the layouts', whose words may be English for want of the site's own language.
    statements: statementsView(settings.statements, text === textIn("en") ? "en" : settings.lang),
  };
}

/** The ways to get in touch, and the words around them. */
function contactView(site: Site): SiteView["contact"] {
  const { contact } = site;
  return {
    introduction: contact.introduction,
    introductionLang: languageOf(site, (one) => one.contact.introduction),
    medicalNotice: contact.medicalNotice,
    hasForm: contact.form !== null,
    waysLang: languageOf(site, (one) => one.contact.ways),
    ways: contact.ways.map((way) => ({
      name: way.name,
      text: way.text ?? null,
      href: way.link ?? null,
      linkText: way.link_text ?? null,
      openingTimes: way.opening_times ?? null,
    })),
  };
}

/** The language of words that a register gives, where an edition has them from the original. */
function languageOf(site: Site, wordsOf: (site: Site) => unknown): string | undefined {
  const { editionOf } = site;
  return editionOf !== null && wordsOf(site) === wordsOf(editionOf.original)
    ? editionOf.original.settings.lang
    : undefined;
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
export function errorReferenceViews(site: Site): readonly ErrorReferenceView[] {
  return site.errorReferences.map(({ code, title }) => ({
    code,
    title,
    href: publishedHref(referenceAddress(code), site.settings.pathPrefix),
    ...titleLang(site, code),
  }));
}

/** The language of a code's title, where nobody has translated it. */
export function titleLang({ editionOf }: Site, code: string): { readonly lang?: string } {
  return editionOf?.untranslatedTitles.has(code) === true ? { lang: editionOf.original.settings.lang } : {};
}

/** The pages with the words about error codes, in order of their first code. */
export function referencePages(site: Site): readonly LinkView[] {
  const homeOf = referenceHomes(site);
  const links = site.errorReferences.flatMap((reference) => {
    const home = homeOf(reference);
    return home === null ? [] : [{ ...pageLink(site, home.page), href: homeHref(site, home) }];
  });
  return [...new Map(links.map((link) => [link.href, link])).values()];
}

/** What a hub lists, as its layout places it. */
export function listItems(site: Site, hub: string): readonly ListItemView[] {
  return listOf(site, hub).map((page) => listItem(site, page));
}

/** Every hub that lists an article, home first, then as a reader would walk the hubs' lists. */
export function hubsWithArticles(site: Site): readonly HubListView[] {
  const walk = (hub: Hub): readonly HubListView[] => {
    const list = listOf(site, hub.name);
    const articles = list.filter((page) => page.type === "article");
    const own = { ...pageLink(site, hub), items: articles.map((article) => listItem(site, article)) };
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
export function hubLink(site: Site, hub: Hub): LinkView {
  return pageLink(site, hub, hub.shortTitle);
}

/** A link to a page, which says in which language its words are where that is not the edition's. */
export function pageLink({ settings }: Site, page: Page, text: string = page.title): LinkView {
  const href = publishedHref(page.address, settings.pathPrefix);
  return page.lang === settings.lang ? { text, href } : { text, href, lang: page.lang };
}

function listOf(site: Site, hub: string): readonly (Article | Hub)[] {
  return site.lists.get(hub) ?? [];
}

function listItem(site: Site, page: Article | Hub): ListItemView {
  return {
    ...pageLink(site, page),
    description: page.subtitle ?? (page.body.facts.firstSentence || null),
    type: page.type,
  };
}
