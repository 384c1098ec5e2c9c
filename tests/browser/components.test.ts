/** Everything that docs/editors/components.md shows, on one page in the real browser: at every width, on paper, in forced colours. */
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { sidewaysOverflow, spaceTextOut, startVisit, tabTo } from "../support/browsing.ts";
import { componentExamples } from "../support/component-examples.ts";
import { served } from "../support/site-pages.ts";
import { useBrowser } from "../support/use-browser.ts";
import { useSite } from "../support/use-site.ts";

const site = useSite((content) => {
  cpSync("content/images", join(content, "images"), { recursive: true });
  const fields = ["title: Components", "subtitle: All of them", "type: article", "hub: home", "position: 1"];
  const sections = componentExamples.map(({ title, source }) => `## ${title}\n\n${source}`);
  writeFileSync(join(content, "components.md"), ["---", ...fields, "---", "", ...sections].join("\n"));
});
const browser = useBrowser();

/** Opens the page, with every expander open, and asks something of it. Nothing may go wrong on the way. */
async function onPage<T>(options: BrowserContextOptions, ask: (page: Page) => Promise<T>, paper = false): Promise<T> {
  const { page, context, faults } = await startVisit(browser(), site(), options);
  try {
    if (paper) await page.emulateMedia({ media: "print" });
    await page.goto(served(site(), "/components/"), { waitUntil: "networkidle" });
    if (!paper) await openAll(page);
    const answer = await ask(page);
    expect(faults).toEqual([]);
    return answer;
  } finally {
    await context.close();
  }
}

const openAll = (page: Page) =>
  page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));

/** 320 by 256 is a window of 1280 by 1024 at 400 % (WCAG 2.2, 1.4.10 Reflow). */
const windows = [
  { width: 320, height: 256 },
  { width: 360, height: 800 },
  { width: 800, height: 800 },
  { width: 1280, height: 800 },
];

describe.each(windows)("in a window of $width by $height, the components", (viewport) => {
  test("leave the page as wide as the window, with text spaced out too", async () => {
    const overflow = await onPage({ viewport }, async (page) => {
      const before = await sidewaysOverflow(page);
      await spaceTextOut(page);
      return [before, await sidewaysOverflow(page)];
    });
    expect(overflow).toEqual([0, 0]);
  });

  test("keep their words inside the column", async () => {
    expect(await onPage({ viewport }, wordsOutside)).toEqual([]);
  });

  test("leave no room of their own at the top and the end of what they stand in", async () => {
    expect(await onPage({ viewport }, roomAtTheEnds)).toEqual([]);
  });

  test("break no word, and no reference", async () => {
    expect(await onPage({ viewport }, brokenWords)).toEqual([]);
  });
});

test.each([320, 1280])("axe finds nothing in a window of %i pixels", async (width) => {
  const { violations } = await onPage({ viewport: { width, height: 800 } }, (page) =>
    new AxeBuilder({ page }).analyze(),
  );
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`))).toEqual([]);
});

describe("a wide table", () => {
  test.each([
    [320, ["How long codes and links work", "Identity documents that you can use"]],
    [1280, []],
  ])("is all that scrolls in a window of %i pixels", async (width, names) => {
    const scrolling = await onPage({ viewport: { width, height: 800 } }, (page) =>
      page.locator("main *").evaluateAll((elements) =>
        elements
          .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowX))
          .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
          .map((element) => document.getElementById(element.getAttribute("aria-labelledby") ?? "")?.textContent),
      ),
    );
    expect(scrolling.toSorted()).toEqual(names);
  });

  test("is reached, marked and moved with the keyboard", async () => {
    await onPage({ viewport: { width: 320, height: 800 } }, async (page) => {
      const region = page.getByRole("region", { name: "Identity documents that you can use" });
      await tabTo(page, "[role=region]");
      const focus = await region.evaluate((element) => {
        const { display, borderTopWidth, outlineWidth, boxShadow } = getComputedStyle(element, "::after");
        return {
          display,
          isMarked: boxShadow !== "none" || [borderTopWidth, outlineWidth].some((width) => parseFloat(width) >= 2),
        };
      });
      expect(focus).toEqual({ display: "block", isMarked: true });
      await page.keyboard.press("ArrowRight");
      await expect.poll(() => region.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
    });
  });
});

describe("a closed expander inside an open one", () => {
  test("shows that it is closed", async () => {
    const [outer, inner] = await onPage({}, async (page) => {
      await page.evaluate(() =>
        document.querySelectorAll("details details").forEach((inside) => inside.removeAttribute("open")),
      );
      return page.locator("details:has(details), details details").evaluateAll(([outside, inside]) =>
        [outside, inside].map((details) => {
          const summary = details?.querySelector("summary");
          const words = summary?.querySelector(".nhsuk-details__summary-text");
          if (!summary || !words) throw new Error("An expander without a summary");
          return {
            edge: getComputedStyle(summary).borderBottomWidth,
            sign: getComputedStyle(words, "::before").clipPath,
          };
        }),
      );
    });
    expect(outer?.edge).toBe("0px");
    expect(inner?.edge).toBe("4px");
    expect(inner?.sign).not.toBe(outer?.sign);
  });
});

describe("on paper, the components", () => {
  const paper = { viewport: { width: 700, height: 1000 } };

  test("show all of their words", async () => {
    const hidden = await onPage(
      paper,
      (page) =>
        page
          .locator(".app-article-body details")
          .evaluateAll(
            (all) =>
              all.filter((details) => !details.lastElementChild?.checkVisibility({ contentVisibilityAuto: true }))
                .length,
          ),
      true,
    );
    expect(hidden).toBe(0);
  });

  test("ask for no ink but that of words, borders and pictures", async () => {
    const inked = await onPage(
      paper,
      (page) =>
        page
          .locator(".app-article-body *")
          .evaluateAll((elements) =>
            elements
              .filter(
                (element) =>
                  !/^(rgba\(0, 0, 0, 0\)|rgb\(255, 255, 255\))$/.test(getComputedStyle(element).backgroundColor),
              )
              .map(({ className }) => className),
          ),
      true,
    );
    expect(inked).toEqual([]);
  });

  test("show the whole of a wide table", async () => {
    const cut = await onPage(
      paper,
      (page) =>
        page
          .locator(".nhsuk-scroll__content")
          .evaluateAll(
            (regions) =>
              regions.filter(
                (region) => getComputedStyle(region).overflowX !== "visible" || region.scrollWidth > region.clientWidth,
              ).length,
          ),
      true,
    );
    expect(cut).toBe(0);
  });

  test("have borders and stay on one page where they are short", async () => {
    const boxes = await onPage(
      paper,
      (page) => page.locator(".nhsuk-card, .nhsuk-inset-text").evaluateAll(bordersOf),
      true,
    );
    expect(boxes.length).toBeGreaterThan(5);
    expect(boxes.filter(({ isVisible, breaks }) => !isVisible || breaks !== "avoid")).toEqual([]);
  });
});

describe("in forced colours, the components", () => {
  const forced: BrowserContextOptions = { forcedColors: "active" };

  test("have a border that can be seen", async () => {
    const boxes = await onPage(forced, (page) =>
      page.locator(".nhsuk-card, .nhsuk-inset-text, .nhsuk-expander > *, .app-article-body hr").evaluateAll(bordersOf),
    );
    expect(boxes.length).toBeGreaterThan(10);
    expect(boxes.filter(({ isVisible }) => !isVisible)).toEqual([]);
  });

  test("have signs that can be seen", async () => {
    const lost = await onPage(forced, (page) =>
      page.locator(".app-article-body .nhsuk-icon").evaluateAll((icons) => {
        const ground = getComputedStyle(document.body).backgroundColor;
        return icons.filter((icon) => [ground, "none"].includes(getComputedStyle(icon).fill)).length;
      }),
    );
    expect(lost).toBe(0);
  });
});

/** Runs in the page: whether boxes have a border of another colour than the page, and whether paper may part them. */
function bordersOf(elements: readonly Element[]) {
  const ground = getComputedStyle(document.body).backgroundColor;
  return elements.map((element) => {
    const style = getComputedStyle(element);
    const isVisible = (["Top", "Right", "Bottom", "Left"] as const).some(
      (side) =>
        parseFloat(style[`border${side}Width`]) >= 1 &&
        style[`border${side}Style`] === "solid" &&
        ![ground, "rgba(0, 0, 0, 0)"].includes(style[`border${side}Color`]),
    );
    return { name: element.className, isVisible, breaks: style.breakInside };
  });
}

/** Words that stand to the left or the right of the column, those of tables that scroll left out. */
function wordsOutside(page: Page): Promise<readonly string[]> {
  return page.locator(".app-article-body").evaluate((body) => {
    const column = body.getBoundingClientRect();
    const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    const outside: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement?.closest(".nhsuk-scroll, .nhsuk-u-visually-hidden") || !node.textContent?.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
      if (rects.some(({ left, right }) => left < column.left - 1 || right > column.right + 1))
        outside.push(node.textContent);
    }
    return outside;
  });
}

/** What adds its margin to the padding of the box, or to the distance of the list's line, that it begins or ends. */
function roomAtTheEnds(page: Page): Promise<readonly string[]> {
  const insides =
    ".nhsuk-details__text, .nhsuk-inset-text, .nhsuk-card__content, .app-article-body :is(li, blockquote)";
  return page.locator(insides).evaluateAll((boxes) =>
    boxes.flatMap((box) => {
      const inside = [...box.children].filter((child) => !child.matches(".nhsuk-u-visually-hidden, .nhsuk-icon"));
      const top = inside[0] && parseFloat(getComputedStyle(inside[0]).marginTop);
      const end = inside.at(-1) && parseFloat(getComputedStyle(inside.at(-1) as Element).marginBottom);
      return [top, end].some((margin = 0) => margin > 0) ? [`${box.className}: ${top} ${end}`] : [];
    }),
  );
}

/** Words of tables, and references, that go on in a second line. */
function brokenWords(page: Page): Promise<readonly string[]> {
  return page.locator(".app-article-body :is(td, th), .app-reference").evaluateAll((places) => {
    const broken: string[] = [];
    for (const place of places) {
      const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const word of (node.textContent ?? "").matchAll(/[^\s-]+/g)) {
          const range = document.createRange();
          range.setStart(node, word.index);
          range.setEnd(node, word.index + word[0].length);
          if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.push(word[0]);
        }
      }
    }
    return broken;
  });
}
