/** How much of the published styles no page ever needs, in any state. */
import { cpSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { componentExamples } from "../support/component-examples.ts";
import { noteStyleUse, unusedRules, unusedShare } from "../support/css-coverage.ts";
import type { SheetUse, StyleUse } from "../support/css-coverage.ts";
import { patience } from "../support/tier.ts";
import { useBrowser } from "../support/use-browser.ts";
import { useSite } from "../support/use-site.ts";

/** How much of each sheet may be left over. */
const mostUnused = { site: 0.25, search: 0.25, form: 0.25 } as const;

/** A table as the design system's examples write it, from which editors copy. */
function table(classes: string, size: string): string {
  const cells = '<td class="nhsuk-table__cell"><span class="nhsuk-table-responsive__heading">Age </span>1</td>';
  const numbers = '<td class="nhsuk-table__cell nhsuk-table__cell--numeric">1</td>';
  const heads = '<th class="nhsuk-table__header">Age</th><th class="nhsuk-table__header--numeric">Dose</th>';
  return `<table class="nhsuk-table ${classes}"><caption class="nhsuk-table__caption nhsuk-table__caption--${size}">Doses</caption><thead class="nhsuk-table__head"><tr>${heads}</tr></thead><tbody class="nhsuk-table__body"><tr class="nhsuk-table__row">${cells}${numbers}</tr></tbody></table>`;
}

/** What editors can write, and examples for editors do not show: it is styled too. */
const otherWords = `
> A quote, with \`code\` in it.
>
> - A point

    A block of code

Press <kbd>Ctrl</kbd>, then <samp>Ready</samp>, for <var>x</var>. <small>Small words.</small>

<dl><dt>A word</dt><dd>What it means</dd></dl>

<address>10 Example Street</address>

***

### A heading of the third level

#### A heading of the fourth level

::: emergency Call 999 if:
Somebody is hurt, and read [what to do](/).

::: expander Why
Because of [this](/).
:::

::: action [Do it](/)
:::
:::

<p class="nhsuk-lede-text">Words to begin with.</p>

<p class="nhsuk-body-s">Small words.</p>

<p class="nhsuk-body-l">Large words.</p>

## After large words

::: warning A table in a box
| One | Two | Three | Four |
| --- | --- | ----- | ---- |
| 1   | 2   | 3     | 4    |
:::

<p class="nhsuk-u-secondary-text-colour">Words aside.</p>

<p><a class="nhsuk-button" href="/">Go on</a> <a class="nhsuk-button nhsuk-button--secondary" href="/">Go back</a> <a class="nhsuk-button nhsuk-button--warning" href="/">Delete</a></p>

<ul class="nhsuk-list nhsuk-list--bullet"><li>A point</li></ul>

<div class="nhsuk-do-dont-list"><h3 class="nhsuk-do-dont-list__label">Do</h3><ul><li>This</li></ul></div>

${["s", "m", "l", "xl"].map((size) => table(`nhsuk-table--compact nhsuk-table--striped`, size)).join("\n\n")}

${table("nhsuk-table--no-border nhsuk-table--no-last-row-border", "m")}

${table("nhsuk-table-responsive nhsuk-table--responsive", "m")}

<p><strong class="nhsuk-tag nhsuk-tag--green">New</strong> <strong class="nhsuk-tag nhsuk-tag--grey">Old</strong></p>
`;

/** Every kind of page, and what is done to it before it is looked at. */
const visits: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  "/": openSome,
  "/sign-in/": openSome,
  "/error-messages-support/": openSome,
  "/components/": openSome,
  "/words/": openSome,
  "/cookies/": openSome,
  "/search/?q=CID7023": (page) => page.locator("main mark, main h2").first().waitFor(),
  "/search/?q=CID7024": openSome,
  "/errors/": async (page) => {
    await page.locator("main input").fill("CID7024");
    await page.locator("main input").press("Enter");
    await page.locator(".app-reference-form__near").waitFor();
  },
  "/errors/CID7023/": async (page) => {
    await page.locator("#search-field").pressSequentially("password");
    await page.locator(".app-suggestions [role=option]").first().waitFor();
    await page.keyboard.press("ArrowDown");
  },
  "/contact/": async (page) => {
    await page.locator('[name="service"][value="other"]').check();
    await page.locator("main form button[type=submit]").click();
    await page.locator(".nhsuk-error-summary").waitFor();
  },
  "/contact/CID7023/": openSome,
  "/contact/sent/": openSome,
  "/404.html": openSome,
};

const site = useSite((content) => {
  cpSync("content", content, { recursive: true });
  const page = (title: string, words: string, fields: readonly string[] = []) =>
    ["---", `title: ${title}`, "type: article", "hub: home", "position: 99", ...fields, "---", "", words].join("\n");
  const examples = componentExamples.map(({ title, source }) => `## ${title}\n\n${source}`).join("\n");
  writeFileSync(join(content, "components.md"), page("Components", examples));
  writeFileSync(join(content, "words.md"), page("Words", otherWords, ["draft: true", "last_reviewed: 2026-01-31"]));
}, "--drafts");
const browser = useBrowser();
const use: StyleUse = new Map();

beforeAll(async () => {
  const context = await browser().newContext({ reducedMotion: "reduce" });
  context.setDefaultTimeout(patience);
  for (const [address, prepare] of Object.entries(visits)) {
    await noteStyleUse(context, use, site().address + address.slice(1), prepare);
  }
});

test.each(["site", "search", "form"] as const)("not too much of %s.css is never needed", (name) => {
  const sheet = [...use].find(([path]) => basename(path).startsWith(`${name}-`))?.[1];
  if (!sheet) throw new Error(`No page has loaded ${name}.css`);
  expect(unusedShare(sheet), unusedRules(sheet).join("\n")).toBeLessThan(mostUnused[name]);
});

test("rules that no page needs are counted, and named", () => {
  const text = "a{color:red}b{color:tan}c{color:red}";
  const sheet: SheetUse = { text, used: new Uint8Array(text.length).fill(1, 0, 12) };
  expect(unusedShare(sheet)).toBeCloseTo(2 / 3);
  expect(unusedRules(sheet)).toEqual(["24 bytes: b{color:tan}c{color:red}"]);
});

/** Opens expanders, and leaves every third one closed: styles know both. */
async function openSome(page: Page): Promise<void> {
  await page.evaluate(() =>
    document.querySelectorAll("details").forEach((details, index) => (details.open = index % 3 !== 1)),
  );
}
