import type { Article, Hub } from "../model/article.ts";
import type { Site } from "../model/site.ts";
import type { HubNeighboursView, LinkView } from "./entry.ts";
import { pageLink } from "./site-view.ts";

/** The most pages of its hub that an article lists: as many as a mini hub may have (NHS service manual, Mini-hub). */
const mostListed = 8;

/**
 * What a reader of an article may want next: the other pages of its hub, and the articles before and after it in the
 * hub's order. Of a long list those around the article are named, and the hub itself leads to the rest.
 */
export function hubNeighbours(site: Site, article: Article): HubNeighboursView {
  const list = site.lists.get(article.hub) ?? [];
  const place = list.indexOf(article);
  const link = (page: Article | Hub): LinkView => pageLink(site, page);
  const previous = list.slice(0, place).findLast(isArticle);
  const next = list.slice(place + 1).find(isArticle);
  const hub = site.hubs.get(article.hub) ?? site.home;
  return {
    hub: link(hub),
    others: around(
      list.filter((page) => page !== article),
      place,
    ).map(link),
    previous: previous ? link(previous) : null,
    next: next ? link(next) : null,
  };
}

/** So many of a list as may be shown, those nearest to a place in it. */
function around<Item>(items: readonly Item[], place: number): readonly Item[] {
  const first = Math.max(0, Math.min(place - mostListed / 2, items.length - mostListed));
  return items.slice(first, first + mostListed);
}

function isArticle(page: Article | Hub): boolean {
  return page.type === "article";
}
