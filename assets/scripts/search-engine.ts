import type { SearchEngine } from "../../src/model/search.ts";
import { searchIndexVersion } from "../../src/model/search-index.ts";
import type { SearchIndex } from "../../src/model/search-index.ts";
import { fetchJson } from "./json-at.ts";
import { openFinder } from "./search-finder.ts";

/** How long a file of the index may take, in milliseconds: a line that is only slow has brought it by then. */
const timeLimit = 60_000;

const fileOfIndex = (href: string) => fetchJson(href, timeLimit);

/**
 * Fetches an index and makes it ready to answer.
 *
 * @param indexHref - where the build has put it
 * @throws Error where it cannot be had, or is none that this script can read
 */
export async function openSearchEngine(indexHref: string): Promise<SearchEngine> {
  let open = await openOnce(indexHref);
  return {
    find: async (query, most) => {
      try {
        return await open.find(query, most);
      } catch {
        // The site may have been published again since: the files of an index that is cut have other names then.
        open = await openOnce(indexHref);
        return open.find(query, most);
      }
    },
  };
}

async function openOnce(indexHref: string): Promise<SearchEngine> {
  const index = (await fileOfIndex(indexHref)) as SearchIndex;
  if (index.version !== searchIndexVersion) throw new Error(`The search index has version ${index.version}`);
  return openFinder(index, fileOfIndex);
}
