/** What leads into closed expanders of all kinds opens them, and every one around them, in the real browser. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { startVisit } from "../support/browsing.ts";
import { served } from "../support/site-pages.ts";
import { useVisit } from "../support/use-browser.ts";
import { useSite } from "../support/use-site.ts";

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

const site = useSite((content) => writeFileSync(join(content, "codes.md"), page));
const visit = useVisit(startVisit);

/** The summaries of the open expanders. */
const open = () => visit.page.locator("main details[open] > summary").allInnerTexts();
const inWindow = (words: string) =>
  visit.page.getByText(words, { exact: true }).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return element.checkVisibility({ contentVisibilityAuto: true }) && top >= 0 && bottom <= innerHeight;
  });

/** Comes to the page with an end of its address, in a small window. */
async function arrive(end: string, javaScriptEnabled = true) {
  await visit.start(site(), { viewport: { width: 400, height: 300 }, javaScriptEnabled });
  await visit.page.goto(served(site(), `/codes/${end}`));
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
