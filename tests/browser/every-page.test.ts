/** Pages in the real browser: nothing scrolls sideways, nothing is refused, nothing is asked of another host. */
import { describe, expect, test } from "vitest";
import { letPageAnswer, sidewaysOverflow, spaceTextOut, startVisit } from "../support/browsing.ts";
import { builtSite, pageOfEachKind, readablePagesOf, served } from "../support/site-pages.ts";
import { sample } from "../support/tier.ts";
import { useBrowser } from "../support/use-browser.ts";

const browser = useBrowser();

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
  test.each([320, 1280])(
    `opened in a window of %i pixels, fits windows of ${widths.join(", ")} pixels with every expander open, and meets no fault`,
    async (opened) => {
      const site = builtSite(name);
      const visit = await startVisit(browser(), site, { viewport: { width: opened, height: 800 } });
      const fitsAll = async (how: string) => {
        for (const width of [opened, ...widths.filter((other) => other !== opened)]) {
          await visit.page.setViewportSize({ width, height: 800 });
          await letPageAnswer(visit.page);
          expect(await sidewaysOverflow(visit.page), `${width} pixels, ${how}`).toBeLessThanOrEqual(0);
        }
      };
      try {
        await visit.page.goto(served(site, address));
        await visit.page.evaluate(() =>
          document.querySelectorAll("details").forEach((details) => (details.open = true)),
        );
        await fitsAll("as it is");
        await spaceTextOut(visit.page);
        await fitsAll("with text spaced out");
        // What is fetched late, a picture far down, may meet a fault too.
        await visit.page.waitForLoadState("networkidle");
        expect(visit.faults).toEqual([]);
      } finally {
        await visit.context.close();
      }
    },
  );
});

test("a page that is too wide, a refused script and a request to another host would be noticed", async () => {
  const site = builtSite("root");
  const visit = await startVisit(browser(), site, { viewport: { width: 320, height: 800 } });
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
