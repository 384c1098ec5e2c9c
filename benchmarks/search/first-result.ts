/** What the first result of a search costs in Chromium, on a slow phone with a slow connection. */
import type { Browser, Page } from "playwright-core";
import type { ServedFiles } from "./served.ts";
import { serveFiles } from "./served.ts";

/** A search as a page runs it. */
export interface MeasuredSearch {
  readonly name: string;
  readonly files: ServedFiles;
  /** The body of an async function of `query` that gives back the hrefs of results, best first. */
  readonly script: string;
}

/** What was measured of one query in a page that has loaded nothing of the search before. */
export interface FirstResult {
  /** Over the wire, with headers, until the first result is there. */
  readonly kilobytes: number;
  readonly requests: number;
  readonly seconds: number;
  /** What another query costs after that. */
  readonly next: { readonly kilobytes: number; readonly seconds: number };
}

/** Chromium's "Slow 3G" of old: 400 kbit/s, and 400 ms for every answer to begin. */
const slow3g = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const slowdown = 4;

/** Nobody waits longer, in milliseconds. */
const patience = 180_000;

/** Measures a search with two queries; `null` where the first has no result in three minutes. */
export async function firstResult(
  browser: Browser,
  search: MeasuredSearch,
  queries: readonly [string, string],
): Promise<FirstResult | null> {
  const server = await serveFiles(search.files);
  const context = await browser.newContext();
  try {
    const warm = await context.newPage();
    await warm.goto(server.origin);
    // At full speed, so that the server has compressed what it will be asked for; the page itself keeps nothing of it.
    for (const query of queries) await timed(warm, search, query);
    await warm.close();
    const page = await context.newPage();
    await page.goto(server.origin);
    const wire = await slowedDown(page);
    const first = await timed(page, search, queries[0]);
    if (first === null) return null;
    const cost = { ...wire.sofar(), seconds: first };
    const second = (await timed(page, search, queries[1])) ?? Number.NaN;
    return { ...cost, next: { kilobytes: wire.sofar().kilobytes - cost.kilobytes, seconds: second } };
  } finally {
    await context.close();
    await server.close();
  }
}

/** Every href that a search finds for queries, at full speed. */
export async function findInBrowser(
  browser: Browser,
  search: MeasuredSearch,
  queries: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const server = await serveFiles(search.files);
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(server.origin);
    const found = new Map<string, readonly string[]>();
    for (const query of queries) found.set(query, await page.evaluate(callOf(search, query)));
    return found;
  } finally {
    await context.close();
    await server.close();
  }
}

async function slowedDown(page: Page) {
  const session = await page.context().newCDPSession(page);
  let [bytes, requests] = [0, 0];
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await session.send("Network.emulateNetworkConditions", slow3g);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  return { sofar: () => ({ kilobytes: bytes / 1000, requests }) };
}

/** Seconds until the first result; `null` where nobody would have waited. @throws Error where nothing is found */
async function timed(page: Page, search: MeasuredSearch, query: string): Promise<number | null> {
  const run = page.evaluate(
    `(async () => { const start = performance.now(); const found = await ${callOf(search, query)}; return [performance.now() - start, found.length]; })()`,
  ) as Promise<[number, number]>;
  const given = new Promise<null>((resolve) => setTimeout(() => resolve(null), patience).unref());
  const result = await Promise.race([run, given]);
  run.catch(() => {});
  if (result === null) return null;
  if (result[1] === 0) throw new Error(`${search.name} finds nothing for "${query}"`);
  return result[0] / 1000;
}

function callOf({ script }: MeasuredSearch, query: string): string {
  return `(async (query) => { ${script} })(${JSON.stringify(query)})`;
}
