/** Expanders in the real browser, left open for another page: they are open again for whoever comes back. */
import { beforeEach, describe, expect, test } from "vitest";
import { startVisit } from "../support/browsing.ts";
import { builtSite, seedAddress, served } from "../support/site-pages.ts";
import { useVisit } from "../support/use-browser.ts";

const site = builtSite("root");
const visit = useVisit(startVisit);

beforeEach(async () => {
  await visit.start(site, { viewport: { width: 400, height: 600 } });
  await visit.page.goto(served(site, seedAddress));
});

/** The places of the open expanders on the page. */
const open = () =>
  visit.page
    .locator(".app-article-body details")
    .evaluateAll((all) => all.flatMap((expander, index) => ((expander as HTMLDetailsElement).open ? [index] : [])));
const summary = (index: number) => visit.page.locator(".app-article-body summary").nth(index);
/** Whether the page's place in the history says of each expander what can be seen. */
const isNoted = () =>
  visit.page.evaluate(() => {
    const shown = [...document.querySelectorAll("main details[open]")].map(({ id }) => id);
    return JSON.stringify((history.state as { open?: unknown } | null)?.open ?? []) === JSON.stringify(shown);
  });
/** Opens or closes one as a citizen does, who takes longer to go on than a browser takes to note it. */
async function press(index: number) {
  await summary(index).click();
  await expect.poll(isNoted).toBe(true);
}
/** Opens expanders as a citizen does, and leaves the page by a link in it. */
async function openAndLeave(...indexes: readonly number[]) {
  for (const index of indexes) await press(index);
  await visit.page.locator('.app-article-body a[href$="/contact/CID3003/"]').click();
  await visit.page.waitForURL("**/contact/CID3003/");
}
/** Playwright's browsers keep no page that was left: going back loads it anew. */
const wasLoadedAnew = () =>
  visit.page.evaluate(() => performance.getEntriesByType("navigation")[0]?.toJSON().type === "back_forward");

describe("expanders that were left open", () => {
  test("are open for whoever comes back, and only they, in the same place of the window", async () => {
    await openAndLeave(0, 4);
    await visit.page.goBack();
    expect(await wasLoadedAnew()).toBe(true);
    await expect.poll(open).toEqual([0, 4]);
    const link = visit.page.locator('.app-article-body a[href$="/contact/CID3003/"]');
    await expect
      .poll(() => link.evaluate((element) => element.getBoundingClientRect().bottom <= innerHeight))
      .toBe(true);
  });

  test("are open after the page was loaded again", async () => {
    await press(2);
    await visit.page.reload();
    await expect.poll(open).toEqual([2]);
  });

  test("are closed for whoever comes anew", async () => {
    await openAndLeave(0, 4);
    await visit.page.goto(served(site, seedAddress));
    expect(await open()).toEqual([]);
  });

  test("are open for whoever went to another section of the page before leaving it", async () => {
    await press(1);
    await visit.page.locator(".app-contents a").nth(2).click();
    await openAndLeave(5);
    await visit.page.goBack();
    await expect.poll(open).toEqual([1, 5]);
    expect(new URL(visit.page.url()).hash).not.toBe("");
  });

  test("are open forwards as well as back", async () => {
    await openAndLeave(3);
    await visit.page.goBack();
    await expect.poll(open).toEqual([3]);
    await visit.page.goto(served(site, "/"));
    await visit.page.goBack();
    await expect.poll(open).toEqual([3]);
    await visit.page.goForward();
    await visit.page.goBack();
    await expect.poll(open).toEqual([3]);
  });

  test("leave nothing but their ids, and those with the browser's history", async () => {
    await press(0);
    await expect.poll(() => visit.page.evaluate(() => history.state)).toEqual({ open: ["forgotten-your-password"] });
    expect(await visit.page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  });
});

test("an expander that was closed stays closed for whoever comes back, though the address names it", async () => {
  await visit.page.goto(`${served(site, seedAddress)}#forgotten-your-password`);
  await expect.poll(open).toEqual([0]);
  await press(0);
  await openAndLeave(1);
  await visit.page.goBack();
  await expect.poll(open).toEqual([1]);
});
