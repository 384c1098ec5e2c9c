/** What a first visit to a page costs: with nothing kept from before, every request of the browser and its bytes. */
import { constants, brotliCompressSync } from "node:zlib";
import type { Browser, Response } from "playwright-core";

export type FetchedKind = "html" | "css" | "javascript" | "other";

/** One answer that the browser asked for. */
export interface Fetched {
  /** From the root of the host: `/assets/site-0123456789.css`. */
  readonly path: string;
  readonly kind: FetchedKind;
  /** Of the body: text with Brotli at its best, as a host that compresses beforehand sends it; the rest as it is. */
  readonly bytes: number;
  /** What it says, before it is compressed; `""` for what is not text. */
  readonly text: string;
}

/**
 * Opens a page in a fresh context and waits until nothing more is asked for.
 *
 * @throws Error if something that the page asks for cannot be had
 */
export async function firstVisit(browser: Browser, address: string): Promise<readonly Fetched[]> {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
  try {
    const page = await context.newPage();
    const responses: Response[] = [];
    context.on("response", (response) => responses.push(response));
    await page.goto(address, { waitUntil: "networkidle" });
    return await Promise.all(responses.map((response) => fetched(response)));
  } finally {
    await context.close();
  }
}

/** The sum of the bytes, of one kind or of all. */
export function bytesOf(visit: readonly Fetched[], kind?: FetchedKind): number {
  return visit.filter((one) => kind === undefined || one.kind === kind).reduce((sum, { bytes }) => sum + bytes, 0);
}

async function fetched(response: Response): Promise<Fetched> {
  const { pathname } = new URL(response.url());
  const mediaType = response.headers()["content-type"] ?? "";
  // The page for addresses that are not there comes with 404, and it alone may.
  if (response.status() >= 400 && !response.request().isNavigationRequest()) {
    throw new Error(`${response.status()} for ${pathname}`);
  }
  // What leads elsewhere has no body.
  const body = response.status() < 300 || response.status() >= 400 ? await response.body() : Buffer.alloc(0);
  const isText = /^text\/|json|javascript|xml/.test(mediaType);
  const bytes = isText ? compressed(body) : body.byteLength;
  return { path: pathname, kind: kindOf(mediaType), bytes, text: isText ? body.toString("utf8") : "" };
}

function kindOf(mediaType: string): FetchedKind {
  if (mediaType.startsWith("text/html")) return "html";
  if (mediaType.startsWith("text/css")) return "css";
  return /javascript/.test(mediaType) ? "javascript" : "other";
}

/** Pages have most of their files in common, and Brotli at its best takes its time. */
const compressedBytes = new Map<string, number>();

/** How many bytes a text is with Brotli at its best. */
function compressed(body: Buffer): number {
  const text = body.toString("utf8");
  const known = compressedBytes.get(text);
  if (known !== undefined) return known;
  const options = { params: { [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength } };
  const { byteLength } = brotliCompressSync(body, options);
  compressedBytes.set(text, byteLength);
  return byteLength;
}
