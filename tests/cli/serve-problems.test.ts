/** While `npm start` runs, each page says what is wrong, until it is mended. */
import { rmSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { sidewaysOverflow } from "../support/browsing.ts";
import { articleCalled, startProjectPreview } from "./preview-process.ts";
import type { ProjectPreview } from "./preview-process.ts";

let preview: ProjectPreview;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  preview = await startProjectPreview("--path-prefix", "/help/");
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await preview.close();
});
beforeEach(async () => {
  context = await browser.newContext({ reducedMotion: "reduce" });
  page = await context.newPage();
  page.on("console", (message) => {
    const isNotFound = /status of 404/.test(message.text());
    if (message.type() === "error" && !isNotFound) complaints.push(message.text());
  });
  page.on("dialog", (dialog) => complaints.push(dialog.message()));
});
afterEach(() => context.close());

const panel = () => page.getByRole("region", { name: "Problems in the content" });
const deadLink = articleCalled("Broken", "Words.\n\nSee [nothing](/nowhere/).");
/** A warning: it has no subtitle. */
const wanting = articleCalled("Wanting").replace(/^subtitle: .*\n/m, "");

async function open(path: string): Promise<void> {
  await page.goto(preview.address + path);
  // The page and what it asks for are there: a panel that is not by now never comes.
  await page.waitForLoadState("networkidle");
}

/** Writes a page of the test's own, waits for the preview to have seen it, and gives the way to take it away. */
async function wrong(text: string): Promise<() => Promise<void>> {
  preview.write("content/wrong.md", text);
  await preview.until("/help/_preview/problems.json", ({ text }) => text.includes("content/wrong.md:"));
  return async () => {
    rmSync(preview.at("content/wrong.md"));
    await preview.until("/help/_preview/problems.json", ({ text }) => !text.includes("content/wrong.md:"));
  };
}

describe("the panel of npm start", () => {
  test("is not there where nothing is wrong with the page", async () => {
    await open("cookies/");
    await expect.poll(() => page.locator("h1").innerText()).toBe("Cookies");
    expect(await panel().count()).toBe(0);
  });

  test("comes to an open page with file and line, and goes when it is mended", async () => {
    await open("cookies/");
    preview.write("content/wrong.md", deadLink);
    await panel().waitFor();
    const words = await panel().innerText();
    expect(words).toMatch(/^Preview: 1 error/);
    expect(words).toMatch(/Error: content\/wrong\.md:11:\d+ \(/);
    expect(words).toContain("Do: ");
    preview.write("content/wrong.md", articleCalled("Mended"));
    await panel().waitFor({ state: "detached" });
    rmSync(preview.at("content/wrong.md"));
    await preview.until("/help/wrong/", ({ status }) => status === 404);
  });

  test("shows errors of the whole site first, and warnings on their own page alone", async () => {
    preview.write("content/wanting.md", wanting);
    const mend = await wrong(deadLink);
    await preview.until("/help/wanting/", ({ status }) => status === 200);
    await open("wanting/");
    const items = panel().getByRole("listitem");
    expect(await items.first().innerText()).toMatch(/^Error: content\/wrong\.md:11/);
    expect(await items.last().innerText()).toMatch(/^Warning: content\/wanting\.md:1/);
    await open("cookies/");
    expect(await panel().innerText()).not.toContain("wanting.md");
    rmSync(preview.at("content/wanting.md"));
    await mend();
  });

  test("is closed with the keyboard, stays closed, and opens for a new error", async () => {
    const mend = await wrong(deadLink);
    await open("cookies/");
    const summary = panel().locator("summary");
    const list = panel().getByRole("list");
    await summary.focus();
    await page.keyboard.press("Escape");
    await list.waitFor({ state: "hidden" });
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.reload();
    await panel().waitFor();
    expect(await list.isVisible()).toBe(false);
    await summary.focus();
    await page.keyboard.press("Enter");
    await list.waitFor();
    await page.keyboard.press("Enter");
    await list.waitFor({ state: "hidden" });
    preview.write("content/wrong.md", `${deadLink}\n[Another](/nowhere-else/)\n`);
    await list.waitFor();
    expect(await panel().innerText()).toMatch(/^Preview: 2 errors/);
    await mend();
  });

  test("keeps warnings closed until somebody asks", async () => {
    const mend = await wrong(wanting);
    await preview.until("/help/wrong/", ({ status }) => status === 200);
    await open("wrong/");
    expect(await panel().innerText()).toMatch(/^Preview: \d+ warnings? on this page$/);
    await panel().locator("summary").click();
    await panel().getByRole("list").waitFor();
    await mend();
  });

  test("says what the content says as text, never as HTML", async () => {
    const mend = await wrong(articleCalled("Bad").replace("hub: home", `hub: "<img src=x onerror=alert(1)>"`));
    await open("cookies/");
    expect(await panel().innerText()).toContain("<img src=x onerror=alert(1)>");
    expect(await panel().locator("img").count()).toBe(0);
    await mend();
  });

  test("says a mistake in a layout too", async () => {
    await open("cookies/");
    const original = preview.read("layouts/cookies.njk");
    preview.write("layouts/cookies.njk", `${original}{% if %}`);
    await panel().waitFor();
    expect(await panel().innerText()).toMatch(/layouts\/cookies\.njk:\d+/);
    preview.write("layouts/cookies.njk", original);
    await panel().waitFor({ state: "detached" });
  });

  test.each([320, 1280])(
    "hides nothing at %i pixels: the page's end stands above it, and axe is content",
    async (width) => {
      const mend = await wrong(deadLink);
      await page.setViewportSize({ width, height: 700 });
      await open("cookies/");
      await panel().waitFor();
      expect(await sidewaysOverflow(page)).toBe(0);
      const background = await panel().evaluate((element) => getComputedStyle(element).backgroundColor);
      expect(background, "nothing shines through").toBe("rgb(255, 255, 255)");
      await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
      const lastLink = await page.locator("footer a").last().boundingBox();
      const box = await panel().boundingBox();
      expect(lastLink!.y + lastLink!.height).toBeLessThanOrEqual(box!.y);
      expect(box!.height).toBeLessThanOrEqual(0.4 * 700 + 1);
      const { violations } = await new AxeBuilder({ page }).include(".app-preview-panel").analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      await mend();
    },
  );

  test("stands on the page for what is not found, which comes to life with its file", async () => {
    const mend = await wrong(deadLink);
    await open("not-yet/");
    await panel().waitFor();
    preview.write("content/not-yet.md", articleCalled("Now it is there"));
    await expect.poll(() => page.locator("h1").innerText()).toBe("Now it is there");
    rmSync(preview.at("content/not-yet.md"));
    await mend();
  });

  test("is not printed", async () => {
    const mend = await wrong(deadLink);
    await open("cookies/");
    await panel().waitFor();
    await page.emulateMedia({ media: "print" });
    expect(await panel().isVisible()).toBe(false);
    await mend();
  });

  test("breaks no rule of the content policy, and asks nobody anything", () => {
    expect(complaints).toEqual([]);
  });
});
