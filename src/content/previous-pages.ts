import { readFileSync } from "node:fs";
import { addressOf } from "../model/address.ts";
import type { Page } from "../model/article.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { compareDiagnostics } from "../model/diagnostic.ts";
import { pagesOf } from "../model/site.ts";
import type { Site } from "../model/site.ts";
import { removedAddressFault } from "./faults/removed-address.ts";
import { removedHeadingFault } from "./faults/removed-heading.ts";
import { placesInEditions } from "./editions.ts";
import { nearest, nearestPath } from "./nearest.ts";

/** A page of an earlier site, as its `api/pages.json` lists it. */
export interface PreviousPage {
  /** From the site root, with a slash at each end. */
  readonly address: string;
  readonly title: string;
  /** The ids of its headings. */
  readonly headings: readonly string[];
}

/** The pages of an earlier site, or a sentence that says why they cannot be read. */
export type PreviousPages =
  { readonly ok: true; readonly pages: readonly PreviousPage[] } | { readonly ok: false; readonly sentence: string };

/** Reads the `api/pages.json` of an earlier build. @param path - on this machine */
export function readPreviousPages(path: string): PreviousPages {
  try {
    const notOurs = `${path} is not the api/pages.json of a site that this program has built`;
    return previousPages(readFileSync(path, "utf8")) ?? { ok: false, sentence: notOurs };
  } catch (error) {
    return { ok: false, sentence: `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** The pages that the text of an `api/pages.json` lists; `null` for any other text. */
export function previousPages(text: string): Extract<PreviousPages, { ok: true }> | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const { version, pages } = (value ?? {}) as { readonly version?: unknown; readonly pages?: unknown };
  return version === 1 && Array.isArray(pages) && pages.every(isPreviousPage) ? { ok: true, pages } : null;
}

function isPreviousPage(value: unknown): value is PreviousPage {
  const { address, title, headings } = (value ?? {}) as { readonly [key in keyof PreviousPage]?: unknown };
  return (
    typeof address === "string" &&
    typeof title === "string" &&
    Array.isArray(headings) &&
    headings.every((id) => typeof id === "string")
  );
}

/**
 * What was published and is gone: addresses that no page and no redirect answers, and headings of pages that stand.
 *
 * @param leftOut - files that have an error of their own: they are not gone
 */
export function removedPlaces(
  previous: readonly PreviousPage[],
  site: Site,
  leftOut: readonly string[],
): readonly Diagnostic[] {
  const pages = new Map<string, Page>(pagesOf(site).map((page) => [page.address, page]));
  const editions = placesInEditions(site);
  const answered = new Set([...site.redirects.map(({ from }) => from), ...leftOut.map(addressOf), ...editions.pages.keys()]);
  const known = new Set(previous.map(({ address }) => address));
  const added = [...pages.values()].filter(({ address }) => !known.has(address));
  return previous
    .flatMap((old) => {
      const page = pages.get(old.address);
      if (page) return removedHeadings(old, page);
      return answered.has(old.address) ? [] : [removedAddressFault(old, successor(old, added, [...pages.values()]))];
    })
    .toSorted(compareDiagnostics);
}

function removedHeadings(old: PreviousPage, page: Page): readonly Diagnostic[] {
  const { ids, headings } = page.body.facts;
  const added = headings.map(({ id }) => id).filter((id) => !old.headings.includes(id));
  const removed = old.headings.filter((id) => !ids.has(id));
  // One that went and one that came, with words that differ in everything, are still likely the same section.
  const only = removed.length === 1 ? onlyOne(added) : null;
  return removed.map((id) => removedHeadingFault(page, id, nearest(id, added) ?? only));
}

/** The page that has probably taken an old one's place: a new one of its title or name, else the nearest address. */
function successor(old: PreviousPage, added: readonly Page[], pages: readonly Page[]): Page | null {
  const name = (address: string) => address.split("/").at(-2);
  const sameTitle = onlyOne(added.filter(({ title }) => title === old.title));
  const sameName = onlyOne(added.filter(({ address }) => name(address) === name(old.address)));
  const likely = nearestPath(old.address, pages.map(({ address }) => address));
  return sameTitle ?? sameName ?? pages.find(({ address }) => address === likely) ?? null;
}

function onlyOne<Item>(items: readonly Item[]): Item | null {
  const [first, second] = items;
  return first !== undefined && second === undefined ? first : null;
}
