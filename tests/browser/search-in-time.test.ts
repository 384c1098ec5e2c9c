/** The search page when things come in another order than somebody expects: the script, the index, a key. */
import { beforeEach, describe, expect, test } from "vitest";
import { startVisit } from "../support/browsing.ts";
import { resultsOf, searchField, searchFor } from "../support/search-visit.ts";
import { builtSite, served } from "../support/site-pages.ts";
import { useVisit } from "../support/use-browser.ts";

const site = builtSite("root");
const visit = useVisit(startVisit);
const search = served(site, "/search/");
const index = "**/api/search.json";

const field = () => searchField(visit.page, "main");
const results = () => resultsOf(visit.page);
const links = () => results().locator(".app-search-result__heading a");
const status = () => visit.page.locator(".app-search-status").innerText();
const query = () => new URL(visit.page.url()).search;
const focused = () => visit.page.evaluate(() => document.activeElement?.id ?? "");
const wait = (milliseconds: number) => visit.page.waitForTimeout(milliseconds);

/** Keeps back what is asked for at an address. @returns what lets it go */
async function keepBack(address: string): Promise<() => void> {
  let letGo = () => {};
  const gone = new Promise<void>((resolve) => (letGo = resolve));
  await visit.page.route(address, async (route) => {
    await gone;
    await route.continue();
  });
  return letGo;
}

beforeEach(() => visit.start(site));

describe("what somebody types before the script is there", () => {
  test.each(["", "?q=fingerprint"])("stays, and is searched for (%s)", async (rest) => {
    const letGo = await keepBack("**/assets/search-*.js");
    await visit.page.goto(search + rest, { waitUntil: "commit" });
    await field().fill("password");
    letGo();
    await results().waitFor();
    expect(await field().inputValue()).toBe("password");
    expect(query()).toBe("?q=password");
    expect(await links().first().innerText()).toMatch(/password/i);
  });
});

describe("an answer that is late", () => {
  test("leaves somebody in the field who has gone on typing", async () => {
    await visit.page.goto(search);
    const letGo = await keepBack(index);
    await field().fill("pasword");
    await field().press("Enter");
    await visit.page.keyboard.press("Backspace");
    letGo();
    // No letter comes so late that it is searched for before.
    while (!(await results().isVisible())) await visit.page.keyboard.press("s");
    await wait(50);
    expect(await focused()).toBe("search-query");
  });

  test("to something that is wanted no more says nothing about waiting", async () => {
    await visit.page.goto(search);
    const letGo = await keepBack(index);
    const asked = visit.page.waitForRequest(index);
    await field().fill("password");
    await asked;
    // It is being searched for: what is typed has come to rest.
    await expect.poll(query).toBe("?q=password");
    await field().fill("");
    await expect.poll(query).toBe("");
    await wait(700);
    expect(await status()).toBe("");
    letGo();
  });

  test("takes the place of results without losing the place of whoever reads them", async () => {
    await visit.page.goto(search);
    await searchFor(visit.page, "password");
    await field().fill("email");
    await links().first().focus();
    await expect.poll(query).toBe("?q=email");
    await expect.poll(focused).toBe("search-results");
    expect(await links().first().innerText()).toMatch(/email/i);
  });

  test("is given up after a minute, and the page says so", async () => {
    await visit.page.clock.install();
    await keepBack(index);
    await visit.page.goto(search);
    await field().fill("password");
    await visit.page.clock.runFor(1000);
    await expect.poll(status).toBe("Searching. You can use the lists on this page too.");
    await visit.page.clock.runFor(61_000);
    await expect.poll(status).toBe("Search is not working at the moment. You can use the lists on this page.");
  });
});

test("a link to a list on the page leaves all results where they are", async () => {
  await visit.page.goto(search);
  await searchFor(visit.page, "account");
  await results().getByRole("button", { name: "Show more results" }).click();
  await expect.poll(() => links().count()).toBe(40);
  await visit.page.getByRole("link", { name: "By topic" }).click();
  await visit.page.waitForURL(/#by-topic$/);
  await wait(200);
  expect(await links().count()).toBe(40);
});
