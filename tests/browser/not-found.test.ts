/** Addresses where nothing is, and searches, that name an error reference: the words about it are one step away. */
import { beforeEach, describe, expect, test } from "vitest";
import { startVisit } from "../support/browsing.ts";
import { all, attribute, only, readPage, textOf } from "../support/page.ts";
import { builtSite, seedAddress, served } from "../support/site-pages.ts";
import { useVisit } from "../support/use-browser.ts";

const visit = useVisit(startVisit);

describe.each(["root", "prefixed"] as const)("on the site %s", (name) => {
  const site = builtSite(name);
  const connect = "Reference CID7023 – Unable to connect to your GP surgery’s system";
  const go = (address: string) => visit.page.goto(served(site, address));
  const panel = () => visit.page.locator(".app-reference-match__panel");

  beforeEach(() => visit.start(site));

  test.each(["/errors/cid7023", "/errors/cid%207o23/", "/7023", "/CID7023.html", "/contact/7023/"])(
    "somebody comes to %s, and one link leads to the words about the reference",
    async (address) => {
      const answer = await go(address);
      expect(answer?.status()).toBe(404);
      const links = panel().getByRole("link");
      expect(await links.allInnerTexts()).toEqual([connect]);
      expect(await visit.page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
      await links.click();
      await visit.page.waitForURL(served(site, "/errors/CID7023/"));
    },
  );

  test("the panel stands above everything but the page's heading", async () => {
    await go("/errors/cid7023/");
    const tops = await visit.page
      .locator("main")
      .locator("h1, .app-reference-match__panel, .app-search-form, p, ul.app-described-links")
      .evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().top));
    expect(tops.length).toBeGreaterThan(4);
    expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  });

  test.each([
    "/errors/CID9999/",
    "/errors/0/",
    "/CID/",
    "/%E0%A4%A/",
    "/%3Cimg%20src=x%20onerror=alert(1)%3E/",
    `/${"CID7024-".repeat(25)}/`,
  ])("an address that names no reference changes nothing and is not shown: %s", async (address) => {
    await visit.page.goto(served(site, "/") + address.slice(1));
    expect(await panel().isVisible()).toBe(false);
    const shown = await visit.page.locator("main").innerText();
    expect(shown).not.toMatch(/CID|onerror|img/);
    expect(await visit.page.locator("main img").count()).toBe(0);
  });

  test("every reference that is held ready leads to a page about it", () => {
    const references = all(readPage(site.folder, "404.html").document, "[data-code] a");
    expect(references.length).toBeGreaterThanOrEqual(8);
    for (const reference of references) {
      const { pathname } = new URL(attribute(reference, "href") ?? "", site.address);
      const { document } = readPage(site.folder, `${pathname.slice(site.pathPrefix.length)}index.html`);
      expect(textOf(reference)).toContain(textOf(only(document, "h1")));
    }
  });

  test("a search from any page for a reference shows it first", async () => {
    await go(seedAddress);
    const field = visit.page.locator('header input[type="search"]');
    await field.fill("cid 7023");
    await field.press("Enter");
    const first = visit.page.locator(".app-search-result").first();
    await first.waitFor();
    expect(await first.getByRole("heading").innerText()).toBe(connect.replace("Reference ", "").replace(" – ", ": "));
    await first.getByRole("link").first().click();
    await visit.page.waitForURL(served(site, "/errors/CID7023/"));
  });

  test("a search that names no reference that is known does not show what was typed", async () => {
    await go("/search/?q=%3Cb%3EWhere%20is%20CID9999%3C/b%3E");
    expect(await visit.page.locator('main input[type="search"]').inputValue()).toBe("<b>Where is CID9999</b>");
    await visit.page.locator(".app-search-results").waitFor();
    expect(await visit.page.locator(".app-search-result--reference").count()).toBe(0);
    expect(await visit.page.locator("main").innerText()).not.toContain("CID9999");
  });
});

test("without JavaScript the 404 page offers search, the pages that explain references, the topics and home", async () => {
  const site = builtSite("root");
  await visit.start(site, { javaScriptEnabled: false });
  await visit.page.goto(served(site, "/errors/cid7023/"));
  const main = visit.page.locator("main");
  expect(await main.locator(".app-reference-match__panel").isVisible()).toBe(false);
  expect(await main.getByRole("searchbox").isVisible()).toBe(true);
  expect(await main.getByRole("link", { name: "Error messages and support" }).first().isVisible()).toBe(true);
  expect(await main.locator(".app-described-links a").count()).toBeGreaterThan(2);
  expect(await main.locator('a[href="/"]').count()).toBe(1);
});
