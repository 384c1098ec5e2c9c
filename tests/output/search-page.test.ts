/** The search page without a script: what it lists, and how. */
import { parse } from "parse5";
import { describe, expect, test } from "vitest";
import { openLayouts } from "../../src/output/layouts.ts";
import { letterLists } from "../../src/output/search-page.ts";
import { all, attribute, only, textOf } from "../support/page.ts";
import { layoutData } from "./layout-data.ts";
import type { PageParts } from "./layout-data.ts";
import { reference, siteOf } from "./site-values.ts";

/** The texts under each letter. */
function lettersOf(titles: readonly string[], lang = "en-GB") {
  const articles = titles.map((title, at) => ({ file: `page-${at}.md`, title, lang }));
  return letterLists(siteOf({ articles, settings: { lang } })).map(({ letter, items }) => [
    letter,
    items.map(({ text }) => text),
  ]);
}

describe("by letter", () => {
  test("are articles and references, each under the first letter of its title, in order", () => {
    const site = siteOf({
      settings: { pathPrefix: "/help/" },
      articles: [
        { file: "b.md", title: "Change your name" },
        { file: "a.md", title: "Apps" },
      ],
      errorReferences: [reference({ code: "CID7023", title: "We cannot connect" })],
    });
    expect(letterLists(site)).toEqual([
      { letter: "A", id: "letter-a", items: [{ text: "Apps", href: "/help/a/" }] },
      { letter: "C", id: "letter-c", items: [{ text: "Change your name", href: "/help/b/" }] },
      { letter: "W", id: "letter-w", items: [{ text: "We cannot connect (CID7023)", href: "/help/errors/CID7023/" }] },
    ]);
  });

  test("capitals, accents, signs and apostrophes do not count", () => {
    expect(lettersOf(["éclair", "Eat", "“Echo”", "ebb", "I'll", "Ill"])).toEqual([
      ["E", ["Eat", "ebb", "“Echo”", "éclair"]],
      ["I", ["I'll", "Ill"]],
    ]);
  });

  test("what begins with a number or holds no letter comes last; other alphabets have their letters", () => {
    expect(lettersOf(["2 steps", "🙂", "Zebra", "Ёлка", "10 tips"])).toEqual([
      ["Z", ["Zebra"]],
      ["Е", ["Ёлка"]],
      [null, ["🙂", "10 tips", "2 steps"]],
    ]);
  });

  test("Welsh has letters of two signs, in an order of its own", () => {
    const titles = ["Therapi", "Rhowch", "Cyfrif", "Ddoe", "Apiau", "Chwilio", "Newid", "Dod", "Ngwlad", "Haf", "Galw"];
    const letters = lettersOf([...titles, "Ёлка", "10"], "cy").map(([letter]) => letter);
    expect(letters).toEqual(["A", "C", "Ch", "D", "Dd", "G", "Ng", "H", "N", "Rh", "Th", "Е", null]);
    expect(lettersOf(["Chwilio", "Cyfrif"])).toEqual([["C", ["Chwilio", "Cyfrif"]]]);
  });

  test("an English title among Welsh ones is below its English letter", () => {
    const articles = [
      { file: "a.md", title: "The link has expired", lang: "en-GB" },
      { file: "b.md", title: "Therapi", lang: "cy" },
    ];
    const lists = letterLists(siteOf({ articles, settings: { lang: "cy" } }));
    expect(lists.map(({ letter, id }) => [letter, id])).toEqual([
      ["T", "letter-t"],
      ["Th", "letter-th"],
    ]);
  });

  test("the same titles come in the order of their addresses, whatever the order of the articles", () => {
    const site = siteOf({ articles: ["b.md", "a.md"].map((file) => ({ file, title: "Same" })) });
    const hrefs = (one: typeof site) => letterLists(one).flatMap(({ items }) => items.map(({ href }) => href));
    expect(hrefs(site)).toEqual(["/a/", "/b/"]);
    expect(hrefs({ ...site, articles: site.articles.toReversed() })).toEqual(["/a/", "/b/"]);
  });

  test("is nothing for a site without articles", () => {
    expect(letterLists(siteOf({}))).toEqual([]);
  });
});

describe("search.njk", () => {
  const layouts = openLayouts("layouts");
  const mainOf = (entry: PageParts["entry"] = {}, site: PageParts["site"] = {}) =>
    only(parse(layouts.render(layoutData(layouts, { layout: "search.njk", entry, site }))), "main");

  test("has a field to search, then one for a reference that leads to the list of references", () => {
    const forms = all(mainOf(), "form").map((form) => [
      attribute(form, "action"),
      attribute(form, "method"),
      attribute(only(form, "input"), "name"),
    ]);
    expect(forms).toEqual([
      ["/help/search/", "get", "q"],
      ["/help/errors/", "get", "code"],
    ]);
    expect(all(mainOf({ errorReferences: [] }, { errorsHref: null }), "form")).toHaveLength(1);
  });

  test("lists every article by hub, every reference after them, and both by letter", () => {
    const links = all(mainOf(), ".app-link-list a").map((link) => `${attribute(link, "href")} ${textOf(link)}`);
    expect(links).toEqual([
      "/help/sign-in/ Sign in",
      "/help/errors/#cid2011 CID2011: A problem with your number",
      "/help/errors/#cid7023 CID7023: We cannot connect",
      "/help/sign-in/ Sign in",
    ]);
    const letters = all(mainOf(), ".app-letters a").map((link) => [attribute(link, "href"), textOf(link)]);
    expect(letters).toEqual([["#letter-s", "S"]]);
    expect(attribute(only(mainOf(), "#letter-s"), "id")).toBe("letter-s");
    const numbers = { letter: null, id: "letter-none", items: [] };
    expect(textOf(only(mainOf({ letters: [numbers] }), "#letter-none"))).toBe("Numbers and signs");
  });

  test("hides what only a script fills, and says nothing in its live region", () => {
    expect(attribute(only(mainOf(), ".app-search-results"), "hidden")).toBe("");
    expect(textOf(only(mainOf(), '[role="status"]'))).toBe("");
  });

  test("is one of three pages that search: the header's field asks the same of the same page", () => {
    const fields = ["article.njk", "home.njk", "search.njk", "not-found.njk"].flatMap((layout) =>
      all(parse(layouts.render(layoutData(layouts, { layout }))), "search form").map((form) => [
        attribute(form, "action"),
        attribute(form, "method"),
        attribute(only(form, "input"), "name"),
        attribute(only(form, "input"), "type"),
      ]),
    );
    expect(fields.length).toBe(7);
    for (const field of fields) expect(field).toEqual(["/help/search/", "get", "q", "search"]);
  });

  test.each([true, false])("its header names what a script loads when a field is touched (NHS identity: %s)", (nhs) => {
    const page = parse(layouts.render(layoutData(layouts, { layout: "article.njk", site: { nhsIdentity: nhs } })));
    const search = only(page, "header search");
    expect([
      attribute(search, "data-script"),
      attribute(search, "data-styles"),
      attribute(search, "data-index"),
    ]).toEqual(["/help/assets/search-1.js", "/help/assets/search-1.css", "/help/api/search.json"]);
    expect(JSON.parse(attribute(search, "data-words") ?? "")).toMatchObject({ label: "Suggestions" });
    const head = [...all(page, "head script"), ...all(page, "head link")];
    const loaded = head.map((one) => attribute(one, "src") ?? attribute(one, "href"));
    expect(loaded.filter((href) => href?.includes("search"))).toEqual([]);
  });
});
