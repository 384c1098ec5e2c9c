import { publishedHref } from "../model/address.ts";
import type { Article, Hub } from "../model/article.ts";
import { homeHub } from "../model/hub.ts";
import type { Site } from "../model/site.ts";
import type { HubListView, LayoutText, LinkView, ListItemView, SiteView } from "./entry.ts";
import { wordsAt } from "./layout-words.ts";

/**
 * What every layout knows of the site.
 *
 * @param text - what the layouts say themselves, in the site's language
 */
export function siteView(site: Site, text: LayoutText): SiteView {
  const { settings, contact } = site;
  const href = (address: string) => publishedHref(address, settings.pathPrefix);
  const contactLink = { text: wordsAt(text, "pages.contact.title"), href: href("/contact/") };
  return {
    name: settings.name,
    organisation: settings.organisation,
    lang: settings.lang,
    phase: settings.phase,
    banner: settings.banner,
    nhsIdentity: settings.nhsIdentity,
    homeHref: href("/"),
    searchHref: href("/search/"),
    contactHref: contactLink.href,
    navigation: listOf(site, homeHub).map((page) => ({
      text: page.shortTitle,
      href: href(page.address),
      section: page.address,
    })),
    footer: [...site.plainPages.map((page) => ({ text: page.shortTitle, href: href(page.address) })), contactLink],
    contact: {
      introduction: contact.introduction,
      ways: contact.ways.map((way) => ({
        name: way.name,
        text: way.text ?? null,
        href: way.link ?? null,
        linkText: way.link_text ?? null,
        openingTimes: way.opening_times ?? null,
      })),
    },
  };
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
    description: page.subtitle,
    type: page.type,
  };
}
