import GithubSlugger, { slug } from "github-slugger";
import { reservedIds } from "./allowed-html.ts";
import { decodedFragment } from "../model/address.ts";

/** Gives headings and expanders their ids, and knows every id of a page. */
export interface PageIds {
  /** Every id on the page so far, and every one that a fragment may use for it. */
  readonly taken: Set<string>;
  /** The id for some words: new on the page. */
  readonly idFor: (words: string) => string;
  /** Whether an id is kept for something else: the layouts, an editor's own id, the plain id of a heading. */
  readonly isWanted: (id: string) => boolean;
}

/**
 * @param explicit - the ids that editors wrote themselves, which come before those made from words
 * @param words - of every heading
 */
export function pageIds(explicit: Iterable<string>, words: Iterable<string>): PageIds {
  const slugger = new GithubSlugger();
  const wanted = new Set([...reservedIds, ...explicit]);
  for (const heading of words) wanted.add(slug(heading.trim()));
  for (const id of [...reservedIds, ...explicit]) slugger.occurrences[id] ??= 0;
  const taken = new Set<string>();
  return {
    taken,
    isWanted: (id) => wanted.has(id),
    idFor: (words) => {
      const id = slugger.slug(/[^-]/.test(slug(words)) ? words.trim() : "section");
      taken.add(id);
      return id;
    },
  };
}

/**
 * The id that older versions of the help centre gave a heading: lower case, hyphens for white space, and then
 * percent-encoded. A browser that is asked for `#a%3Ab` looks for that very id first and for `a:b` second (HTML,
 * section 7.4.6.4), so the decoded form on the page serves both.
 *
 * @param ending - what tells it from that of another heading of the same words: `-1`
 * @returns the decoded form; for words with an apostrophe also the form with a curly one, as it may have been typed once
 */
export function olderIds(words: string, ending: string): readonly string[] {
  if (words === "") return [];
  const id = words.trim().toLowerCase().replace(/\s+/g, "-") + ending;
  return id.includes("'") ? [id, id.replaceAll("'", "’")] : [id];
}

/** The forms of an older id that addresses use: decoded, and percent-encoded where that differs. */
export function formsOfId(id: string): readonly string[] {
  const decoded = decodedFragment(id);
  const encoded = encodeURIComponent(decoded.toWellFormed());
  return encoded === decoded ? [decoded] : [decoded, encoded];
}
