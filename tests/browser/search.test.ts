/** The search page: by itself, with results while somebody types, and when the index is late, broken or not there. */
import { beforeEach, describe, expect, test } from "vitest";
import { startVisit } from "../support/browsing.ts";
import { listenTo, resultsOf, searchField, searchFor } from "../support/search-visit.ts";
import { builtSite, seedAddress, served } from "../support/site-pages.ts";
import { useVisit } from "../support/use-browser.ts";

const visit = useVisit(startVisit);

const main = () => visit.page.locator("main");
const results = () => resultsOf(visit.page);
const links = () => results().locator(".app-search-result__heading a");
const status = () => visit.page.locator(".app-search-status");
const query = () => new URL(visit.page.url()).search;

describe.each(["root", "prefixed"] as const)("on the site %s", (name) => {
  const site = builtSite(name);
  const go = (rest = "") => visit.page.goto(served(site, "/search/") + rest);

  beforeEach(() => visit.start(site));

  test("what the address asks for is found, with the page and hub that it is on and its words marked", async () => {
    await go("?q=fingerprint");
    await results().waitFor();
    const first = results().locator(".app-search-result").first();
    expect(await first.locator("a").innerText()).toMatch(/fingerprint/i);
    expect(await first.locator(".app-search-result__place").innerText()).toBe("Sign in");
    expect(await results().locator("mark").first().innerText()).toMatch(/^fingerprint/i);
    expect(await results().locator(".app-search-results__count").innerText()).toMatch(/^\d+ results?$/);
  });

  test("in Welsh, a page that nobody has translated is found, and said to be in English", async () => {
    await visit.page.goto(served(site, "/cy/search/?q=delete+your+account"));
    const first = visit.page.locator(".app-search-result").first();
    expect(await first.locator("a").getAttribute("lang")).toBe("en-GB");
    expect(await first.locator("a").innerText()).toBe("Delete your account");
    await visit.page.goto(served(site, "/cy/search/?q=cod+diogelwch"));
    expect(await first.locator("a").innerText()).toMatch(/diogelwch/);
    expect(await first.locator("[lang]").count()).toBe(0);
  });

  test("a result leads to its heading", async () => {
    await go("?q=choose+a+strong+password");
    await links().first().click();
    await visit.page.waitForURL(/#/);
    expect(await visit.page.locator(":target").innerText()).toBe("Choose a strong password");
  });

  test("a result inside an expander leads into it, opened", async () => {
    await go("?q=check+your+junk+folder");
    await results().waitFor();
    const inside = await links().evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    let found = 0;
    for (const href of inside.slice(0, 10)) {
      await visit.page.goto(href);
      const target = visit.page.locator("details:target, details :target, :target details");
      if ((await target.count()) === 0) continue;
      found += 1;
      expect(await visit.page.locator("details[open]").count()).toBe(1);
    }
    expect(found).toBeGreaterThan(0);
  });

  test.each(["CID7023", "cid 7023", "7023", "CID7O23", "my screen says CID7023, what now?"])(
    "%s shows the reference first, with help and contact",
    async (typed) => {
      await go();
      await searchFor(visit.page, typed);
      const first = results().locator("li").first();
      expect(await first.getByRole("heading").innerText()).toBe(
        "CID7023: Unable to connect to your GP surgery’s system",
      );
      expect(await first.getByRole("link").allInnerTexts()).toEqual([
        "Get help with this reference",
        "Contact us about CID7023",
      ]);
      await first.getByRole("link", { name: "Contact us about CID7023" }).click();
      await visit.page.waitForURL(served(site, "/contact/CID7023/"));
      await visit.page.goBack();
      await first.getByRole("link", { name: "Get help with this reference" }).click();
      await visit.page.waitForURL(served(site, "/errors/CID7023/"));
    },
  );

  test("a reference that is not known is said not to be, and those one digit away are offered with their titles", async () => {
    await go();
    await searchFor(visit.page, "CID7024");
    const unknown = results().locator(".app-search-unknown");
    expect(await unknown.innerText()).toContain("We do not know this reference.");
    expect(await unknown.getByRole("link").allInnerTexts()).toEqual([
      expect.stringMatching(/^CID7023: Unable to connect/),
      expect.stringMatching(/^CID7029: We cannot connect/),
    ]);
    expect(await main().innerText()).not.toContain("CID7024");
    expect(await results().locator(".app-search-result--reference").count()).toBe(0);
    await unknown.getByRole("link").first().click();
    await visit.page.waitForURL(served(site, "/errors/CID7023/"));
  });

  test("nothing found is said, with what may help", async () => {
    await go("?q=xylophone");
    await results().waitFor();
    expect(await results().innerText()).toMatch(/No results[\s\S]*check the reference[\s\S]*fewer words/);
    expect(await results().getByRole("link").allInnerTexts()).toEqual(["look through all help pages", "contact us"]);
    await results().getByRole("link", { name: "look through all help pages" }).click();
    expect(new URL(visit.page.url()).hash).toBe("#all-pages");
    expect(query()).toBe("?q=xylophone");
    expect(await results().isVisible()).toBe(true);
  });
});

describe("while somebody types", () => {
  const site = builtSite("root");
  const field = () => searchField(visit.page, "main");
  beforeEach(async () => {
    await visit.start(site);
    await visit.page.goto(served(site, "/search/"));
  });

  test("results come, the address says what is shown, and no step back is made", async () => {
    const before = await visit.page.evaluate(() => history.length);
    await field().click();
    await visit.page.keyboard.type("password");
    await results().waitFor();
    await expect.poll(query).toBe("?q=password");
    expect(await links().first().innerText()).toMatch(/password/i);
    await visit.page.keyboard.type(" xylo");
    await expect.poll(query).toBe("?q=password+xylo");
    expect(await visit.page.evaluate(() => history.length)).toBe(before);
    expect(await field().evaluate((input) => input === document.activeElement)).toBe(true);
  });

  test("what was found stays until there is something else, and goes with the last letter", async () => {
    await searchFor(visit.page, "password");
    await visit.page.evaluate(() => {
      const found = document.querySelector(".app-search-results__found");
      const seen: number[] = [];
      Object.assign(globalThis, { seen });
      new MutationObserver(() => seen.push(found?.childElementCount ?? 0)).observe(found!, { childList: true });
    });
    await field().fill("email");
    await expect.poll(() => links().first().innerText()).toMatch(/email/i);
    const seen = await visit.page.evaluate(() => (globalThis as unknown as { seen: number[] }).seen);
    expect(seen.filter((count) => count === 0)).toEqual([]);
    await field().fill("");
    await results().waitFor({ state: "hidden" });
    expect(visit.page.url()).toBe(served(site, "/search/"));
    expect(await results().locator("a:visible").count()).toBe(0);
  });

  test("a search that is sent is a step, and back and forward show each with its query", async () => {
    await searchFor(visit.page, "password");
    await searchFor(visit.page, "photo");
    expect(query()).toBe("?q=photo");
    const state = async () => [query(), await field().inputValue(), /photo/i.test(await links().first().innerText())];
    await visit.page.goBack();
    await expect.poll(state).toEqual(["?q=password", "password", false]);
    await visit.page.goForward();
    await expect.poll(state).toEqual(["?q=photo", "photo", true]);
    await visit.page.goBack();
    await visit.page.goBack();
    await results().waitFor({ state: "hidden" });
    expect([visit.page.url(), await field().inputValue()]).toEqual([served(site, "/search/"), ""]);
  });

  test("back from a result shows the results again, as many as there were", async () => {
    await searchFor(visit.page, "account");
    await results().getByRole("button", { name: "Show more results" }).click();
    await expect.poll(() => links().count()).toBeGreaterThan(20);
    const shown = await links().count();
    await links().nth(25).click();
    await visit.page.waitForURL((url) => !url.pathname.startsWith("/search/"));
    await visit.page.goBack();
    await expect.poll(() => links().count()).toBe(shown);
    expect(await field().inputValue()).toBe("account");
  });

  test("of many results the first twenty are shown, and the next when asked for, with the focus on the first of them", async () => {
    await searchFor(visit.page, "account");
    expect(await links().count()).toBe(20);
    const last = await links().last().innerText();
    await results().getByRole("button", { name: "Show more results" }).press("Enter");
    await expect.poll(() => links().count()).toBe(40);
    expect(await links().nth(19).innerText()).toBe(last);
    expect(
      await links()
        .nth(20)
        .evaluate((link) => link === document.activeElement),
    ).toBe(true);
  });

  test("a search that is sent leads on to its results, and the next Tab to the first of them", async () => {
    await searchFor(visit.page, "password");
    await expect.poll(() => visit.page.locator(":focus").innerText()).toBe("Search results");
    await visit.page.keyboard.press("Tab");
    expect(
      await links()
        .first()
        .evaluate((link) => link === document.activeElement),
    ).toBe(true);
  });

  test("the number of results is said once, when typing has come to rest", async () => {
    const said = await listenTo(visit.page);
    await field().click();
    await visit.page.keyboard.type("pass");
    await results().waitFor();
    await visit.page.keyboard.type("word");
    await expect.poll(async () => (await said()).length).toBe(1);
    expect(await said()).toEqual([await results().locator(".app-search-results__count").innerText()]);
    await field().fill("xylophone");
    await expect.poll(async () => (await said()).at(-1)).toBe("No results");
    expect(await said()).toHaveLength(2);
    expect(await status().getAttribute("class")).toContain("visually-hidden");
  });
});

describe("the index", () => {
  const site = builtSite("root");
  const index = "**/api/search.json";
  beforeEach(() => visit.start(site));

  test("is asked for by the search page only when there is something to look for, and then once", async () => {
    const asked: string[] = [];
    visit.page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await visit.page.goto(served(site, "/search/"), { waitUntil: "networkidle" });
    expect(asked).not.toContain("/api/search.json");
    await searchFor(visit.page, "password");
    await searchFor(visit.page, "email");
    expect(asked.filter((path) => path === "/api/search.json")).toHaveLength(1);
  });

  test("that is late has a word said about it, and the answer takes its place", async () => {
    let send = () => {};
    const late = new Promise<void>((resolve) => (send = resolve));
    await visit.page.route(index, async (route) => {
      await late;
      await route.continue();
    });
    await visit.page.goto(`${served(site, "/search/")}?q=password`);
    await visit.page.getByText("Searching. You can use the lists on this page too.").waitFor();
    expect(await main().getByRole("link", { name: "Change your password" }).first().isVisible()).toBe(true);
    send();
    await results().waitFor();
    await expect.poll(() => status().innerText()).toMatch(/^\d+ results$/);
  });

  test("that is late does not move what somebody has begun to read", async () => {
    await visit.page.setViewportSize({ width: 412, height: 823 });
    await visit.page.addInitScript(() => {
      Object.assign(globalThis, { shifts: 0 });
      const note = (entries: PerformanceObserverEntryList) => {
        for (const entry of entries.getEntries())
          (globalThis as unknown as { shifts: number }).shifts += (entry as PerformanceEntry & { value: number }).value;
      };
      new PerformanceObserver(note).observe({ type: "layout-shift", buffered: true });
    });
    let send = () => {};
    const late = new Promise<void>((resolve) => (send = resolve));
    await visit.page.route(index, async (route) => {
      await late;
      await route.continue();
    });
    await visit.page.goto(`${served(site, "/search/")}?q=password`);
    await visit.page.getByText("Searching. You can use the lists on this page too.").waitFor();
    send();
    await results().waitFor();
    await visit.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    // As https://web.dev/articles/cls counts it.
    expect(await visit.page.evaluate(() => (globalThis as unknown as { shifts: number }).shifts)).toBe(0);
  });

  test.each(["?q=+", "?q=&q=a", "?q=%20&x", "#?q=a"])(
    "nothing is kept free for %s, which asks for nothing",
    async (rest) => {
      await visit.page.goto(served(site, "/search/") + rest, { waitUntil: "networkidle" });
      expect(await visit.page.locator("body").getAttribute("class")).not.toContain("awaited");
      expect((await results().boundingBox())?.height ?? 0).toBe(0);
    },
  );

  test("is waited for no longer than some seconds by what stands below, where the script for it does not come", async () => {
    visit.mayMeet(/Failed to load resource/);
    await visit.page.route("**/assets/search-*.js", (route) => route.abort());
    const below = async () => (await visit.page.locator("#all-pages").boundingBox())?.y ?? 0;
    await visit.page.goto(served(site, "/search/"));
    const plain = await below();
    await visit.page.goto(`${served(site, "/search/")}?q=password`);
    expect(await below()).toBeGreaterThan(plain + (visit.page.viewportSize()?.height ?? 0));
    await visit.page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
    expect(await below()).toBe(plain);
  });

  const failures = {
    "not to be had": { abort: true },
    "not there": { status: 404, body: "" },
    "no JSON": { status: 200, body: "<!DOCTYPE html>" },
    "of another version": { status: 200, body: '{"version":999}' },
    "cut off": { status: 200, body: '{"version":1,"lang":"en-GB","pages":[' },
    "something else": { status: 200, body: "null" },
    "without what it must hold": { status: 200, body: '{"version":1}' },
  } as const;

  test.each(Object.entries(failures))(
    "that is %s leaves the page as it is without JavaScript, with a word about it",
    async (_, failure) => {
      visit.mayMeet(/Failed to load resource|^404 for/);
      await visit.page.route(index, (route) => ("abort" in failure ? route.abort() : route.fulfill(failure)));
      await visit.page.goto(`${served(site, "/search/")}?q=password`);
      const words = "Search is not working at the moment. You can use the lists on this page.";
      await visit.page.getByRole("status").filter({ hasText: words }).waitFor();
      expect(await results().isVisible()).toBe(false);
      expect(await main().getByRole("link", { name: "Change your password" }).first().isVisible()).toBe(true);
      // The form leads on all the same, and what was broken is tried again.
      await visit.page.unroute(index);
      await searchField(visit.page, "main").fill("fingerprint");
      await visit.page.keyboard.press("Enter");
      await results().waitFor();
      await expect.poll(query).toBe("?q=fingerprint");
    },
  );
});

describe("without JavaScript", () => {
  const site = builtSite("prefixed");
  beforeEach(() => visit.start(site, { javaScriptEnabled: false }));

  test("the header's search leads to every article and every reference, by topic and by letter", async () => {
    await visit.page.goto(served(site, seedAddress));
    await searchField(visit.page).fill("password");
    await visit.page.keyboard.press("Enter");
    await visit.page.waitForURL(`${served(site, "/search/")}?q=password`);
    expect(await results().isVisible()).toBe(false);
    expect(await status().innerText()).toBe("");
    expect(await main().getByRole("link", { name: "Change your password" }).count()).toBe(2);
    expect(await main().locator('a[href="/help/errors/CID7023/"]').allInnerTexts()).toEqual([
      "CID7023: Unable to connect to your GP surgery’s system",
      "Unable to connect to your GP surgery’s system (CID7023)",
    ]);
    await main().getByRole("link", { name: "C", exact: true }).click();
    expect(await visit.page.locator(":target").innerText()).toBe("C");
  });

  test("the field for a reference leads to the list of references, where hosts lead on", async () => {
    await visit.page.goto(served(site, "/search/"));
    await main().getByRole("textbox", { name: "Reference on your screen" }).fill("cid 7023");
    await visit.page.keyboard.press("Enter");
    await visit.page.waitForURL(`${served(site, "/errors/")}?code=cid+7023`);
    expect(await main().getByRole("link", { name: "CID7023" }).isVisible()).toBe(true);
  });
});
