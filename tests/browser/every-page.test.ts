/** Pages in the real browser: nothing scrolls sideways, nothing is refused, nothing is asked of another host. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { sidewaysOverflow, spaceTextOut, startVisit } from "../support/browsing.ts";
import type { Visit } from "../support/browsing.ts";
import { builtSite, pageOfEachKind, readablePagesOf, served } from "../support/site-pages.ts";
import { sample } from "../support/tier.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Every page of every site takes long: `npm test` takes one page of each kind. */
const names = sample({
  test: ["root"],
  full: ["root", "prefixed", "bare"],
  soak: ["root", "prefixed", "bare"],
} as const);
const cases = names.flatMap((name) => {
  const everyAddress = readablePagesOf(builtSite(name)).map(({ address }) => address);
  const addresses = sample({
    test: pageOfEachKind().map(([, address]) => address),
    full: everyAddress,
    soak: everyAddress,
  });
  return [...new Set(addresses)].map((address) => ({ name, address }));
});

/** 320 CSS pixels: WCAG 2.2, 1.4.10 Reflow. */
const widths = sample({
  test: [320, 1280],
  full: [320, 360, 480, 768, 1024, 1280, 1920],
  soak: [320, 375, 414, 600, 1280],
});

describe.each(cases)("$address of the site $name", ({ name, address }) => {
  test.each(widths)("fits a window of %i pixels, with every expander open, and meets no fault", async (width) => {
    const site = builtSite(name);
    const visit = await startVisit(browser, site, { viewport: { width, height: 800 } });
    try {
      await visit.page.goto(served(site, address), { waitUntil: "networkidle" });
      await visit.page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
      expect(await sidewaysOverflow(visit.page)).toBeLessThanOrEqual(0);
      await spaceTextOut(visit.page);
      expect(await sidewaysOverflow(visit.page), "with text spaced out").toBeLessThanOrEqual(0);
      expect(visit.faults).toEqual([]);
    } finally {
      await visit.context.close();
    }
  });
});

/** What a site has left on the visitor's device: the cookies page says that it is nothing. */
async function leftBehind({ page, context }: Visit): Promise<readonly string[]> {
  const cookies = (await context.cookies()).map(({ name }) => `cookie ${name}`);
  const kept = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const workers = await navigator.serviceWorker.getRegistrations();
    return [
      ...(document.cookie === "" ? [] : ["cookie of the page"]),
      ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
      ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
      ...databases.map(({ name }) => `indexedDB ${name}`),
      ...(await caches.keys()).map((key) => `cache ${key}`),
      ...workers.map(({ scope }) => `service worker ${scope}`),
    ];
  });
  return [...cookies, ...kept];
}

test("a visit to every kind of page, a search and a lost way leave nothing on the device and ask no other host", async () => {
  const site = builtSite("root");
  const visit = await startVisit(browser, site);
  const { page } = visit;
  try {
    for (const [, address] of pageOfEachKind()) {
      await page.goto(served(site, address), { waitUntil: "networkidle" });
      expect(await leftBehind(visit), address).toEqual([]);
    }
    await page.goto(served(site, "/cookies/"));
    expect(await page.locator("main").innerText()).toContain("This help centre does not set any cookies.");
    for (const typed of ["CID7023", "change my email"]) {
      await page.locator('header input[type="search"]').fill(typed);
      await page.keyboard.press("Enter");
      await page.waitForURL((url) => url.searchParams.get("q") === typed);
      await page.waitForLoadState("networkidle");
      expect(await leftBehind(visit), `a search for ${typed}`).toEqual([]);
    }
    for (const lost of ["/errors/CID7023/", "/nothing/here/"]) {
      await page.goto(served(site, lost), { waitUntil: "networkidle" });
      expect(await leftBehind(visit), lost).toEqual([]);
    }
    expect(visit.faults).toEqual([]);
  } finally {
    await visit.context.close();
  }
});

test("whatever a page left on the device would be noticed", async () => {
  const site = builtSite("root");
  const visit = await startVisit(browser, site);
  try {
    await visit.page.goto(site.address);
    await visit.page.evaluate(async () => {
      document.cookie = "a=1";
      localStorage.setItem("b", "1");
      sessionStorage.setItem("c", "1");
      await caches.open("d");
      const opened = indexedDB.open("e");
      await new Promise((done) => opened.addEventListener("success", done));
    });
    const noticed = ["cookie a", "cookie of the page", "localStorage b", "sessionStorage c", "indexedDB e", "cache d"];
    expect(await leftBehind(visit)).toEqual(noticed);
  } finally {
    await visit.context.close();
  }
});

test("a page that is too wide, a refused script and a request to another host would be noticed", async () => {
  const site = builtSite("root");
  const visit = await startVisit(browser, site, { viewport: { width: 320, height: 800 } });
  try {
    await visit.page.goto(site.address);
    await visit.page.evaluate(() => {
      const wide = document.createElement("div");
      wide.textContent = "wide";
      wide.style.width = "2000px";
      const script = document.createElement("script");
      script.textContent = "alert(1)";
      const image = document.createElement("img");
      image.src = "https://elsewhere.example/x.png";
      document.body.append(wide, script, image);
    });
    await visit.page.waitForTimeout(300);
    expect(await sidewaysOverflow(visit.page)).toBeGreaterThan(100);
    expect(visit.faults).toContain("policy: script-src-elem inline");
    expect(visit.faults).toContain("policy: img-src https://elsewhere.example/x.png");
  } finally {
    await visit.context.close();
  }
});
