/** The pictures that stand in the documents: of each kind of page, and beside each source in docs/editors/components.md. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { programFolder } from "../../src/cli/options.ts";
import { windows } from "./modes.ts";
import type { Row } from "./rows.ts";
import { openPage, pictureOf } from "./take-pictures.ts";
import type { ServedRow } from "./take-pictures.ts";

/** Where the pictures of each kind of page are, from the root of the repository. */
export const pagePictures = "docs/screenshots";

/** Where the pictures of components are, from the root of the repository. */
export const componentPictures = "docs/editors/components";

/** The rows that README.md shows. */
export const readmeRows: readonly string[] = ["home", "hub", "error-messages"];

/** Room on each side of a component, in pixels: what the page itself leaves on a phone. */
const margin = 16;

/** The rows of which a picture is kept: all but pages at old addresses, which lead on before anybody sees them. */
export function keptRows<Kept extends Row>(rows: readonly Kept[]): readonly Kept[] {
  return rows.filter(({ type }) => type !== "redirect");
}

/** The file of a picture that is kept. */
export function keptPicture({ name }: Row, width: number): string {
  return `${name}-${width}.png`;
}

/** Takes a picture of each kind of page anew: its first window, on a phone and on a desktop; and lists them. */
export async function takePagePictures(browser: Browser, rows: readonly ServedRow[]): Promise<void> {
  const folder = emptied(pagePictures);
  for (const viewport of Object.values(windows)) {
    const context = await browser.newContext({ reducedMotion: "reduce", viewport });
    for (const row of keptRows(rows)) {
      const page = await openPage(context, row);
      await small(await pictureOf(page, {}), join(folder, keptPicture(row, viewport.width)));
      await page.close();
    }
    await context.close();
  }
  writeFileSync(join(folder, "README.md"), picturesDocument(rows));
}

/** The document that shows every picture that is kept, in Markdown. */
export function picturesDocument(rows: readonly Row[]): string {
  const sections = keptRows(rows).map((row) => {
    const images = Object.entries(windows).map(
      ([device, { width }]) =>
        `<img src="${keptPicture(row, width)}" width="${width / 2}" alt="${row.title}, on a ${device}">`,
    );
    return `## ${row.title}\n\n${images.join("\n")}\n`;
  });
  const introduction =
    "The first window of one page of each kind, 360 and 1280 pixels wide. `npm run screenshots` takes the pictures and writes this page.";
  return [`# Screenshots\n\n${introduction}\n`, ...sections].join("\n");
}

/**
 * Takes the pictures of docs/editors/components.md anew: each component as it looks on a phone, and nothing around it.
 *
 * @param rows - the pages of the components, by the components' names
 */
export async function takeComponentPictures(browser: Browser, rows: ReadonlyMap<string, ServedRow>): Promise<void> {
  const folder = emptied(componentPictures);
  const context = await browser.newContext({ reducedMotion: "reduce", viewport: windows.phone });
  for (const [name, row] of rows) {
    const page = await openPage(context, row);
    await openAround(page);
    const box = await page.locator(".app-article-body").evaluate((body) => body.getBoundingClientRect().toJSON());
    // Whole pixels inside the component: half a pixel more would show the line that stands below it.
    const y = Math.ceil(box.top);
    const clip = { x: box.left, y, width: box.width, height: Math.floor(box.bottom) - y };
    const component = await pictureOf(page, { fullPage: true, clip });
    const sides = { top: margin, bottom: margin, left: margin, right: margin };
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const framed = await sharp(component)
      .extend({ ...sides, background })
      .toBuffer();
    await small(framed, join(folder, `${name}.png`));
    await page.close();
  }
  await context.close();
}

/** Opens the expanders that hold another component: closed, they would not show what the picture is for. */
async function openAround(page: Page): Promise<void> {
  await page
    .locator("details:has(.nhsuk-details__text :is(details, table, figure, .nhsuk-card, .nhsuk-inset-text))")
    .evaluateAll((expanders) => expanders.forEach((expander) => expander.setAttribute("open", "")));
}

/** A folder of the documents, without the pictures of last time: a component may have gone. */
function emptied(folder: string): string {
  const path = join(programFolder, folder);
  mkdirSync(path, { recursive: true });
  for (const file of readdirSync(path)) if (file.endsWith(".png")) rmSync(join(path, file));
  return path;
}

/** Pages are a few flat colours: a palette keeps the pictures small. */
async function small(png: Buffer, file: string): Promise<void> {
  await sharp(png).png({ palette: true, colours: 128, effort: 10, compressionLevel: 9 }).toFile(file);
}
