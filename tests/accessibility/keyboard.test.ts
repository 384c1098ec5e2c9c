/** Pages by keyboard alone: Tab reaches everything, in order, and what has the focus can be seen (WCAG 2.2, 2.4.3 to 2.4.11). */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { startVisit } from "../support/browsing.ts";
import { builtSite, pageOfEachKind, seedAddress, served } from "../support/site-pages.ts";
import { sample } from "../support/tier.ts";
import { useBrowser } from "../support/use-browser.ts";

const site = builtSite("root");
const browser = useBrowser();

const everyKind = pageOfEachKind().map(([, address]) => address);
const addresses = sample({ test: [seedAddress, "/search/", "/contact/"], full: everyKind, soak: everyKind });
const widths = [320, 1280];
const cases = [
  ...[...new Set(addresses)].flatMap((address) => widths.map((width) => ({ address, width, height: 700 }))),
  // What stays in the window while the page scrolls takes the most of a low one.
  { address: seedAddress, width: 1280, height: 600 },
  { address: seedAddress, width: 320, height: 400 },
];

/** What has the focus, as the page's own script would see it. */
interface Focused {
  /** Its place among all elements of the page; -1 for the page itself. */
  readonly place: number;
  readonly name: string;
  readonly inWindow: boolean;
  readonly covered: boolean;
  readonly marked: boolean;
}

/** Runs in the page. Marked: it, or a part of it, has an outline, a shadow or colours that it lacks without the focus. */
function lookAtFocus(): Focused {
  const element = document.activeElement as HTMLElement;
  const place = [...document.querySelectorAll("body *")].indexOf(element);
  const { left, right, top, bottom } = element.getBoundingClientRect();
  const looksOf = (part: Element) => {
    const { outlineStyle, outlineWidth, boxShadow, backgroundColor, color } = getComputedStyle(part);
    return [outlineStyle, outlineWidth, boxShadow, backgroundColor, color].join();
  };
  const looks = () => [element, ...element.querySelectorAll("*")].map(looksOf).join();
  const found = document.elementFromPoint((left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2);
  const focusedLooks = looks();
  element.blur();
  const marked = focusedLooks !== looks();
  element.focus({ preventScroll: true });
  return {
    place,
    name: `${element.tagName} ${element.textContent.trim().slice(0, 40)}`,
    inWindow: bottom > 0 && right > 0 && top < innerHeight && left < innerWidth,
    covered: !(found && (element.contains(found) || found.contains(element) || found.closest("label"))),
    marked,
  };
}

/** Runs in the page. Of answers of which one can be picked, Tab stops at the first; arrows lead to the others. */
function countStops(elements: readonly (HTMLElement | SVGElement)[]): number {
  const isLaterAnswer = (element: Element) =>
    element instanceof HTMLInputElement &&
    element.type === "radio" &&
    element.form?.querySelector(`[name="${element.name}"]`) !== element;
  return elements.filter((element) => element.checkVisibility() && element.tabIndex >= 0 && !isLaterAnswer(element))
    .length;
}

/** Presses Tab from the top of the page until the focus leaves it. @throws Error if it never does */
async function tabThrough(page: Page): Promise<readonly Focused[]> {
  const stops: Focused[] = [];
  for (let presses = 0; presses < 300; presses += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(lookAtFocus);
    if (stop.place === -1 || stop.place === stops[0]?.place) return stops;
    stops.push(stop);
  }
  throw new Error("300 presses of Tab did not lead to the end of the page");
}

describe.each(cases)("$address in a window of $width by $height pixels", ({ address, width, height }) => {
  test("is reached in order by Tab, and what has the focus stands out and is not covered", async () => {
    const { page, context } = await startVisit(browser(), site, { viewport: { width, height } });
    try {
      await page.goto(served(site, address));
      await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
      const reachable = await page.locator("a[href], button, input, select, textarea, summary").evaluateAll(countStops);
      const stops = await tabThrough(page);
      expect(stops.length).toBe(reachable);
      expect(stops.map(({ place }) => place)).toEqual(stops.map(({ place }) => place).toSorted((a, b) => a - b));
      expect(stops.filter(({ inWindow, covered, marked }) => !inWindow || covered || !marked)).toEqual([]);
    } finally {
      await context.close();
    }
  });
});
