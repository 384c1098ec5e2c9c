import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser, BrowserContext, Page, PageScreenshotOptions } from "playwright-core";
import type { Mode } from "./modes.ts";
import type { Row } from "./rows.ts";

/** A row, and the server that its page is on. */
export interface ServedRow extends Row {
  /** Where the site's home page is served, with a slash at the end. */
  readonly site: string;
}

/** A picture that was taken. */
export interface Picture {
  readonly row: Row;
  readonly mode: Pick<Mode, "name" | "title">;
  /** Inside the folder of pictures, with `/`: `home/phone.png`. */
  readonly path: string;
  readonly width: number;
  readonly height: number;
  /** The printed page beside it; `null` in modes that do not print. */
  readonly pdf: string | null;
}

/** How many pages are open at once: more only wait for each other on two cores. */
const pagesAtOnce = 3;

/** On a machine that is very busy, the browser gives up a picture; the next time it mostly succeeds. */
const attempts = 3;

/**
 * Takes a picture of each page in each mode, whole pages from top to bottom.
 *
 * @param folder - where the pictures are put
 * @param tell - is told each mode that is done
 * @returns the pictures, by row and mode as they were asked for
 */
export async function takePictures(
  browser: Browser,
  rows: readonly ServedRow[],
  modes: readonly Mode[],
  folder: string,
  tell: (line: string) => void,
): Promise<readonly Picture[]> {
  const taken = new Map<string, Picture>();
  for (const mode of modes) {
    const context = await browser.newContext({ reducedMotion: "reduce", ...mode.context });
    const waiting = [...rows];
    const worker = async () => {
      for (let row = waiting.shift(); row; row = waiting.shift()) {
        const picture = await takePicture(context, row, mode, folder);
        taken.set(picture.path, picture);
      }
    };
    await Promise.all(Array.from({ length: pagesAtOnce }, worker));
    await context.close();
    tell(`${mode.title}: ${rows.length} ${rows.length === 1 ? "page" : "pages"}`);
  }
  return rows.flatMap((row) => modes.flatMap((mode) => taken.get(picturePath(row, mode)) ?? []));
}

/** Opens a page and waits until it is all there. Close it when done. */
export async function openPage(context: BrowserContext, { site, path, type }: ServedRow): Promise<Page> {
  const page = await context.newPage();
  const address = new URL(path.slice(1), site).href;
  // The page at an old address would lead on before anybody could see it.
  if (type === "redirect") {
    await page.route(
      (url) => url.href !== address,
      (route) => (route.request().isNavigationRequest() ? route.abort("aborted") : route.continue()),
    );
  }
  // What is searched for is found by a script, which asks for an index first.
  await page.goto(address, { waitUntil: path.includes("?") ? "networkidle" : "load" });
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = "eager";
    await Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode())]);
  });
  return page;
}

/** A picture of a page: no movement, no blinking caret, so that the same page gives the same picture. */
export async function pictureOf(page: Page, options: PageScreenshotOptions, left: number = attempts): Promise<Buffer> {
  try {
    return await page.screenshot({ animations: "disabled", caret: "hide", ...options });
  } catch (error) {
    if (left <= 1) throw error;
    return pictureOf(page, options, left - 1);
  }
}

function picturePath(row: Row, mode: Pick<Mode, "name">): string {
  return `${row.name}/${mode.name}.png`;
}

async function takePicture(context: BrowserContext, row: ServedRow, mode: Mode, folder: string): Promise<Picture> {
  const path = picturePath(row, mode);
  const page = await openPage(context, row);
  await mode.prepare?.(page);
  const png = await pictureOf(page, { fullPage: true });
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), png);
  const pdf = mode.printed ? path.replace(/\.png$/, ".pdf") : null;
  if (pdf !== null) await page.pdf({ path: join(folder, pdf), format: "A4", preferCSSPageSize: true });
  await page.close();
  return { row, mode, path, pdf, width: png.readUInt32BE(widthAt), height: png.readUInt32BE(heightAt) };
}

/** Where a PNG's first chunk says how large the picture is (PNG Specification, 11.2.2 IHDR). */
const widthAt = 16;
const heightAt = 20;
