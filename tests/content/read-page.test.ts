import { describe, expect, test } from "vitest";
import type { FilesInMemory } from "../support/site-from.ts";
import { article, inShort, page, siteFrom } from "../support/site-from.ts";

async function load(fields: FilesInMemory, body = "Some words. More words.\n") {
  const { site, diagnostics } = await siteFrom({ "a/b.md": article(body, fields), "c.md": article("Words.") });
  return { page: site.articles[0], faults: diagnostics.map(inShort), diagnostics };
}

describe("the fields of a page", () => {
  test("are all read", async () => {
    const { page: read, faults } = await load({
      short_title: "Short",
      pageName: "a:b",
      layout: "layouts/article.njk",
      aliases: "[/old/]",
      last_reviewed: "2026-01-31",
      next_review: "2027-01-31",
      owner: "Account team",
      search_terms: "[log on, sign on]",
      lang: "cy",
      translationOf: "c.md",
      allow: "[long-sentence]",
    });
    expect(faults).toEqual([]);
    expect(read).toMatchObject({
      file: "a/b.md",
      address: "/a/b/",
      title: "Passwords",
      shortTitle: "Short",
      subtitle: "About passwords",
      pageName: "a:b",
      hub: "home",
      position: 1,
      layout: "article.njk",
      aliases: { addresses: ["/old/"] },
      lastReviewed: "2026-01-31",
      nextReview: "2027-01-31",
      owner: "Account team",
      searchTerms: ["log on", "sign on"],
      lang: "cy",
      translationOf: "c.md",
    });
  });

  test("have defaults: the title as short title, the address as page name", async () => {
    expect((await load({})).page).toMatchObject({ shortTitle: "Passwords", pageName: "a:b", lang: "en-GB", draft: false });
  });

  test.each([
    [{ title: "" }, "error missing-field a/b.md:1:1"],
    [{ type: "" }, "error missing-field a/b.md:1:1"],
    [{ hub: "" }, "error missing-field a/b.md:1:1"],
    [{ title: "null" }, "error empty-field a/b.md:2:1"],
    [{ title: "[a]" }, "error malformed-field a/b.md:2:8"],
    [{ title: '"   "' }, "error malformed-field a/b.md:2:8"],
    [{ title: `"${"x".repeat(10_000)}"` }, "error malformed-field a/b.md:2:8"],
    [{ title: '"a\\u202Eb"' }, "error malformed-field a/b.md:2:8"],
    [{ type: "artikle" }, "error malformed-field a/b.md:4:7"],
    [{ titel: "A" }, "warning unknown-field a/b.md:7:1"],
    [{ subtitle: "" }, null],
    [{ permalink: "../../x" }, "error steering-field a/b.md:7:1"],
    [{ permalink: "/.htaccess" }, "error steering-field a/b.md:7:1"],
    [{ eleventyComputed: "a" }, "error steering-field a/b.md:7:1"],
    [{ pagination: "a" }, "error steering-field a/b.md:7:1"],
    [{ templateEngineOverride: "njk" }, "error steering-field a/b.md:7:1"],
    [{ eleventyExcludeFromCollections: "true" }, "error steering-field a/b.md:7:1"],
    [{ "override:title": "a" }, "error steering-field a/b.md:7:1"],
    [{ tags: "a" }, "warning steering-field a/b.md:7:1"],
    [{ date: "not-a-date" }, "warning steering-field a/b.md:7:1"],
    [{ pageName: "Upper Case" }, "warning malformed-field a/b.md:7:11"],
    [{ position: "010" }, "warning malformed-field a/b.md:6:11"],
    [{ position: "1e3" }, "warning malformed-field a/b.md:6:11"],
    [{ position: ".inf" }, "warning malformed-field a/b.md:6:11"],
    [{ position: '"2"' }, "warning malformed-field a/b.md:6:11"],
    [{ position: "-1" }, "warning malformed-field a/b.md:6:11"],
    [{ position: "0" }, "warning malformed-field a/b.md:6:11"],
    [{ last_reviewed: "2026-02-30" }, "warning malformed-field a/b.md:7:16"],
    [{ last_reviewed: "0000-01-01" }, "warning malformed-field a/b.md:7:16"],
    [{ layout: "layouts/nosuch.njk" }, "warning unknown-layout a/b.md:7:9"],
    [{ layout: "../../secret" }, "error layout-outside-folder a/b.md:7:9"],
    [{ layout: "/etc/passwd" }, "error layout-outside-folder a/b.md:7:9"],
    [{ layout: "[a]" }, "warning malformed-field a/b.md:7:9"],
    [{ layout: "3" }, "warning unknown-layout a/b.md:7:9"],
    [{ aliases: "[old]" }, "error malformed-field a/b.md:7:10"],
    [{ aliases: "[/good/, bad one]" }, "error malformed-field a/b.md:7:10"],
    [{ draft: "yes" }, "error malformed-field a/b.md:7:8"],
  ])("are named where they are wrong: %j", async (fields: FilesInMemory, fault) => {
    const { faults } = await load(fields);
    if (fault === null) expect(faults).toEqual([]);
    else expect(faults).toContain(fault);
  });

  test("offer the nearest known field, and never so that one would stand there twice", async () => {
    const fixOf = async (fields: FilesInMemory) => (await load(fields)).diagnostics.find(({ rule }) => rule === "unknown-field")?.fix;
    expect(await fixOf({ title: "", titel: "A" })).toBe("Change it to title");
    expect(await fixOf({ reviewer: "A" })).toMatch(/^Delete it, or use one of: title, /);
    expect(await fixOf({ hubs: "A", hub: "" })).toBe("If you mean hub, write that; if not, delete the line");
    expect(await fixOf({ subtitel: "A" })).toBe(
      "If you mean subtitle, it is written already: keep one of the two and delete the other",
    );
  });

  test("say what became of a value that starts with #", async () => {
    const { diagnostics } = await load({ subtitle: "#hello: you" });
    expect(diagnostics.map(({ message, fix }) => [message, fix])).toEqual([
      ["subtitle has no value: what stands after a # is left out", 'Put the whole value in quotes: subtitle: "#hello: you"'],
    ]);
  });

  test("count as not written after a warning", async () => {
    expect((await load({ position: "010", pageName: "A B" })).page).toMatchObject({ position: null, pageName: "a:b" });
  });

  test("are text even where they look like a template", async () => {
    expect((await load({ title: '"{{7*7}} {% raw %} ${x} </title><script>"' })).page?.title).toBe("{{7*7}} {% raw %} ${x} </title><script>");
  });

  test("a title that is a number is the text that was typed", async () => {
    expect((await load({ title: "2024" })).page?.title).toBe("2024");
    expect((await load({ title: "2024-01-02" })).page?.title).toBe("2024-01-02");
    expect((await load({ title: "yes" })).page?.title).toBe("yes");
  });
});

describe("the days of a review", () => {
  test("may be one day, or stand alone", async () => {
    expect((await load({ last_reviewed: "2026-01-31", next_review: "2026-01-31" })).faults).toEqual([]);
    expect((await load({ next_review: "2001-01-31" })).faults).toEqual([]);
  });

  test("are warned of back to front, at the next one", async () => {
    const { faults, page } = await load({ last_reviewed: "2026-11-02", next_review: "2026-02-11" });
    expect(faults).toEqual(["warning dates-back-to-front a/b.md:8:14"]);
    expect(page).toMatchObject({ lastReviewed: "2026-11-02", nextReview: "2026-02-11" });
  });
});

describe("a translation", () => {
  const faultsOf = async (translationOf: string, others: FilesInMemory = {}) =>
    (await siteFrom({ "cy/a.md": article("Geiriau.", { lang: "cy", translationOf }), ...others })).diagnostics.map(inShort);

  test.each(["manage/a.md", "/manage/a.md", "./manage/a.md", "index.md"])("may name a page: %s", async (file) => {
    expect(await faultsOf(file, { "manage/a.md": article("Words.") })).toEqual([]);
  });

  test("may name a page that is a draft, or has a fault of its own", async () => {
    expect(await faultsOf("b.md", { "b.md": article("Words.", { draft: "true" }) })).toEqual([]);
    expect(await faultsOf("b.md", { "b.md": "no fields" })).toEqual(["error missing-front-matter b.md:1:1"]);
  });

  test("is warned of where it names none, and the nearest is offered", async () => {
    const fields = { lang: "cy", translationOf: "manage/pasword.md" };
    const { diagnostics } = await siteFrom({ "cy/a.md": article("Geiriau.", fields), "manage/password.md": article("Words.") });
    expect(diagnostics.map(inShort)).toEqual(["warning unknown-translation cy/a.md:8:16"]);
    expect(diagnostics[0]?.fix).toBe("If you mean manage/password.md, write that; if not, write the path of the other page's file");
  });
});

describe("index.md at the top", () => {
  test("is the front page, whose name and hub may be left out", async () => {
    const { site, diagnostics } = await siteFrom({ "index.md": page({ title: "Welcome", type: "hub", subtitle: "Hello" }) });
    expect(diagnostics).toEqual([]);
    expect(site.home).toMatchObject({ title: "Welcome", name: "home", hub: null, address: "/", layout: "home.njk" });
  });

  test("is a hub even if it says something else, with a warning", async () => {
    const { site, diagnostics } = await siteFrom({ "index.md": page({ title: "Welcome", type: "page" }) });
    expect(diagnostics.map(inShort)).toEqual(["warning home-not-a-hub index.md:3:7"]);
    expect(site.home.title).toBe("Welcome");
  });
});

describe("drafts", () => {
  const files = { "a.md": article("Words.", { draft: "true" }) };
  test("are left out of the site", async () => {
    expect((await siteFrom(files)).site.articles).toEqual([]);
  });
  test("are part of it when they are asked for", async () => {
    expect((await siteFrom(files, { drafts: true })).site.articles).toHaveLength(1);
  });
});
