import type { SearchAnswer, SearchEngine } from "../../src/model/search.ts";
import { openSearchEngine } from "./search-engine.ts";

let opening: Promise<SearchEngine> | null = null;

/**
 * The search engine, opened once a page. After a failure the next call tries again: the connection may be back.
 *
 * @throws (the promise) where its index cannot be had
 */
export function pageEngine(): Promise<SearchEngine> {
  opening ??= openSearchEngine(searchData().index).catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}

/** What the engine finds for a query. @returns `null` where the engine is not to be had */
export async function answerTo(query: string, most: number): Promise<SearchAnswer | null> {
  try {
    const engine = await pageEngine();
    return await engine.find(query, most);
  } catch {
    return null;
  }
}

/** What the header's search field says to the scripts of search. */
export function searchData(): { readonly index: string; readonly styles: string; readonly words: string } {
  const {
    index = "",
    styles = "",
    words = "{}",
  } = document.querySelector<HTMLElement>("search[data-script]")?.dataset ?? {};
  return { index, styles, words };
}
