/** The button that opens every expander of a page, in the real browser: with a mouse, by keyboard, without JavaScript, on paper. */
import { beforeEach, describe, expect, test } from "vitest";
import { startVisit, tabTo } from "../support/browsing.ts";
import { all } from "../support/page.ts";
import { builtSite, readablePagesOf, seedAddress, served } from "../support/site-pages.ts";
import { useVisit } from "../support/use-browser.ts";

const site = builtSite("root");
const visit = useVisit(startVisit);

const toggle = () => visit.page.locator(".app-expander-toggle");
const summaries = () => visit.page.locator(".app-article-body summary");
/** Of every expander on the page, whether it is open. */
const areOpen = () =>
  visit.page
    .locator(".app-article-body details")
    .evaluateAll((expanders) => expanders.map((expander) => (expander as HTMLDetailsElement).open));
/** What those who listen are told of the button. */
const said = () =>
  visit.page
    .locator(".app-article-body")
    .ariaSnapshot()
    .then((outline) => /- button .*/.exec(outline)?.[0]);
const seenWords = () => toggle().locator("span").first().innerText();
const focused = () => visit.page.evaluate(() => document.activeElement?.className);

const show = '- button "Show all details on this page"';
const hide = '- button "Hide all details on this page" [expanded]';

describe("the button above the first of seven expanders", () => {
  beforeEach(async () => {
    await visit.start(site);
    await visit.page.goto(served(site, seedAddress));
  });

  test("opens all of them, then closes all of them, and says which", async () => {
    expect(await seenWords()).toBe("Show all");
    expect(await said()).toBe(show);
    await toggle().click();
    expect(await areOpen()).toEqual(Array(7).fill(true));
    await expect.poll(said).toBe(hide);
    expect(await seenWords()).toBe("Hide all");
    await toggle().click();
    expect(await areOpen()).toEqual(Array(7).fill(false));
    await expect.poll(said).toBe(show);
  });

  test("opens the others where some are open", async () => {
    await summaries().nth(4).click();
    await toggle().click();
    expect(await areOpen()).toEqual(Array(7).fill(true));
  });

  test("says that all are open when the last was opened by itself, and no longer when one is closed", async () => {
    for (const summary of await summaries().all()) await summary.click();
    await expect.poll(said).toBe(hide);
    await summaries().nth(2).click();
    await expect.poll(said).toBe(show);
  });

  test("is reached before the first of them by keyboard, keeps the focus, and takes it from nothing else", async () => {
    await tabTo(visit.page, ".app-expander-toggle");
    for (const [key, open] of [
      ["Enter", true],
      ["Space", false],
    ] as const) {
      await visit.page.keyboard.press(key);
      expect(await areOpen()).toEqual(Array(7).fill(open));
      expect(await focused()).toContain("app-expander-toggle");
    }
    await visit.page.keyboard.press("Tab");
    await visit.page.keyboard.press("Enter");
    expect(await areOpen()).toEqual(Array(7).fill(false).with(0, true));
    expect(await focused()).toBe("nhsuk-details__summary");
  });

  test("stays where it is when it opens them", async () => {
    await toggle().scrollIntoViewIfNeeded();
    const top = () => toggle().evaluate((button) => button.getBoundingClientRect().top);
    const before = await top();
    await toggle().click();
    expect(await top()).toBe(before);
  });

  test("is not printed", async () => {
    await visit.page.emulateMedia({ media: "print" });
    expect(await toggle().isVisible()).toBe(false);
  });
});

describe("the room of the button", () => {
  const topOfFirst = () =>
    summaries()
      .first()
      .evaluate((summary) => summary.getBoundingClientRect().top + scrollY);

  test.each([320, 1280])(
    "in a window of %i pixels is there before its script, so that nothing moves",
    async (width) => {
      await visit.start(site, { viewport: { width, height: 800 } });
      await visit.page.route(/\/site-[0-9a-f]+\.js$/, (route) =>
        route.fulfill({ contentType: "text/javascript", body: "" }),
      );
      await visit.page.goto(served(site, seedAddress));
      expect(await toggle().isVisible()).toBe(false);
      const before = await topOfFirst();
      await toggle().evaluate((button: HTMLButtonElement) => (button.disabled = false));
      expect(await topOfFirst()).toBe(before);
    },
  );

  test("is not there without JavaScript", async () => {
    await visit.start(site, { javaScriptEnabled: false });
    await visit.page.goto(served(site, seedAddress));
    expect(await toggle().boundingBox()).toBeNull();
  });
});

test("every page with three expanders or more has the button, and no other page", () => {
  const pages = readablePagesOf(site).map(({ document, address }) => ({
    address,
    expanders: all(document, "main details").length,
    buttons: all(document, ".app-expander-toggle").length,
  }));
  expect(pages.filter(({ expanders }) => expanders >= 3).length).toBeGreaterThan(5);
  expect(pages.filter(({ expanders, buttons }) => buttons !== (expanders >= 3 ? 1 : 0))).toEqual([]);
});
