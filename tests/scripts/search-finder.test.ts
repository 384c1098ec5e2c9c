import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { openFinder } from "../../assets/scripts/search-finder.ts";
import { ask, qualityOf, readQueries } from "../../benchmarks/search/quality.ts";
import type { Find } from "../../benchmarks/search/quality.ts";
import { loadSite } from "../../src/content/load-site.ts";
import { codeSpellings } from "../../src/model/code-spellings.ts";
import { editionsOf } from "../../src/model/edition.ts";
import type { SearchIndex, WholeSearchIndex } from "../../src/model/search-index.ts";
import type { SearchEngine } from "../../src/model/search.ts";
import { openLayouts } from "../../src/output/layouts.ts";
import { entriesOf } from "../../src/output/page-types.ts";
import { searchIndex } from "../../src/output/search-index.ts";
import { cutIndex } from "../../src/output/search-parts.ts";
import { searchSections } from "../../src/output/search-sections.ts";

const never = () => Promise.reject(new Error("nothing is fetched"));

let whole: WholeSearchIndex;
let engine: SearchEngine;
let cut: SearchEngine;
const fetched: string[] = [];

beforeAll(async () => {
  const layouts = openLayouts("layouts");
  const { site } = await loadSite("content", { layouts: layouts.names, drafts: false });
  const [own] = editionsOf(site);
  whole = searchIndex(own, searchSections(own, entriesOf(own, layouts.text)));
  engine = await openFinder(whole, never);
  const parts = cutIndex(whole, "api/search/", "/api/search/");
  const files = new Map(parts.files.map(({ path, content }) => [`/${path}`, content]));
  cut = await openFinder(JSON.parse(JSON.stringify(parts.index)) as SearchIndex, async (href) => {
    fetched.push(href);
    return JSON.parse(files.get(href) ?? "missing") as unknown;
  });
});

/** As the benchmark counts: what is said about a code stands above the results. */
function findWith(find: SearchEngine["find"]): Find {
  return async (query) => {
    const { code, results } = await find(query, 10);
    const hrefs = results.map(({ href }) => href);
    return code?.kind === "known" ? [code.reference.href, ...hrefs] : hrefs;
  };
}

async function excerpts(query: string): Promise<readonly string[]> {
  const { results } = await engine.find(query, 10);
  return results.map(({ excerpt }) => excerpt.map(({ text, marked }) => (marked ? `*${text}*` : text)).join(""));
}

describe("the search of our own content", () => {
  test("puts every reference first, in every spelling, alone and in a sentence", async () => {
    const codes = whole.references.map(([code]) => code);
    expect(codes).toContain("CID7023");
    for (const [code, spellings] of codeSpellings(codes)) {
      for (const typed of [code, ...spellings].flatMap((one) => [one, `my app says ${one}, what now`])) {
        const { code: found } = await engine.find(typed, 5);
        expect([typed, found]).toMatchObject([typed, { kind: "known", reference: { code, href: `/errors/${code}/` } }]);
      }
    }
  });

  test("puts a section first whose heading was typed, before the page that it stands on", async () => {
    const { results } = await engine.find("Choose a strong password", 5);
    expect(results[0]).toMatchObject({ heading: "Choose a strong password", page: "Change your password" });
  });

  test("is as good as when it was made", async () => {
    const answered = await ask(readQueries(), findWith(engine.find));
    expect(qualityOf(answered.filter(({ kind }) => kind === "codes")).first).toBe(1);
    expect(qualityOf(answered).first).toBeGreaterThanOrEqual(0.88);
    expect(qualityOf(answered).firstThree).toBeGreaterThanOrEqual(0.94);
    expect(qualityOf(answered).reciprocalRank).toBeGreaterThanOrEqual(0.91);
  });

  test("is about as good with an index in parts, of which it fetches a few", async () => {
    fetched.length = 0;
    await cut.find("change my password", 10);
    expect(fetched.length).toBeLessThan(15);
    expect(new Set(fetched).size).toBe(fetched.length);
    const answered = await ask(readQueries(), findWith(cut.find));
    expect(qualityOf(answered.filter(({ kind }) => kind === "codes")).first).toBe(1);
    expect(qualityOf(answered).firstThree).toBeGreaterThanOrEqual(0.94);
  });

  test.each([
    ["passwrod", "passwords"],
    ["log in", "sign in"],
    ["E-Mail can’t arrive", "email can't arrive"],
    ["passkeys set up", "set up passkeys"],
    ["ffurflen càfe password", "ffurflen cafe password"],
  ])("finds about the same for %j as for %j", async (one, other) => {
    const [first, second] = await Promise.all([engine.find(one, 5), engine.find(other, 5)]);
    const hrefs = (answer: typeof first) => answer.results.map(({ href }) => href);
    expect(hrefs(first).filter((href) => hrefs(second).includes(href)).length).toBeGreaterThanOrEqual(2);
  });

  test("looks for no slips in numbers", async () => {
    expect((await engine.find("CID7028", 5)).results).toEqual([]);
    expect((await engine.find("7028", 5)).code).toMatchObject({
      kind: "unknown",
      near: [{ code: "CID7023" }, { code: "CID7029" }],
    });
  });

  test("takes a number that pages name for that number", async () => {
    const { code, results } = await engine.find("7726", 5);
    expect(code).toBeNull();
    expect(results[0]?.href).toBe("/manage/security/suspicious-messages/#what-to-do-with-a-suspicious-message");
  });

  test("shows the sentence around the match, with the words marked", async () => {
    expect((await excerpts("headscarf"))[0]).toBe(
      "You can keep on a *headscarf* or a turban that you wear for your faith.",
    );
    expect((await excerpts("mobile number"))[0]).toMatch(/\*phone\* \*number\*/i);
  });

  test("gives way to other work, such as a key that is pressed, while it is read", async () => {
    let isOpen = false;
    const opening = openFinder(whole, never).then(() => (isOpen = true));
    let turns = 0;
    for (; !isOpen; turns++) await new Promise((resolve) => setTimeout(resolve));
    await opening;
    expect(turns).toBeGreaterThanOrEqual(Math.floor(whole.sections.length / 50));
  });

  test("leads into expanders", async () => {
    const { results } = await engine.find("hotmail", 1);
    expect(results[0]?.href).toMatch(/#(you-use|if-you-are-using)-outlook-hotmail-or-live$/);
  });

  test("has an answer without a result for nothing, and counts all that it does not show", async () => {
    for (const empty of ["", "  ", "?", "what is it", "zzqx"]) {
      expect(await engine.find(empty, 5)).toEqual({ code: null, results: [], total: 0 });
    }
    const { results, total } = await engine.find("password", 3);
    expect(results).toHaveLength(3);
    expect(total).toBeGreaterThan(10);
  });
});

describe("hostile queries", () => {
  test.each([
    "__proto__",
    "constructor",
    "toString hasOwnProperty",
    "=0 =1",
    "(.*)+$ [a-z] \\d{99}",
    "<script>alert(1)</script>",
    "\u0000\u001b\u202e\ufeff",
    "\ud800\udfff\ud800",
    "a ".repeat(500_000),
    "x".repeat(1_000_000),
    "9".repeat(1_000_000),
    "CID".repeat(100_000),
    "'".repeat(100_000),
    "-a".repeat(100_000),
  ])("are answered: %#", async (query) => {
    for (const { find } of [engine, cut]) {
      const { code, results, total } = await find(query, 10);
      expect(results.length).toBeLessThanOrEqual(Math.min(10, total));
      expect(code === null || code.kind === "unknown").toBe(true);
    }
  });

  test("of any kind are answered, and what is shown comes from the index", async () => {
    const texts = JSON.stringify(whole);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 80 }), async (query) => {
        const { results } = await engine.find(query, 3);
        for (const { heading, page } of results) {
          expect(texts).toContain(JSON.stringify(heading));
          expect(texts).toContain(JSON.stringify(page));
        }
      }),
    );
  });
});
