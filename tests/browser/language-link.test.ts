/** The link to the same page in another language, in the real browser: what the address asks for goes along. */
import { expect, test } from "vitest";
import { startVisit } from "../support/browsing.ts";
import { resultsOf, searchField } from "../support/search-visit.ts";
import { builtSite, served } from "../support/site-pages.ts";
import { useVisit } from "../support/use-browser.ts";

const site = builtSite("prefixed");
const visit = useVisit(startVisit);
const go = (address: string) => visit.page.goto(served(site, address));
const link = (name: string) => visit.page.locator(".app-language-link").getByRole("link", { name });

test("somebody who came to the contact page with a reference has it in Welsh, and in English again", async () => {
  await visit.start(site);
  await go("/contact/?error=CID7023");
  const shown = visit.page.locator("main").getByText("CID7023").first();
  for (const [name, address] of [
    ["Cymraeg", "/cy/contact/?error=CID7023"],
    ["English", "/contact/?error=CID7023"],
  ] as const) {
    await shown.waitFor();
    await link(name).click();
    await expect.poll(() => visit.page.url()).toBe(served(site, address));
  }
  await shown.waitFor();
});

test("what was typed last is searched for in the other language too", async () => {
  await visit.start(site);
  await go("/search/");
  await searchField(visit.page, "main").fill("password");
  await resultsOf(visit.page).waitFor();
  await link("Cymraeg").click();
  await resultsOf(visit.page).waitFor();
  expect(visit.page.url()).toBe(`${served(site, "/cy/search/")}?q=password`);
});

test("a page that is asked for nothing leads to the plain address", async () => {
  await visit.start(site);
  await go("/contact/");
  await link("Cymraeg").click();
  await expect.poll(() => visit.page.url()).toBe(served(site, "/cy/contact/"));
});
