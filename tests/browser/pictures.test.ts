/** Pictures in the real browser: which file it takes, and how large it shows it. */
import { describe, expect, test } from "vitest";
import { startVisit } from "../support/browsing.ts";
import { all } from "../support/page.ts";
import { builtSite, readablePagesOf, served } from "../support/site-pages.ts";
import { useBrowser } from "../support/use-browser.ts";

const site = builtSite("root");
const addressWith = (selector: string) =>
  readablePagesOf(site).find(({ document }) => all(document, `.app-article-body ${selector}`).length > 0)?.address;

const browser = useBrowser();

/** Every picture of an editor's on a page: when it is laid out, before one byte of it has come, and afterwards. */
async function picturesOn(address: string, width: number) {
  const { page, context, faults } = await startVisit(browser(), site, { viewport: { width, height: 800 } });
  try {
    const read = () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLImageElement>(".app-article-body img")].map((img) => ({
          file: img.currentSrc,
          size: [img.clientWidth, img.clientHeight],
          own: [Number(img.getAttribute("width")), Number(img.getAttribute("height"))] as const,
          column: img.closest(".app-article-body")!.clientWidth,
        })),
      );
    const isPicture = (url: URL) => /\.(avif|webp|png|jpg|svg)$/.test(url.pathname);
    await page.route(isPicture, (route) => route.abort());
    await page.goto(served(site, address));
    const before = await read();
    await page.unroute(isPicture);
    await page.reload();
    await page.evaluate(async () => {
      for (const img of document.querySelectorAll("img")) {
        img.loading = "eager";
        await img.decode();
      }
    });
    return { before, after: await read(), faults };
  } finally {
    await context.close();
  }
}

describe.each([
  ["of pixels", "picture img"],
  ["drawn", 'figure img[src^="/images/"]'],
] as const)("a picture %s", (kind, selector) => {
  test.each([320, 1280])("on a window of %i pixels keeps its shape, its place, and its column", async (width) => {
    const { before, after } = await picturesOn(addressWith(selector) ?? "", width);
    expect(after.length).toBeGreaterThan(0);
    expect(after.map(({ size }) => size)).toEqual(before.map(({ size }) => size));
    for (const { size, own, column } of after) {
      expect(size[0]).toBeLessThanOrEqual(Math.min(own[0], column));
      expect(Math.abs((size[1] ?? 0) - ((size[0] ?? 0) * own[1]) / own[0])).toBeLessThanOrEqual(1);
    }
    if (kind === "of pixels") expect(after.some(({ file }) => file.endsWith(".avif"))).toBe(true);
  });
});

test("a small window takes a smaller file than a large one", async () => {
  const widthsAt = async (width: number) => {
    const { after } = await picturesOn(addressWith("picture img") ?? "", width);
    return after.flatMap(({ file }) => /-(\d+)-[0-9a-f]{10}\.avif$/.exec(file)?.[1] ?? []).map(Number);
  };
  const [small, large] = [await widthsAt(320), await widthsAt(1280)];
  expect(Math.max(...small)).toBe(320);
  expect(Math.max(...large)).toBe(640);
});
