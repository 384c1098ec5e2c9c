import { publishedHref, referenceAddress } from "../model/address.ts";
import { compareText } from "../model/diagnostic.ts";
import type { Site } from "../model/site.ts";
import type { LetterListView, LinkView } from "./entry.ts";
import { pageLink, titleLang } from "./site-view.ts";

/**
 * Every article and every error code by the first letter of its title, as people look things up: capitals, accents and
 * signs before the first letter do not count. What begins with a number comes last.
 */
export function letterLists(site: Site): readonly LetterListView[] {
  const links = [
    ...site.articles.map((article) => pageLink(site, article)),
    ...site.errorReferences.map(({ code, title }) => ({
      text: `${title} (${code})`,
      href: publishedHref(referenceAddress(code), site.settings.pathPrefix),
      ...titleLang(site, code),
    })),
  ];
  const sorted = links
    .map((item) => ({ item, key: sortKey(item.text) }))
    .toSorted((a, b) => compareText(a.key, b.key) || compareLinks(a.item, b.item));
  const lists = [...Map.groupBy(sorted, ({ key }) => letterOf(key))].map(([letter, entries]) => ({
    letter,
    id: `letter-${letter?.toLowerCase() ?? "none"}`,
    items: entries.map(({ item }) => item),
  }));
  return [...lists.filter(({ letter }) => letter !== null), ...lists.filter(({ letter }) => letter === null)];
}

/** Letters and digits in lower case, without accents, word by word. */
function sortKey(title: string): string {
  return title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** @param key - see `sortKey` */
function letterOf(key: string): string | null {
  const [first = ""] = key;
  return /\p{L}/u.test(first) ? first.toUpperCase().slice(0, first.length) : null;
}

function compareLinks(a: LinkView, b: LinkView): number {
  return compareText(a.text, b.text) || compareText(a.href, b.href);
}
