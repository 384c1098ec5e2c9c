import type { Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { startVisit } from "./browsing.ts";
import { useVisit } from "./use-browser.ts";

const site = { folder: "", address: "http://127.0.0.1/", url: "", pathPrefix: "/", said: "" };

/** Has a script of the page fail, after whatever the test does. */
const breakLater = (page: Page) =>
  page.evaluate(() => {
    setTimeout(() => {
      throw new Error("broken");
    });
  });

describe("a test in the real browser", () => {
  const visit = useVisit(startVisit);
  const before: Page[] = [];
  beforeEach(() => visit.start(site));

  test("passes when nothing goes wrong on its page", async () => {
    before.push(visit.page);
    expect(await visit.page.evaluate(() => 1 + 1)).toBe(2);
  });

  test("has a page of its own: that of the test before is closed", () => {
    expect(before.map((page) => page.isClosed())).toEqual([true]);
    expect(visit.page.isClosed()).toBe(false);
  });

  test("passes when only that goes wrong that it asks for", async () => {
    visit.mayMeet(/^script: broken$/);
    await breakLater(visit.page);
    await expect.poll(() => visit.faults).toEqual(["script: broken"]);
  });

  test.fails("fails, though each of its steps passes, when a script of its page fails", async () => {
    await breakLater(visit.page);
    await expect.poll(() => visit.faults).toEqual(["script: broken"]);
  });

  test.fails("fails when that goes wrong on a page that it has left for another visit", async () => {
    await breakLater(visit.page);
    await expect.poll(() => visit.faults).toEqual(["script: broken"]);
    await visit.start(site);
    expect(visit.faults).toEqual([]);
  });
});
