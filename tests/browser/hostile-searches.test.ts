/** Whatever is searched for: it stands in the field and nowhere else, and the answer is in the site's own words. */
import { beforeEach, expect, test } from "vitest";
import { startVisit } from "../support/browsing.ts";
import { hostileTexts } from "../support/hostile-texts.ts";
import { openAddress, takeAnyLength } from "../support/hostile-visit.ts";
import { apartFromAnswer, sayingsOf } from "../support/search-answer.ts";
import { resultsOf } from "../support/search-visit.ts";
import { builtSite, served } from "../support/site-pages.ts";
import { useVisit } from "../support/use-browser.ts";

const site = builtSite("root");
const visit = useVisit(startVisit);
beforeEach(() => visit.start(site));

const open = (address: string, behind: string) => openAddress(visit.page, site, address, behind);
const field = () => visit.page.locator("main input[type=search]");

/** Every text that the site may answer with: its index, and the words around an answer. */
const isSaidBySite = sayingsOf(site);

/** Each is searched for in turn: as many as one test has time for. */
const portions = Array.from({ length: Math.ceil(hostileTexts.length / 20) }, (_, at) =>
  hostileTexts.slice(20 * at, 20 * (at + 1)),
);

test.each(portions.map((portion, at) => [at + 1, portion] as const))(
  "search shows what was searched for in its field and nowhere else, and answers in the site's own words: texts, part %i",
  async (_, portion) => {
    await open("/search/", "?q=");
    const plain = await apartFromAnswer(visit.page);
    const elsewhere: string[] = [];
    visit.page.on("request", (request) => {
      const isOwn = request.isNavigationRequest() || request.url().startsWith(served(site, "/assets/"));
      if (!isOwn && request.url() !== served(site, "/api/search.json")) elsewhere.push(request.url());
    });
    for (const text of portion) await searchByAddress(text, plain);
    expect(elsewhere).toEqual([]);
  },
);

/** @param plain - the page without an answer */
async function searchByAddress(text: string, plain: Awaited<ReturnType<typeof apartFromAnswer>>): Promise<void> {
  await open("/search/", `?q=${encodeURIComponent(text)}`);
  // A field holds one line, of no more than 200 signs.
  const line = text.slice(0, 200).replace(/[\r\n]/g, "");
  expect(await field().inputValue()).toBe(line);
  if (line.trim() !== "") await resultsOf(visit.page).waitFor();
  const { contents, answer } = await apartFromAnswer(visit.page);
  expect(contents, text).toBe(plain.contents);
  expect(
    answer.filter((part) => !isSaidBySite(part)),
    text,
  ).toEqual([]);
  await field().fill("");
  await resultsOf(visit.page).waitFor({ state: "hidden" });
  expect(await apartFromAnswer(visit.page), text).toEqual(plain);
}

test("an answer that held anything else would be noticed", async () => {
  const put = [
    () => document.querySelector(".app-search-results__found")?.append("CID9999"),
    () => document.querySelector(".app-search-results__found a")?.setAttribute("href", "//evil.example/"),
    () => document.querySelector(".app-search-results__found a")?.setAttribute("title", "password"),
    () => document.querySelector(".app-search-results__found")?.append(document.createElement("img")),
    () => document.querySelector(".app-search-results__count")?.append("password"),
  ];
  for (const change of [() => undefined, ...put]) {
    await open("/search/", "?q=password");
    await resultsOf(visit.page).waitFor();
    await visit.page.evaluate(change);
    const { answer } = await apartFromAnswer(visit.page);
    expect(answer.filter((part) => !isSaidBySite(part)).length > 0, String(change)).toBe(put.includes(change));
  }
});

test.each(["?q=%00", "?q=%E0%A4%A", "?q[]=a", "?Q=a", "?"])("search takes %s for what it is", async (behind) => {
  await open("/search/", behind);
  expect(await field().inputValue()).toHaveLength(new URLSearchParams(behind).get("q")?.length ?? 0);
});

test("search takes the beginning of 1 MB", async () => {
  await takeAnyLength(visit.page);
  const { contents } = await open("/search/", `?q=${"(a+)+b".repeat(175_000)}`);
  expect(await field().inputValue()).toHaveLength(200);
  expect(contents.length).toBeLessThan(100_000);
});
