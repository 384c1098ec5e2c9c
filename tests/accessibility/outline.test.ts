/** The seed's page as a screen reader goes through it: by landmarks, by headings, by what opens. */
import { beforeAll, expect, test } from "vitest";
import { startVisit } from "../support/browsing.ts";
import type { Visit } from "../support/browsing.ts";
import { builtSite, seedAddress, served } from "../support/site-pages.ts";
import { useBrowser } from "../support/use-browser.ts";

const site = builtSite("root");
const browser = useBrowser();
let visit: Visit;
let outline: string;

beforeAll(async () => {
  visit = await startVisit(browser(), site);
  await visit.page.goto(served(site, seedAddress));
  outline = await visit.page.locator("body").ariaSnapshot();
});

/** What the outline says of the elements of a role, at any depth. Words with a colon in them stand in single quotes. */
const saidOf = (role: string) =>
  [...outline.matchAll(new RegExp(`^ *- '?${role} (.*?)'?:?$`, "gm"))].map((match) => match[1] ?? "");

test("its landmarks come in the order of the page, each once", () => {
  const landmarks = outline
    .split("\n")
    .map((line) => /^- (banner|main|contentinfo|navigation|search|region)/.exec(line)?.[1])
    .filter((role) => role !== undefined && role !== "region");
  // The other language, then the way back up.
  expect(landmarks).toEqual(["banner", "navigation", "navigation", "main", "contentinfo"]);
});

test("its headings are those of the article, under one of the first level", () => {
  const headings = saidOf("heading");
  expect(headings[0]).toBe('"Error messages and support" [level=1]');
  expect(headings.filter((heading) => heading.endsWith("[level=1]"))).toHaveLength(1);
  expect(headings).toContain('"CID2011: There may be a problem with your NHS number" [level=2]');
  expect(headings.filter((heading) => heading.endsWith("[level=3]"))).toHaveLength(2);
});

test("its expanders say what they hold, and whether they are open", async () => {
  const summary = visit.page.locator("details summary").first();
  const session = await visit.context.newCDPSession(visit.page);
  const stateOf = async () => {
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    const node = nodes.find(({ name }) => String(name?.value).trim() === "Forgotten your password?");
    return {
      role: node?.role?.value,
      expanded: node?.properties?.find(({ name }) => name === "expanded")?.value.value,
    };
  };
  expect(await stateOf()).toEqual({ role: "DisclosureTriangle", expanded: false });
  await summary.press("Enter");
  expect(await stateOf()).toEqual({ role: "DisclosureTriangle", expanded: true });
});

test("its navigations have names that tell them apart", async () => {
  const names = await visit.page
    .locator("nav")
    .evaluateAll((navs) => navs.map((nav) => nav.getAttribute("aria-label")));
  expect(names.length).toBeGreaterThan(2);
  expect(names).not.toContain(null);
  expect(new Set(names).size).toBe(names.length);
});
