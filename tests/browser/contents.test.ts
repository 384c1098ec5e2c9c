/** The list of what is on an article, in the real browser: it marks where the reader is, and stays in the window. */
import type { BrowserContextOptions } from "playwright-core";
import { describe, expect, test } from "vitest";
import { startVisit } from "../support/browsing.ts";
import { builtSite, seedAddress, served } from "../support/site-pages.ts";
import { useVisit } from "../support/use-browser.ts";

const site = builtSite("root");
const visit = useVisit(startVisit);

async function open(options: BrowserContextOptions = {}, end = "") {
  await visit.start(site, { viewport: { width: 1280, height: 800 }, ...options });
  await visit.page.goto(served(site, seedAddress) + end);
}

const links = () => visit.page.locator(".app-contents a");
/** The place in the list, from 0, of each link that is marked. */
const marked = () =>
  links().evaluateAll((all) =>
    all.flatMap((link, index) => (link.matches('[aria-current="location"]') ? [index] : [])),
  );
const scrollTo = (y: number) => visit.page.evaluate((top) => window.scrollTo(0, top), y);
/** Scrolls a section's heading to a distance from the top of the window. */
const bringHeading = (index: number, distance: number) =>
  visit.page
    .locator(".app-article-body h2")
    .nth(index)
    .evaluate((heading, top) => window.scrollBy(0, heading.getBoundingClientRect().top - top), distance);
const end = () => scrollTo(1_000_000);

describe("the list of contents", () => {
  test("marks nothing above the first section, then each section as it is reached", async () => {
    await open();
    expect(await marked()).toEqual([]);
    for (const index of [0, 1, 2, 3]) {
      await bringHeading(index, 200);
      await expect.poll(marked).toEqual([index]);
      await bringHeading(index + 1, 400);
      await expect.poll(marked).toEqual([index]);
    }
    await scrollTo(0);
    await expect.poll(marked).toEqual([]);
  });

  test("marks each of the last sections on the way down, and the last at the end, in a window that shows them all", async () => {
    await open({ viewport: { width: 1280, height: 1600 } });
    await end();
    const top = await visit.page.evaluate(() => scrollY);
    const seen: number[] = [];
    for (let y = 0; y <= top; y += 25) {
      await scrollTo(y);
      await visit.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      seen.push(...(await marked()));
    }
    expect([...new Set(seen)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    await end();
    await expect.poll(marked).toEqual([7]);
  });

  test.each([600, 1600])("marks the section whose link was followed, in a window %i pixels high", async (height) => {
    await open({ viewport: { width: 1280, height } });
    for (const index of [7, 6, 5, 1, 0, 4]) {
      await links().nth(index).click();
      await expect.poll(marked, { message: `link ${index}` }).toEqual([index]);
    }
  });

  test("marks the section that a link to a reference inside it leads to", async () => {
    await open({}, "#CID7029");
    await expect.poll(marked).toEqual([1]);
  });

  test("changes neither the address nor what has the focus", async () => {
    await open();
    await links().first().focus();
    const history = await visit.page.evaluate(() => window.history.length);
    await end();
    await expect.poll(marked).toEqual([7]);
    expect(
      await links()
        .first()
        .evaluate((link) => link === document.activeElement),
    ).toBe(true);
    expect(new URL(visit.page.url()).hash).toBe("");
    expect(await visit.page.evaluate(() => window.history.length)).toBe(history);
    expect(await visit.page.locator("[aria-live], [role=status], [role=alert]").count()).toBe(0);
  });

  test.each(["none", "active"] as const)("shows the mark with forced colours: %s", async (forcedColors) => {
    await open({ forcedColors });
    await bringHeading(1, 100);
    await expect.poll(marked).toEqual([1]);
    const marks = await visit.page.locator(".app-contents li").evaluateAll((items) =>
      items.map((item) => {
        const { borderLeftStyle, borderLeftWidth, borderLeftColor } = getComputedStyle(item, "::before");
        const { backgroundColor } = getComputedStyle(document.body);
        return borderLeftStyle === "solid" && parseFloat(borderLeftWidth) >= 3 && borderLeftColor !== backgroundColor;
      }),
    );
    expect(marks).toEqual(Array(8).fill(false).with(1, true));
  });

  test("stays in a wide window, and shows the link that is marked though the list is longer than the window", async () => {
    await open({ viewport: { width: 1280, height: 400 } });
    await end();
    await expect.poll(marked).toEqual([7]);
    await links().nth(6).click();
    const isSeen = () =>
      links()
        .nth(6)
        .evaluate((link) => {
          const { top, bottom, left } = link.getBoundingClientRect();
          return link.contains(document.elementFromPoint(left + 5, (top + bottom) / 2));
        });
    await expect.poll(isSeen).toBe(true);
  });

  test("does not stay in a narrow window", async () => {
    await open({ viewport: { width: 320, height: 400 } });
    await end();
    expect(
      await links()
        .first()
        .evaluate((link) => link.getBoundingClientRect().bottom),
    ).toBeLessThan(0);
  });
});
