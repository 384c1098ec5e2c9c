import { publishedHref, referenceAddress } from "../model/address.ts";
import { compareText } from "../model/diagnostic.ts";
import type { Site } from "../model/site.ts";
import type { LetterListView, LinkView } from "./entry.ts";
import { pageLink, titleLang } from "./site-view.ts";

/** Alphabets, in order, in which some letters have two signs. Letters of foreign words stand where English has them. */
const alphabets: Readonly<Record<string, readonly string[]>> = {
  cy: "a b c ch d dd e f ff g ng h i j k l ll m n o p ph q r rh s t th u v w x y z".split(" "),
};

/**
 * Every article and every error code by the first letter of its title, as people look things up: capitals, accents and
 * signs before the first letter do not count. What begins with a number comes last. Welsh titles are below the letters
 * of the Welsh alphabet: `Rhowch` below `Rh`.
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
  const { lang } = site.settings;
  return [...Map.groupBy(sorted, ({ item, key }) => letterOf(key, item.lang ?? lang))]
    .toSorted(([a], [b]) => compareLetters(a, b, lang))
    .map(([letter, entries]) => ({
      letter,
      id: `letter-${letter?.toLowerCase() ?? "none"}`,
      items: entries.map(({ item }) => item),
    }));
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

/** @param key - see `sortKey` @param lang - of the title */
function letterOf(key: string, lang: string): string | null {
  const [first = ""] = key;
  if (!/\p{L}/u.test(first)) return null;
  const letter = alphabetOf(lang).find((one) => one.length > 1 && key.startsWith(one)) ?? first;
  return first.toUpperCase().slice(0, first.length) + letter.slice(first.length);
}

/** In the order of the language's alphabet; letters of other alphabets after them, and then what has no letter. */
function compareLetters(a: string | null, b: string | null, lang: string): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const alphabet = alphabetOf(lang);
  const place = (letter: string) => {
    const at = alphabet.indexOf(letter.toLowerCase());
    return at === -1 ? alphabet.length : at;
  };
  return place(a) - place(b) || compareText(a, b);
}

function alphabetOf(lang: string): readonly string[] {
  return alphabets[lang.split("-", 1)[0] ?? ""] ?? [];
}

function compareLinks(a: LinkView, b: LinkView): number {
  return compareText(a.text, b.text) || compareText(a.href, b.href);
}
