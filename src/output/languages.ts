import { builtAddresses, publishedHref } from "../model/address.ts";
import type { Site } from "../model/site.ts";
import type { AlternateView, Entry, LanguageLinkView } from "./entry.ts";
import { wordsAt } from "./layout-words.ts";
import type { TextIn } from "./page-entry.ts";

/** The pages of a site in one language. */
export interface EditionEntries {
  readonly site: Site;
  readonly entries: readonly Entry[];
}

/**
 * Gives every page its links to the same page in the other languages, for people and for search engines.
 *
 * @param editions - the site in its own language first
 */
export function withLanguages<Edition extends EditionEntries>(
  editions: readonly Edition[],
  textIn: TextIn,
): readonly Edition[] {
  if (editions.length === 1) return editions;
  const places = editions.map((edition) => placesOf(edition));
  const byPlace = places.map((placeOf, index) => entriesByPlace(editions[index]!, placeOf));
  return editions.map((edition, index) => ({
    ...edition,
    entries: edition.entries.map((entry) => {
      if (entry.type === "redirect") return entry;
      const place = places[index]!(entry);
      const same = editions.map((edition, at) => ({ edition, entry: byPlace[at]!.get(place ?? "") ?? null }));
      const others = same.filter((_, at) => at !== index);
      return {
        ...entry,
        otherLanguages: others.map((other) => languageLink(other.edition.site, other.entry, textIn)),
        alternates: alternates(entry, same),
      };
    }),
  }));
}

/** Tells which page of the site in its own language a page of an edition is, by its address; `null`: none. */
function placesOf({ site: { editionOf } }: EditionEntries): (entry: Entry) => string | null {
  if (editionOf === null) return ({ address }) => address;
  const originals = new Map([...editionOf.addresses].map(([original, address]) => [address, original]));
  return ({ file, address }) => originals.get(address) ?? (file === null ? address : null);
}

function entriesByPlace(
  { entries }: EditionEntries,
  placeOf: (entry: Entry) => string | null,
): ReadonlyMap<string, Entry> {
  const pages = entries.filter(({ type }) => type !== "redirect");
  return new Map(
    pages.flatMap((entry) => {
      const place = placeOf(entry);
      return place === null ? [] : [[place, entry] as const];
    }),
  );
}

/** @param entry - the page in the other language; without one, and from an address where nothing is, the front page */
function languageLink({ settings }: Site, entry: Entry | null, textIn: TextIn): LanguageLinkView {
  const address = entry === null || entry.type === "not-found" ? builtAddresses.home : entry.address;
  const { lang, pathPrefix } = settings;
  return { text: wordsAt(textIn(lang), "language.name"), lang, href: publishedHref(address, pathPrefix) };
}

/** The same page in every language that it is written in, where it is in more than one; the first is for all others too. */
function alternates(
  entry: Entry,
  same: readonly { readonly edition: EditionEntries; readonly entry: Entry | null }[],
): readonly AlternateView[] {
  if (entry.isFallback) return [];
  const written = same.flatMap(({ edition, entry: other }): readonly AlternateView[] =>
    other === null || other.isFallback || !other.indexed || other.canonical === null
      ? []
      : [{ lang: edition.site.settings.lang, href: other.canonical }],
  );
  const [first] = written;
  return first === undefined || written.length === 1 ? [] : [...written, { lang: "x-default", href: first.href }];
}
