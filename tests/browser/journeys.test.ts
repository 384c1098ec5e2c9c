/** What citizens do, in the real browser, with and without JavaScript, on a site of its own and under a path. */
import { beforeEach, describe, expect, test } from "vitest";
import { startVisit, tabTo } from "../support/browsing.ts";
import type { Visit } from "../support/browsing.ts";
import type { BuiltSite } from "../support/built-sites.ts";
import { all, attribute, only, pagesOf, textOf } from "../support/page.ts";
import { builtSite, isStub, readablePagesOf, seedAddress, served } from "../support/site-pages.ts";
import { useVisit } from "../support/use-browser.ts";

const visit = useVisit(startVisit);

const combinations = (["root", "prefixed"] as const).flatMap((name) =>
  [true, false].map((scripts) => ({ name, scripts, withScripts: scripts ? "with JavaScript" : "without JavaScript" })),
);

describe.each(combinations)("on the site $name, $withScripts,", ({ name, scripts }) => {
  const site = builtSite(name);
  const at = (address: string) => served(site, address);
  const go = (address: string) => visit.page.goto(at(address));
  /** Fails, with both addresses, unless the visit is or comes to be at an address, with its page loaded. */
  const arrives = (url: string) => visit.page.waitForURL(url);
  const heading = () => visit.page.locator("h1").innerText();

  beforeEach(() => visit.start(site, { javaScriptEnabled: scripts }));

  test("somebody clicks from home to the error messages, and back by the breadcrumb", async () => {
    const { page } = visit;
    await go("/");
    await page.locator("main .nhsuk-card").getByRole("link", { name: "Error messages and support" }).click();
    await arrives(at(seedAddress));
    expect(await heading()).toBe("Error messages and support");
    await page.locator(".nhsuk-breadcrumb ol a").first().click();
    await arrives(at("/"));
  });

  test("somebody goes from hub to hub until there is an article, and up again", async () => {
    const { page } = visit;
    const way = longestWay(site);
    expect(way.length).toBeGreaterThan(3);
    await page.goto(new URL(way[0] ?? "/", site.address).href);
    for (const href of way.slice(1)) {
      await page.locator(`main a[href="${href}"]`).click();
      await arrives(new URL(href, site.address).href);
    }
    for (const href of way.slice(0, -1).toReversed()) {
      await page.locator(".nhsuk-breadcrumb ol a").last().click();
      await arrives(new URL(href, site.address).href);
    }
  });

  test("somebody opens an expander with the keyboard, and closes it again", async () => {
    const { page } = visit;
    await go(seedAddress);
    const words = page.getByText("If you have forgotten your password, you can reset it:");
    expect(await words.isVisible()).toBe(false);
    await tabTo(page, ".app-article-body details summary");
    await page.keyboard.press("Enter");
    expect(await words.isVisible()).toBe(true);
    await page.keyboard.press("Space");
    expect(await words.isVisible()).toBe(false);
  });

  test("somebody follows a link in the list of contents to its section", async () => {
    const { page } = visit;
    await go(seedAddress);
    const link = page.locator("nav.nhsuk-contents-list a").nth(3);
    const words = await link.innerText();
    await link.click();
    expect(new URL(page.url()).hash).toBe(await link.getAttribute("href"));
    expect(await topOf(visit, words)).toBeLessThan(100);
  });

  test("somebody skips to the words with the first link", async () => {
    const { page } = visit;
    await go(seedAddress);
    await page.keyboard.press("Tab");
    const skipLink = page.locator(":focus");
    expect(await skipLink.getAttribute("href")).toBe("#maincontent");
    expect((await skipLink.boundingBox())?.height).toBeGreaterThan(10);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.locator("main :focus").count()).toBe(1);
  });

  test("somebody searches, and arrives with the question in the address and every article in the list", async () => {
    const { page } = visit;
    await go(seedAddress);
    const field = page.locator('header input[type="search"]');
    await field.fill("CID7023 & more");
    await field.press("Enter");
    await arrives(`${at("/search/")}?q=CID7023+%26+more`);
    expect(await page.locator('main input[type="search"]').inputValue()).toBe(scripts ? "CID7023 & more" : "");
    const listed = page.locator("#by-topic ~ .app-link-list").getByRole("link", { name: "Error messages and support" });
    expect(await listed.count()).toBe(2);
  });

  test("somebody asks for contact, and the reference goes with them", async () => {
    const { page } = visit;
    await go(seedAddress);
    await page.locator('.app-article-body a[href$="/contact/CID7023/"]').click();
    await arrives(at("/contact/CID7023/"));
    expect(await heading()).toMatch(/contact/i);
    expect(await page.locator("main").innerText()).toContain("CID7023");
  });

  test("somebody follows a link without a slash at the end, and the reference is not lost", async () => {
    await go("/contact?error=CID7023");
    await arrives(`${at("/contact/")}?error=CID7023`);
  });

  test("somebody comes to an old address, and is led to the page that has taken its place", async () => {
    const stub = pagesOf(site.folder).find(isStub);
    if (!stub) throw new Error("The site has no page at an old address");
    const [old, link] = [textOf(only(stub.document, "h1")), only(stub.document, "main a")];
    await visit.page.goto(at(stub.address), { waitUntil: "commit" });
    await arrives(new URL(attribute(link, "href") ?? "", site.address).href);
    expect(await heading()).not.toBe(old);
  });

  test("somebody comes to an address where nothing is, is told so, and finds the way home", async () => {
    const { page } = visit;
    const answer = await go("/there/is/nothing/here/");
    expect(answer?.status()).toBe(404);
    expect(await heading()).toBe("Page not found");
    await page.locator(`main a[href="${site.pathPrefix}"]`).last().click();
    await arrives(at("/"));
  });

  test("somebody comes with a link to a heading as older versions of this help centre wrote it", async () => {
    const { page } = visit;
    await page.setViewportSize({ width: 600, height: 500 });
    await go(seedAddress);
    const headings = await page.locator(".app-article-body").locator("h2, h3").allInnerTexts();
    expect(headings).toHaveLength(10);
    for (const words of headings) {
      const old = encodeURIComponent(words.trim().toLowerCase().replace(/\s+/g, "-"));
      await page.goto("about:blank");
      await go(`${seedAddress}#${old}`);
      expect(await topOf(visit, words), words).toBeLessThan(100);
    }
  });
});

/** Where a heading stands below the top of the window, in CSS pixels. */
async function topOf({ page }: Visit, words: string): Promise<number> {
  const heading = page.locator(".app-article-body").getByRole("heading", { name: words, exact: true });
  return heading.evaluate((element) => Math.abs(element.getBoundingClientRect().top));
}

/** The hrefs from home, by hub after hub, to the page that lies deepest in the site. */
function longestWay(site: BuiltSite): readonly string[] {
  const ways = readablePagesOf(site).map(({ document, address }) => {
    const above = all(document, "nav.nhsuk-breadcrumb ol a").map((link) => attribute(link, "href") ?? "");
    return [...above, site.pathPrefix + address.slice(1)];
  });
  return ways.toSorted((a, b) => b.length - a.length)[0] ?? [];
}
