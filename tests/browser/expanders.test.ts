/** Expanders in the real browser: they open for whoever is led into them, and for paper. */
import { beforeEach, describe, expect, test } from "vitest";
import { startVisit } from "../support/browsing.ts";
import { builtSite, seedAddress, served } from "../support/site-pages.ts";
import { useVisit } from "../support/use-browser.ts";

const site = builtSite("root");
const visit = useVisit(startVisit);

/** The words inside each expander, and whether they can be seen. */
const seen = () =>
  visit.page
    .locator(".app-article-body details")
    .evaluateAll((expanders) =>
      expanders.map((expander) => expander.lastElementChild?.checkVisibility({ contentVisibilityAuto: true }) ?? false),
    );

const allClosed = Array.from({ length: 7 }, () => false);
const allOpen = Array.from({ length: 7 }, () => true);

describe("an expander", () => {
  beforeEach(async () => {
    await visit.start(site);
    await visit.page.goto(served(site, seedAddress));
  });

  test("opens when the address names it, and only it", async () => {
    expect(await seen()).toEqual(allClosed);
    const id = await visit.page.locator(".app-article-body details").nth(3).getAttribute("id");
    await visit.page.goto(`${served(site, seedAddress)}#${id}`);
    await expect.poll(seen).toEqual(allClosed.with(3, true));
  });

  test("opens when the address names a reference that has its place in the words on it", async () => {
    await visit.page
      .locator(".app-article-body .nhsuk-details__summary-text")
      .nth(2)
      .evaluate((words) => {
        const anchor = document.createElement("span");
        anchor.id = "CID0001";
        words.prepend(anchor);
        location.hash = "#CID0001";
      });
    await expect.poll(seen).toEqual(allClosed.with(2, true));
  });

  test("shows its words on paper, and is as it was afterwards", async () => {
    await visit.page.emulateMedia({ media: "print" });
    // The browser lays the paper out in its own time.
    await expect.poll(seen).toEqual(allOpen);
    await visit.page.emulateMedia({ media: "screen" });
    expect(await seen()).toEqual(allClosed);
  });
});

describe("an expander without JavaScript", () => {
  beforeEach(async () => {
    await visit.start(site, { javaScriptEnabled: false });
    await visit.page.goto(served(site, seedAddress));
  });

  test("opens at a click and shows its words on paper", async () => {
    await visit.page.locator(".app-article-body summary").nth(1).click();
    expect(await seen()).toEqual(allClosed.with(1, true));
    await visit.page.emulateMedia({ media: "print" });
    // The browser lays the paper out in its own time.
    await expect.poll(seen).toEqual(allOpen);
  });
});
