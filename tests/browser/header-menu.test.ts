/** The header's menu, in the real browser: what nhsuk-frontend's own script would do to whoever uses it by keyboard. */
import type { Locator } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { startVisit } from "../support/browsing.ts";
import { builtSite, served } from "../support/site-pages.ts";
import { useVisit } from "../support/use-browser.ts";

const site = builtSite("root");
const visit = useVisit(startVisit);
const height = 640;

const button = () => visit.page.locator(".nhsuk-header__menu-toggle");
const inBar = () => visit.page.locator(".nhsuk-header__navigation-list > .nhsuk-header__navigation-item a");
const focused = () => visit.page.evaluate(() => document.activeElement?.textContent?.trim());
const inMenu = () => visit.page.locator(".nhsuk-header__menu-list a");
const wordsOf = async (one: Locator) => (await one.textContent())?.trim();
/** Waits until whatever a change has set off is done. */
const settle = () => visit.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));

describe("the menu of a phone", () => {
  beforeEach(async () => {
    await visit.start(site, { viewport: { width: 320, height } });
    await visit.page.goto(served(site, "/contact/"));
    await settle();
    await button().focus();
  });

  test("leads whoever presses Enter and Tab at once to its first link", async () => {
    await Promise.all([visit.page.keyboard.press("Enter"), visit.page.keyboard.press("Tab")]);
    await settle();
    expect(await focused()).toBe(await wordsOf(inMenu().first()));
  });

  test("is not counted again when it opens: what is in it takes no room of the header", async () => {
    await visit.page.evaluate(() => addEventListener("resize", () => document.body.setAttribute("data-counted", "")));
    await button().press("Enter");
    await inMenu().first().waitFor();
    await settle();
    expect(await visit.page.locator("body[data-counted]").count()).toBe(0);
  });

  test("keeps the focus on its link when the window's size changes", async () => {
    await button().press("Enter");
    await inMenu().last().focus();
    for (const width of [340, 330, 360]) {
      await visit.page.setViewportSize({ width, height });
      await settle();
      expect([width, await focused()]).toEqual([width, await wordsOf(inMenu().last())]);
    }
  });
});

describe("the menu of a wide window", () => {
  test("has the focus at its button where the link that had it goes into the menu", async () => {
    await visit.start(site, { viewport: { width: 1280, height } });
    await visit.page.goto(served(site, "/contact/"));
    await settle();
    const words = await wordsOf(inBar().last());
    await inBar().last().focus();
    await visit.page.setViewportSize({ width: 320, height });
    await settle();
    expect(await focused()).toBe(await wordsOf(button()));
    await visit.page.keyboard.press("Enter");
    expect(await inMenu().allInnerTexts()).toContain(words);
  });
});

test.each([340, 720, 1080])(
  "in a window of %i pixels the menu's button stays inside when a reader spaces the letters out",
  async (width) => {
    await visit.start(site, { viewport: { width, height } });
    await visit.page.goto(served(site, "/contact/"));
    await settle();
    await visit.page.evaluate(() => {
      Object.assign(document.documentElement.style, { letterSpacing: "0.12em", wordSpacing: "0.16em" });
    });
    await settle();
    const { x, width: own } = (await button().boundingBox()) ?? { x: Number.NaN, width: Number.NaN };
    expect(x + own).toBeLessThanOrEqual(width);
  },
);
