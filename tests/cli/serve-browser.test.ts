import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserLaunch } from "../support/browser.ts";
import { startProjectPreview } from "./preview-process.ts";
import type { ProjectPreview } from "./preview-process.ts";

let preview: ProjectPreview;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  preview = await startProjectPreview("--path-prefix", "/help/");
  browser = await chromium.launch(await browserLaunch());
  page = await browser.newPage();
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
});
afterAll(async () => {
  await browser.close();
  await preview.close();
});

function edit(path: string, change: (text: string) => string): void {
  preview.write(path, change(preview.read(path)));
}

describe("npm start, in a browser,", () => {
  test("loads an open page again when it changes, at the place that was read, with its menu in order", async () => {
    await page.goto(`${preview.address}error-messages-support/`);
    const seen = () =>
      page.evaluate(() => ({
        scrolled: window.scrollY,
        header: document.querySelector("header")?.getBoundingClientRect().height,
        enabled: document.body.classList.contains("nhsuk-frontend-supported"),
      }));
    await page.evaluate(() => window.scrollTo(0, 300));
    const before = await seen();
    edit("content/error-messages-support.md", (text) =>
      text.replace("your spam or junk folders", "every other folder"),
    );
    await page.getByText("every other folder").waitFor();
    await expect.poll(seen).toEqual({ ...before, scrolled: 300, enabled: true });
  });

  test("shows a changed style", async () => {
    await page.goto(`${preview.address}sign-in/`);
    edit("assets/styles/main.scss", (text) => `${text}\nh1 { letter-spacing: 7px; }\n`);
    await expect
      .poll(() => page.locator("h1").evaluate((heading) => getComputedStyle(heading).letterSpacing))
      .toBe("7px");
  });

  test("breaks no rule of the content policy", () => {
    expect(complaints).toEqual([]);
  });
});
