/** What is on paper: the words, when they were reviewed, the reference and the address; nothing that leads or opens. */
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { startVisit } from "../support/browsing.ts";
import { builtSite, pageOfEachKind, seedAddress, served } from "../support/site-pages.ts";
import { useBrowser } from "../support/use-browser.ts";

const site = builtSite("root");
const browser = useBrowser();

/** Prints a page, and asks something of the print. */
async function onPaper<Answer>(address: string, ask: (page: Page) => Promise<Answer>): Promise<Answer> {
  const { page, context } = await startVisit(browser(), site);
  try {
    await page.goto(served(site, address));
    await page.emulateMedia({ media: "print" });
    return await ask(page);
  } finally {
    await context.close();
  }
}

const wordsOf = (page: Page) => page.locator("body").innerText();

describe.each(pageOfEachKind())("%s on paper", (_, address) => {
  test("has no field to search in, no way to go elsewhere and nothing to press", async () => {
    const seen = await onPaper(address, (page) =>
      page
        .locator("search, nav, button, .nhsuk-skip-link, .app-page-problem")
        .evaluateAll((all) => all.filter((one) => one.getClientRects().length > 0).map((one) => one.outerHTML)),
    );
    expect(seen).toEqual([]);
  });
});

test("an article says where it was and when it was reviewed", async () => {
  const words = await onPaper("/sign-in/passkeys/", wordsOf);
  expect(words).toMatch(/Page last reviewed: \d+ \w+ 20\d\d/);
  expect(words).toContain(`Address of this page: ${site.url}sign-in/passkeys/`);
});

test("the page about a reference says which, in the letters of the screen", async () => {
  const code = await onPaper("/errors/CID7023/", (page) =>
    page
      .locator("h1, hgroup p")
      .evaluateAll((all) =>
        all
          .flatMap((one) =>
            [...one.querySelectorAll(".app-reference")].filter((code) => code.getClientRects().length > 0),
          )
          .map(({ textContent }) => textContent),
      ),
  );
  expect(code).toEqual(["CID7023"]);
});

test("expanders show their words without a sign that they open", async () => {
  const { words, signs } = await onPaper(seedAddress, async (page) => ({
    words: await wordsOf(page),
    signs: await page
      .locator("summary, .nhsuk-details__summary-text")
      .evaluateAll((all) => all.map((one) => getComputedStyle(one, "::before").display)),
  }));
  expect(words).toContain("For security reasons, we are unable to disclose any information about an account.");
  expect(signs.length).toBe(14);
  expect(signs.filter((display) => display !== "none")).toEqual([]);
});
