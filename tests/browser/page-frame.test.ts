/** What stands around an editor's words, at the widths and in the modes in which people meet it. */
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { startVisit } from "../support/browsing.ts";
import { builtSite, pageOfEachKind, seedAddress, served } from "../support/site-pages.ts";
import { useBrowser } from "../support/use-browser.ts";

const site = builtSite("root");
const browser = useBrowser();

const desktop = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 360, height: 800 } };

/** Opens a page, asks something of it, and closes it again. */
async function on<Answer>(
  address: string,
  options: BrowserContextOptions,
  ask: (page: Page) => Promise<Answer>,
): Promise<Answer> {
  const { page, context } = await startVisit(browser(), site, options);
  try {
    await page.goto(served(site, address));
    return await ask(page);
  } finally {
    await context.close();
  }
}

async function boxOf(page: Page, selector: string) {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`Nothing is seen of ${selector}`);
  return { ...box, right: box.x + box.width, bottom: box.y + box.height, middle: box.x + box.width / 2 };
}

describe("home", () => {
  test("has its field in the middle of the hero, wide enough to be seen as the first thing to do", async () => {
    const { hero, field } = await on("/", desktop, async (page) => ({
      hero: await boxOf(page, ".nhsuk-hero"),
      field: await boxOf(page, ".app-search-hero .nhsuk-input-wrapper"),
    }));
    expect(Math.abs(field.middle - hero.middle)).toBeLessThanOrEqual(1);
    expect(field.width).toBeGreaterThan(500);
    expect(field.height).toBeGreaterThanOrEqual(48);
  });

  test("has its cards two in a row on a desktop, one on a phone, all with the same edges", async () => {
    const cardsOf = (page: Page) =>
      page.locator(".app-cards .nhsuk-card").evaluateAll((cards) =>
        cards.map((card) => {
          const { left, right, top } = card.getBoundingClientRect();
          return { left: Math.round(left), right: Math.round(right), top: Math.round(top) };
        }),
      );
    const wide = await on("/", desktop, cardsOf);
    expect(wide[0]?.top).toBe(wide[1]?.top);
    expect(new Set(wide.map(({ left }) => left)).size).toBe(2);
    expect(new Set(wide.map(({ right }) => right)).size).toBe(2);
    const narrow = await on("/", phone, cardsOf);
    expect(new Set(narrow.map(({ left }) => left)).size).toBe(1);
    expect(new Set(narrow.map(({ top }) => top)).size).toBe(narrow.length);
  });

  test("says itself as a main part with a heading, a search of its own and the hubs", async () => {
    const outline = await on("/", desktop, (page) => page.locator("main").ariaSnapshot());
    expect(outline).toMatch(/heading ".+" \[level=1\]/);
    expect(outline).toMatch(/searchbox "What do you need help with\?"/);
    expect(outline.match(/heading ".+" \[level=2\]/g)?.length).toBeGreaterThanOrEqual(4);
  });
});

describe("an article", () => {
  test("has its contents in the left third and its words in the right two thirds of a desktop's column", async () => {
    const { contents, words } = await on(seedAddress, desktop, async (page) => ({
      contents: await boxOf(page, ".app-contents"),
      words: await boxOf(page, ".app-article-body"),
    }));
    expect(contents.right).toBeLessThanOrEqual(words.x);
    expect(Math.abs(contents.y - words.y)).toBeLessThanOrEqual(8);
    expect(contents.width / words.width).toBeCloseTo(0.47, 1);
    // About 70 characters of this size: longer lines are hard to read.
    expect(words.width).toBeLessThanOrEqual(660);
  });

  test("has its contents above its words on a phone, with the same left edge", async () => {
    const { contents, words } = await on(seedAddress, phone, async (page) => ({
      contents: await boxOf(page, ".app-contents"),
      words: await boxOf(page, ".app-article-body"),
    }));
    expect(contents.bottom).toBeLessThanOrEqual(words.y);
    expect(contents.x).toBe(words.x);
  });
});

const kinds = [...pageOfEachKind(), ["wide table", "/prove-who-you-are/choose-a-way/"]] as const;

describe.each(kinds)("%s", (_, address) => {
  test("on paper is black on white, with its own address in place of ways to go elsewhere", async () => {
    const seen = await on(address, desktop, async (page) => {
      await page.emulateMedia({ media: "print" });
      return page.evaluate(() => {
        const isSeen = (element: Element) => element.getClientRects().length > 0;
        const backgroundOf = (selector: string) => {
          const element = document.querySelector(selector);
          return element === null ? null : getComputedStyle(element).backgroundColor;
        };
        const ways =
          ".nhsuk-header__navigation, .nhsuk-breadcrumb, .app-contents, .app-hub-neighbours, .nhsuk-pagination, form:not([method=post])";
        return {
          ways: [...document.querySelectorAll(ways)].filter(isSeen).map((element) => element.className),
          backgrounds: ["body", ".nhsuk-header", ".nhsuk-hero", ".nhsuk-footer"].map(backgroundOf),
          colours: [...document.querySelectorAll("main a, main h1")].map((element) => getComputedStyle(element).color),
          address: [...document.querySelectorAll(".app-page-address")].filter(isSeen).length,
          canonical: document.querySelectorAll('link[rel="canonical"]').length,
        };
      });
    });
    expect(seen.ways).toEqual([]);
    expect(
      seen.backgrounds.filter(
        (colour) => !/^(rgba\(0, 0, 0, 0\)|rgb\(255, 255, 255\))$/.test(colour ?? "rgba(0, 0, 0, 0)"),
      ),
    ).toEqual([]);
    expect([...new Set(seen.colours)].filter((colour) => colour !== "rgb(0, 0, 0)")).toEqual([]);
    expect(seen.address).toBe(seen.canonical);
  });

  test("on paper has its headings with what they head, and whole addresses behind its links", async () => {
    const { breaks, addresses } = await on(address, desktop, async (page) => {
      await page.emulateMedia({ media: "print" });
      return page.evaluate(() => ({
        breaks: [...document.querySelectorAll("main :is(h1, h2, h3, h4, caption)")].map(
          (heading) => getComputedStyle(heading).breakAfter,
        ),
        addresses: [...document.querySelectorAll('main a[href^="/"]')].map((link) => [
          link.getAttribute("href"),
          getComputedStyle(link, "::after").content,
        ]),
      }));
    });
    expect(breaks.filter((value) => value !== "avoid")).toEqual([]);
    const { origin } = new URL(site.url);
    for (const [href, printed] of addresses) expect(printed).toContain(origin + href);
  });

  test("names each of its searches and navigations so that they can be told apart", async () => {
    const names = await on(address, desktop, (page) =>
      page
        .locator("search, nav")
        .evaluateAll((parts) => parts.map((part) => `${part.tagName} ${part.getAttribute("aria-label") ?? ""}`)),
    );
    expect(names.filter((name) => name.endsWith(" "))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  test("has nothing that moves by itself, and nothing that stays in the way of what is read", async () => {
    const found = await on(address, { ...phone, reducedMotion: "no-preference" }, (page) =>
      page.evaluate(() =>
        [document.documentElement, ...document.querySelectorAll("body, body *")].flatMap((element) =>
          [null, "::before", "::after"].flatMap((part) => {
            const style = getComputedStyle(element, part);
            const { animationName, transitionDuration, scrollBehavior, position } = style;
            const moves = animationName !== "none" || /[1-9]/.test(transitionDuration) || scrollBehavior === "smooth";
            // A caption that stays at the side of its table, which scrolls sideways, covers nothing.
            const stays =
              position === "fixed" || (position === "sticky" && (style.top !== "auto" || style.bottom !== "auto"));
            return moves || stays ? [`${element.tagName} ${element.className} ${part ?? ""}`] : [];
          }),
        ),
      ),
    );
    expect(found).toEqual([]);
  });

  test("in a window as small as a desktop's at 400 %, has its words inside the window, line by line", async () => {
    const outside = await on(address, { viewport: { width: 320, height: 256 } }, (page) =>
      page.evaluate(() => {
        const isHidden = (element: Element) =>
          element.closest(".nhsuk-u-visually-hidden, [hidden], [role=region], .nhsuk-skip-link");
        return [...document.querySelectorAll("main :is(h1, h2, h3, p, li, a, label, td, th)")]
          .filter((element) => !isHidden(element) && element.getClientRects().length > 0)
          .filter((element) =>
            [...element.getClientRects()].some(({ left, right }) => left < 0 || right > innerWidth + 0.5),
          )
          .map((element) => element.textContent.trim().slice(0, 40));
      }),
    );
    expect(outside).toEqual([]);
  });
});
