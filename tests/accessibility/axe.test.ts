/** axe, in its newest version, with the rules for WCAG 2.2 AA, and with every expander open. */
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { startVisit } from "../support/browsing.ts";
import { builtSite, pageOfEachKind, readablePagesOf, served } from "../support/site-pages.ts";
import { sample } from "../support/tier.ts";

const standard = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Words of years ago meet the standard; what goes beyond it, such as headings in order, is a warning to their editor. */
const tagsFor = (name: string) => (name === "bare" ? standard : [...standard, "best-practice"]);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const names = sample({ test: ["root"], full: ["root", "bare"], soak: ["root", "prefixed", "bare"] } as const);
const cases = names.flatMap((name) => {
  const everyAddress = readablePagesOf(builtSite(name)).map(({ address }) => address);
  const addresses = sample({
    test: pageOfEachKind().map(([, address]) => address),
    full: everyAddress,
    soak: everyAddress,
  });
  return [...new Set(addresses)].map((address) => ({ name, address }));
});

/** What axe finds on a page, as `rule: selector`. */
async function violations(address: string, name: (typeof names)[number], width: number, spoil?: () => void) {
  const site = builtSite(name);
  const { page, context } = await startVisit(browser, site, { viewport: { width, height: 800 } });
  try {
    await page.goto(served(site, address));
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    if (spoil) await page.evaluate(spoil);
    const results = await new AxeBuilder({ page }).withTags(tagsFor(name)).analyze();
    return results.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
  } finally {
    await context.close();
  }
}

describe.each(cases)("axe finds nothing on $address of the site $name", ({ name, address }) => {
  test.each([360, 1280])("at %i pixels", async (width) => {
    expect(await violations(address, name, width)).toEqual([]);
  });
});

test("axe finds a picture without words and links too small to touch", async () => {
  const spoil = () => {
    const picture = document.createElement("img");
    picture.src = "/assets/x.png";
    const buttons = ["a", "b"].map((text) => Object.assign(document.createElement("button"), { textContent: text }));
    buttons.forEach((button) =>
      Object.assign(button.style, { font: "6px serif", padding: "0", border: "0", lineHeight: "6px" }),
    );
    document.querySelector("main")?.append(picture, ...buttons);
  };
  const found = (await violations("/", "root", 360, spoil)).map((violation) => violation.split(":")[0]);
  expect(found).toContain("image-alt");
  expect(found).toContain("target-size");
});
