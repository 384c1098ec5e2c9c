/** axe finds nothing on any page: with expanders open and closed, in three widths, in colours that the system chooses. */
import { afterAll, describe, expect, test } from "vitest";
import { lookWithAxe, ownRules, standardRules, violations } from "../support/axe.ts";
import { startVisit } from "../support/browsing.ts";
import { pageStates } from "../support/page-states.ts";
import type { PageState } from "../support/page-states.ts";
import { builtSite, languages, pageOfEachKind, readablePagesOf, served } from "../support/site-pages.ts";
import { sample } from "../support/tier.ts";
import { useBrowser } from "../support/use-browser.ts";

const browser = useBrowser();

const names = sample({ test: ["root"], full: ["root", "bare"], soak: ["root", "prefixed", "bare"] } as const);
const rulesFor = (name: string) => (name === "bare" ? standardRules : ownRules);
const cases = names.flatMap((name) => {
  const everyAddress = readablePagesOf(builtSite(name)).map(({ address }) => address);
  const addresses = sample({
    test: pageOfEachKind().map(([, address]) => address),
    full: everyAddress,
    soak: everyAddress,
  });
  return [...new Set(addresses)].map((address) => ({ name, address }));
});

const states = pageStates(languages);

let looks = 0;
afterAll(() => {
  const total = `${cases.length} pages, ${states.length} pages after something was done with them`;
  process.stdout.write(`axe: ${total}, ${looks} looks in all\n`);
});

/** Opens a page, and looks at it in every way. What is found names the page. */
async function lookAt(name: (typeof names)[number], address: string, state?: PageState): Promise<readonly string[]> {
  const site = builtSite(name);
  const { page, context } = await startVisit(browser(), site, {
    viewport: { width: state?.widths?.[0] ?? 1280, height: 800 },
  });
  try {
    await page.goto(served(site, address));
    await state?.bringAbout(page);
    const findings = await lookWithAxe(page, rulesFor(name), state?.widths);
    looks += findings.looks;
    expect(findings.looks).toBeGreaterThan(0);
    return findings.found.map((finding) => `${address}, ${finding}`);
  } finally {
    await context.close();
  }
}

describe("axe finds nothing", () => {
  test.each(cases)("on $address of the site $name", async ({ name, address }) => {
    expect(await lookAt(name, address)).toEqual([]);
  });

  test.each(states)("in the state: $name, $address", async (state) => {
    expect(await lookAt("root", state.address, state)).toEqual([]);
  });
});

test("axe finds a picture without words and links too small to touch", async () => {
  const site = builtSite("root");
  const { page, context } = await startVisit(browser(), site, { viewport: { width: 360, height: 800 } });
  await page.goto(served(site, "/"));
  await page.evaluate(() => {
    const picture = document.createElement("img");
    picture.src = "/assets/x.png";
    const buttons = ["a", "b"].map((text) => Object.assign(document.createElement("button"), { textContent: text }));
    buttons.forEach((button) =>
      Object.assign(button.style, { font: "6px serif", padding: "0", border: "0", lineHeight: "6px" }),
    );
    document.querySelector("main")?.append(picture, ...buttons);
  });
  const found = (await violations(page, ownRules)).map((violation) => violation.split(":")[0]);
  await context.close();
  expect(found).toContain("image-alt");
  expect(found).toContain("target-size");
});
