/**
 * What a screen reader says of one page of each kind, in words. The pages are those of `fixtures/spoken`, the words stand
 * in `spoken`, a file for each. When the words are meant to change, `SPOKEN=write` in front of the test writes the files
 * anew: read what has changed as somebody who only hears it.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { pageTypes } from "../../src/output/page-types.ts";
import { accessibilityTree } from "../support/accessibility-tree.ts";
import { sendButton } from "../support/contact-form.ts";
import { served } from "../support/site-pages.ts";
import { spokenWords } from "../support/spoken.ts";
import { useBrowser } from "../support/use-browser.ts";
import { useSite } from "../support/use-site.ts";

const words = "tests/accessibility/spoken";

/** A page that is listened to. */
interface Case {
  /** The file of its words. */
  readonly name: string;
  /** The row of `page-types.ts` that it is an example of. */
  readonly type: string;
  readonly address: string;
  /** What is done before it is listened to. */
  readonly prepare?: (page: Page) => Promise<unknown>;
}

const cases: readonly Case[] = [
  { name: "home", type: "home", address: "/" },
  { name: "hub", type: "hub", address: "/sign-in/" },
  { name: "article", type: "article", address: "/sign-in/codes/" },
  { name: "article-with-expanders-open", type: "article", address: "/sign-in/codes/", prepare: openExpanders },
  { name: "article-with-references", type: "article", address: "/error-messages/" },
  { name: "page", type: "page", address: "/terms/" },
  { name: "accessibility-statement", type: "page", address: "/accessibility-statement/" },
  { name: "cookies", type: "page", address: "/cookies/" },
  { name: "privacy", type: "page", address: "/privacy/" },
  { name: "reference-list", type: "reference-list", address: "/errors/" },
  { name: "reference", type: "reference", address: "/errors/CID7023/" },
  { name: "search", type: "search", address: "/search/" },
  { name: "contact", type: "contact", address: "/contact/" },
  { name: "contact-about-reference", type: "contact", address: "/contact/CID7023/" },
  { name: "contact-with-errors", type: "contact", address: "/contact/", prepare: sendNothing },
  { name: "contact-sent", type: "contact-sent", address: "/contact/sent/" },
  { name: "not-found", type: "not-found", address: "/404.html" },
  { name: "home-cy", type: "home", address: "/cy/" },
  { name: "hub-cy", type: "hub", address: "/cy/sign-in/" },
  { name: "article-cy", type: "article", address: "/cy/sign-in/codes/" },
  { name: "article-cy-not-translated", type: "article", address: "/cy/error-messages/" },
  { name: "page-cy-not-translated", type: "page", address: "/cy/cookies/" },
  { name: "reference-list-cy", type: "reference-list", address: "/cy/errors/" },
  { name: "reference-cy", type: "reference", address: "/cy/errors/CID7023/" },
  { name: "search-cy", type: "search", address: "/cy/search/" },
  { name: "contact-cy", type: "contact", address: "/cy/contact/CID7023/" },
  { name: "contact-cy-with-errors", type: "contact", address: "/cy/contact/", prepare: sendNothing },
  { name: "contact-sent-cy", type: "contact-sent", address: "/cy/contact/sent/" },
  { name: "not-found-cy", type: "not-found", address: "/cy/404.html" },
];

const site = useSite((content) => cpSync("tests/accessibility/fixtures/spoken", content, { recursive: true }));
const browser = useBrowser();

/** Listens to a page from top to bottom. */
async function listen({ address, prepare }: Case, spoil?: () => void): Promise<readonly string[]> {
  const context = await browser().newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce" });
  try {
    const page = await context.newPage();
    await page.goto(served(site(), address));
    await prepare?.(page);
    if (spoil) await page.evaluate(spoil);
    return spokenWords(await accessibilityTree(page));
  } finally {
    await context.close();
  }
}

async function openExpanders(page: Page): Promise<void> {
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
}

async function sendNothing(page: Page): Promise<void> {
  await sendButton(page).click();
  await page.locator(".nhsuk-error-summary:focus").waitFor();
}

describe("to a screen reader", () => {
  test.each(cases)("the page $name says what it should, in order", async (one) => {
    const said = await listen(one);
    const file = join(words, `${one.name}.txt`);
    if (process.env["SPOKEN"] === "write") {
      mkdirSync(words, { recursive: true });
      writeFileSync(file, `${said.join("\n")}\n`);
    }
    expect(said).toEqual(readFileSync(file, "utf8").trimEnd().split("\n"));
  });

  test("every kind of page is listened to, and every file of words is of one", () => {
    const types = pageTypes.map(({ type }) => type).filter((type) => type !== "redirect");
    expect(new Set(cases.map(({ type }) => type))).toEqual(new Set(types));
    expect(readdirSync(words).toSorted()).toEqual(cases.map(({ name }) => `${name}.txt`).toSorted());
  });

  test("a button without words, a heading of another level and words that are hidden are noticed", async () => {
    const [home] = cases;
    const whole = await listen(home!);
    const spoiled = await listen(home!, () => {
      document.querySelector("header button")?.setAttribute("aria-label", " ");
      document.querySelector("h1")?.setAttribute("aria-level", "2");
      document.querySelector("footer h2")?.setAttribute("aria-hidden", "true");
    });
    const missing = whole.filter((line) => !spoiled.includes(line));
    expect(missing).toEqual(["  heading 1: Help with your account", "  heading 2: Support links"]);
  });
});
