/** What leads into closed expanders of all kinds opens them, and every one around them, in the real browser. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { startVisit } from "../support/browsing.ts";
import type { Visit } from "../support/browsing.ts";
import { runCommand } from "../support/run-command.ts";
import { serveSite } from "../support/site-server.ts";
import type { SiteServer } from "../support/site-server.ts";

const page = `---
title: Codes
subtitle: What they mean
type: article
hub: home
position: 1
aliases: [old-part: inner-part]
---

## First

Some words. [To the inner part](#inner-part)

:::: expander Outside
Words outside.

### Inner part {#inner-part}

Words of the inner part.

::: expander Inside
<p id="deep">Words that nobody sees at first.</p>
:::
::::

${"Words that fill the window.\n\n".repeat(40)}

::: expander Alone
Words alone in a box.
:::
`;

let folder: string;
let server: SiteServer;
let browser: Browser;
let visit: Visit;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "expanders-"));
  const content = join(folder, "content");
  mkdirSync(content);
  writeFileSync(join(content, "codes.md"), page);
  const built = await runCommand(["build", "--content", content, "--output", join(folder, "site")]);
  if (built.exitCode !== 0) throw new Error(built.stdout + built.stderr);
  server = await serveSite(join(folder, "site"), "/");
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => visit.context.close());

/** The summaries of the open expanders. */
const open = () => visit.page.locator("main details[open] > summary").allInnerTexts();
const inWindow = (words: string) =>
  visit.page.getByText(words, { exact: true }).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return element.checkVisibility({ contentVisibilityAuto: true }) && top >= 0 && bottom <= innerHeight;
  });

/** Comes to the page with an end of its address, in a small window. */
async function arrive(end: string, javaScriptEnabled = true) {
  const site = { folder, address: server.address, url: server.address, pathPrefix: "/", said: "" };
  visit = await startVisit(browser, site, { viewport: { width: 400, height: 300 }, javaScriptEnabled });
  await visit.page.goto(`${server.address}codes/${end}`);
}

describe("what leads into a closed expander opens it, and shows the place:", () => {
  test.each([
    ["an id inside it", "#inner-part", ["Outside"], "Words of the inner part."],
    ["an old id of a heading inside it", "#old-part", ["Outside"], "Words of the inner part."],
    ["an id inside an expander inside it", "#deep", ["Outside", "Inside"], "Words that nobody sees at first."],
    ["its own id", "#inside", ["Outside", "Inside"], "Words that nobody sees at first."],
  ])("%s", async (_, end, summaries, words) => {
    await arrive(end);
    await expect.poll(open).toEqual(summaries);
    await expect.poll(() => inWindow(words)).toBe(true);
  });

  test("a link on the page, each time that it is followed", async () => {
    await arrive("");
    for (const time of [1, 2]) {
      await visit.page.getByRole("link", { name: "To the inner part" }).click();
      await expect.poll(open, { message: `time ${time}` }).toEqual(["Outside"]);
      await expect.poll(() => inWindow("Words of the inner part.")).toBe(true);
      await visit.page.locator("summary", { hasText: "Outside" }).click();
    }
  });

  // Chromium opens what it finds in "content-visibility: hidden" alone, for find-in-page and for "#:~:text=" in an
  // address; without a window it does neither, so this is as near as a test comes.
  test("the browser's own search of the page, which nothing of ours keeps out", async () => {
    await arrive("#:~:text=alone%20in%20a%20box");
    const styles = await visit.page.locator("main details").evaluateAll((expanders) =>
      expanders.map((expander) => {
        const { display, contentVisibility } = getComputedStyle(expander, "::details-content");
        return { display, contentVisibility, words: getComputedStyle(expander.lastElementChild!).display };
      }),
    );
    const skipped = { display: "block", contentVisibility: "hidden", words: "block" };
    expect(styles).toEqual([skipped, skipped, skipped]);
    await visit.page.locator("#alone").evaluate((expander: HTMLDetailsElement) => (expander.open = true));
    await expect.poll(() => visit.page.evaluate(() => history.state)).toEqual({ open: ["alone"] });
    expect(await open()).toEqual(["Alone"]);
  });
});

test("without JavaScript the browser itself opens what the address leads into", async () => {
  await arrive("#deep", false);
  await expect.poll(open).toEqual(["Outside", "Inside"]);
});

test("the button for all of them opens and closes those inside others too", async () => {
  await arrive("");
  const toggle = visit.page.getByRole("button", { name: "all details" });
  await toggle.click();
  expect(await open()).toEqual(["Outside", "Inside", "Alone"]);
  await toggle.click();
  expect(await open()).toEqual([]);
});
