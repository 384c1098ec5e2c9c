/** What is suggested below the search fields of the header and of the front page: a combobox with a list (WAI-ARIA 1.2). */
import { beforeEach, describe, expect, test } from "vitest";
import { sidewaysOverflow, spaceTextOut, startVisit } from "../support/browsing.ts";
import { listenTo, openSuggestions, resultsOf, searchField } from "../support/search-visit.ts";
import { builtSite, seedAddress, served } from "../support/site-pages.ts";
import { useVisit } from "../support/use-browser.ts";

const site = builtSite("root");
const visit = useVisit(startVisit);
beforeEach(() => visit.start(site));

const go = (address: string) => visit.page.goto(served(site, address));
const press = (key: string) => visit.page.keyboard.press(key);

/** What the field says of itself and of its list. */
const state = (place: "header" | "main" = "header") =>
  searchField(visit.page, place).evaluate((input) => {
    const list = document.getElementById(input.getAttribute("aria-controls") ?? "");
    const active = document.getElementById(input.getAttribute("aria-activedescendant") ?? "");
    return {
      role: input.getAttribute("role"),
      expanded: input.getAttribute("aria-expanded"),
      open: list?.checkVisibility() ?? false,
      active: active?.textContent ?? null,
      selected: [...(list?.querySelectorAll("[aria-selected=true]") ?? [])].map((option) => option.textContent),
      focused: input === document.activeElement,
    };
  });

const closed = { expanded: "false", open: false, active: null, selected: [], focused: true };

describe("nothing is loaded for search", () => {
  const assets = (asked: readonly string[]) => asked.filter((path) => /search/.test(path));

  test.each(["/", seedAddress, "/contact/", "/errors/"])("by %s until a search field is touched", async (address) => {
    const asked: string[] = [];
    visit.page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await visit.page.goto(served(site, address), { waitUntil: "networkidle" });
    await visit.page.mouse.wheel(0, 500);
    expect(assets(asked)).toEqual([]);
    await searchField(visit.page).focus();
    await expect.poll(() => assets(asked).length).toBe(3);
    expect(
      assets(asked)
        .map((path) => path.replace(/-[0-9a-f]{10}/, ""))
        .toSorted(),
    ).toEqual(["/api/search.json", "/assets/search.css", "/assets/search.js"]);
    await visit.page.locator("h1").click();
    await searchField(visit.page).focus();
    await visit.page.keyboard.type("password");
    await visit.page.locator("header [role=listbox]").waitFor();
    expect(assets(asked)).toHaveLength(3);
  });

  test("and a script that cannot be had leaves the form as it is", async () => {
    visit.mayMeet(/Failed to load resource/);
    await visit.page.route("**/assets/search-*.js", (route) => route.abort());
    await go(seedAddress);
    await searchField(visit.page).fill("password");
    await visit.page.unroute("**/assets/search-*.js");
    await press("Enter");
    await visit.page.waitForURL(`${served(site, "/search/")}?q=password`);
    await expect.poll(() => resultsOf(visit.page).isVisible()).toBe(true);
  });
});

describe.each([
  ["header", seedAddress],
  ["main", "/"],
  ["main", "/404.html"],
] as const)("the field in the %s of %s", (place, address) => {
  const open = (query: string) => openSuggestions(visit.page, query, place);
  const options = () => visit.page.locator(`${place} [role=option]`);
  beforeEach(() => go(address));

  test("is a combobox whose list is gone through with the arrow keys, while the field keeps the focus", async () => {
    const list = await open("password");
    expect(await list.getAttribute("aria-label")).toBe("Suggestions");
    expect(await state(place)).toEqual({ ...closed, role: "combobox", expanded: "true", open: true });
    const texts = await options().allTextContents();
    expect(texts.length).toBe(6);
    expect(texts.at(-1)).toBe("See all results");
    const chosen = async () => (await state(place)).active;
    await press("ArrowDown");
    expect(await state(place)).toMatchObject({ active: texts[0], selected: [texts[0]], focused: true });
    await press("ArrowDown");
    expect(await chosen()).toBe(texts[1]);
    await press("ArrowUp");
    expect(await chosen()).toBe(texts[0]);
    await press("ArrowUp");
    expect(await chosen()).toBe(null);
    await press("ArrowUp");
    expect(await chosen()).toBe("See all results");
    // In a field that can be typed into these move among the letters.
    await press("Home");
    expect(await state(place)).toMatchObject({ active: null, open: true, focused: true });
    expect(await searchField(visit.page, place).evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(0);
    await press("ArrowDown");
    await press("End");
    expect(await chosen()).toBe(null);
    expect(await searchField(visit.page, place).evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(8);
  });

  test("keeps its list for whoever goes through it, though an answer to more letters comes", async () => {
    await open("pass");
    const before = await options().allTextContents();
    const letGo = await visit.page.evaluateHandle(() => {
      const waiting: (() => void)[] = [];
      const { setTimeout } = globalThis;
      // The engine does its work in portions, each of them one of these.
      const hold = (work: () => void, wait?: number) =>
        wait === undefined ? waiting.push(work) : setTimeout(work, wait);
      Object.assign(globalThis, { setTimeout: hold });
      return () => {
        Object.assign(globalThis, { setTimeout });
        for (const work of waiting) work();
        return waiting.length;
      };
    });
    await visit.page.keyboard.type("word");
    await visit.page.waitForTimeout(400);
    await press("ArrowDown");
    expect(await letGo.evaluate((release) => release())).toBeGreaterThan(0);
    await visit.page.waitForTimeout(200);
    expect(await options().allTextContents()).toEqual(before);
    expect((await state(place)).active).toBe(before[0]);
  });

  test("goes where the chosen one leads with Enter", async () => {
    await open("choose a strong password");
    await press("ArrowDown");
    await press("Enter");
    await visit.page.waitForURL(/#/);
    expect(await visit.page.locator(":target").innerText()).toBe("Choose a strong password");
  });

  test("goes where one leads that is clicked, and to all results", async () => {
    await open("cid 7023");
    await options().first().click();
    await visit.page.waitForURL(served(site, "/errors/CID7023/"));
    await visit.page.goBack();
    await searchField(visit.page, place).fill("");
    await open("password");
    await options().last().click();
    await visit.page.waitForURL(`${served(site, "/search/")}?q=password`);
    expect(await searchField(visit.page, "main").inputValue()).toBe("password");
  });

  test("sends what was typed with Enter where none is chosen", async () => {
    await open("password");
    await press("Enter");
    await visit.page.waitForURL(`${served(site, "/search/")}?q=password`);
    expect(await searchField(visit.page, "main").inputValue()).toBe("password");
  });

  test("closes its list with Escape and keeps what was typed; an arrow opens it again; Tab leaves", async () => {
    await open("password");
    await press("ArrowDown");
    await press("Escape");
    expect(await state(place)).toMatchObject(closed);
    expect(await searchField(visit.page, place).inputValue()).toBe("password");
    await press("ArrowDown");
    await expect.poll(async () => (await state(place)).open).toBe(true);
    await press("Tab");
    expect(await state(place)).toMatchObject({ ...closed, focused: false });
    expect(await visit.page.locator(":focus").evaluate((element) => element.tagName)).toBe("BUTTON");
  });

  test("says once how many there are, when typing has come to rest", async () => {
    const said = await listenTo(visit.page);
    await open("pass");
    await visit.page.keyboard.type("word");
    await expect.poll(async () => (await said()).length).toBe(1);
    expect(await said()).toEqual(["5 suggestions"]);
    await searchField(visit.page, place).fill("xylophone");
    await expect.poll(async () => (await said()).at(-1)).toBe("No suggestions");
    expect(await said()).toHaveLength(2);
    expect((await state(place)).open).toBe(false);
  });
});

describe("the list", () => {
  test("has the reference first where one is typed", async () => {
    await go(seedAddress);
    await openSuggestions(visit.page, "7O23");
    expect(await visit.page.locator("header [role=option]").first().innerText()).toBe(
      "CID7023: Unable to connect to your GP surgery’s system",
    );
  });

  test("suggests on the search page below the header's field, and not below the field of the page", async () => {
    await go("/search/");
    await openSuggestions(visit.page, "password");
    await searchField(visit.page, "main").fill("password");
    await resultsOf(visit.page).waitFor();
    expect(await visit.page.locator("[role=listbox]").count()).toBe(1);
    expect((await state()).open).toBe(false);
  });

  test("opens the expander that holds what was found, on the page that is open already", async () => {
    await go(seedAddress);
    const list = await openSuggestions(visit.page, "Delete your existing account");
    for (const repeated of [1, 2]) {
      await list.locator("[role=option]").first().click();
      await expect.poll(() => visit.page.locator("main details[open]").count(), { message: `${repeated}` }).toBe(1);
      await visit.page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = false)));
      await searchField(visit.page).focus();
      await press("ArrowDown");
      await list.waitFor();
    }
  });

  test.each([320, 360, 768, 1280])("is inside a window of %i pixels, in targets of 44 pixels", async (width) => {
    for (const [place, address] of [
      ["header", seedAddress],
      ["main", "/"],
    ] as const) {
      await visit.page.setViewportSize({ width, height: 700 });
      await go(address);
      const list = await openSuggestions(visit.page, "password", place);
      for (const spaced of [false, true]) {
        if (spaced) await spaceTextOut(visit.page);
        expect(await sidewaysOverflow(visit.page)).toBeLessThanOrEqual(0);
        const { x = -1, width: wide = 0 } = (await list.boundingBox()) ?? {};
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x + wide).toBeLessThanOrEqual(width);
        const heights = await list
          .locator("[role=option]")
          .evaluateAll((all) => all.map((option) => option.getBoundingClientRect().height));
        expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
      }
    }
  });

  test("in a window as small as a desktop's at 400 %, shows the one that is chosen", async () => {
    await visit.page.setViewportSize({ width: 320, height: 256 });
    await go(seedAddress);
    await openSuggestions(visit.page, "password");
    for (let presses = 0; presses < 6; presses += 1) {
      await press("ArrowDown");
      const box = await visit.page.locator("header [aria-selected=true]").boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(256);
    }
  });

  test("shows in forced colours which one is chosen", async () => {
    await visit.page.emulateMedia({ forcedColors: "active" });
    await go(seedAddress);
    await openSuggestions(visit.page, "password");
    await press("ArrowDown");
    const outlines = await visit.page
      .locator("header [role=option]")
      .evaluateAll((all) => all.map((option) => getComputedStyle(option).outlineStyle));
    expect(outlines.map((style) => style !== "none")).toEqual([true, false, false, false, false, false]);
  });
});
