/** A browser that runs scripts, but lacks what ours need: every page is as it is without them, and says nothing wrong. */
import { beforeEach, expect, test } from "vitest";
import { startVisit } from "../support/browsing.ts";
import { resultsOf, searchField } from "../support/search-visit.ts";
import { builtSite, seedAddress, served } from "../support/site-pages.ts";
import { useVisit } from "../support/use-browser.ts";

const site = builtSite("root");
const visit = useVisit(startVisit);
const main = () => visit.page.locator("main");

beforeEach(async () => {
  await visit.start(site, { viewport: { width: 320, height: 640 } });
  // As in Safari 13 and Chrome 85.
  await visit.page.addInitScript(() => Reflect.deleteProperty(Element.prototype, "replaceChildren"));
});

test("the menu stands open below the name", async () => {
  await visit.page.goto(served(site, seedAddress));
  for (const link of await visit.page.locator(".nhsuk-header__navigation a").all()) {
    const { x = Number.NaN, width = Number.NaN } = (await link.boundingBox()) ?? {};
    expect(x + width).toBeLessThanOrEqual(320);
  }
  expect(await main().locator(".app-expander-toggle").isVisible()).toBe(false);
});

test("a search leads to the lists, as often as it is sent", async () => {
  await visit.page.goto(served(site, seedAddress));
  await searchField(visit.page).fill("password");
  await searchField(visit.page).press("Enter");
  await visit.page.waitForURL(`${served(site, "/search/")}?q=password`);
  await searchField(visit.page, "main").fill("email");
  await searchField(visit.page, "main").press("Enter");
  await visit.page.waitForURL(`${served(site, "/search/")}?q=email`);
  expect(await resultsOf(visit.page).isVisible()).toBe(false);
  expect(await visit.page.locator("[role=listbox]").count()).toBe(0);
  expect(await main().getByRole("link", { name: "Change your password" }).first().isVisible()).toBe(true);
});

test("the field for a reference leads on to the list of references", async () => {
  await visit.page.goto(served(site, "/errors/"));
  await visit.page.getByLabel("Reference on your screen").fill("CID7024");
  await visit.page.getByLabel("Reference on your screen").press("Enter");
  await visit.page.waitForURL(/[?]code=CID7024$/);
  expect(
    await main()
      .getByRole("link", { name: /CID7023/ })
      .first()
      .isVisible(),
  ).toBe(true);
});

test("the contact form shows every website and app, and leaves what is wrong to its receiver", async () => {
  await visit.page.goto(served(site, "/contact/"));
  expect(await main().getByRole("combobox").isVisible()).toBe(true);
  expect(await main().getByText("You can enter up to 1,500 characters").isVisible()).toBe(true);
});
