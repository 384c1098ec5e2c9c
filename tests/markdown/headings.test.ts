import { describe, expect, test } from "vitest";
import { faults, render } from "./render.ts";

function headings(markdown: string, headingAliases: Record<string, string> = {}) {
  return render(markdown, { headingAliases }).body.facts.headings;
}

describe("headings", () => {
  test("have the ids of github-slugger", () => {
    const found = headings("## What's *new*, `CID2011`?\n\n### Ünïcode & more");
    expect(found.map(({ level, text, id }) => [level, text, id])).toEqual([
      [2, "What's new, CID2011?", "whats-new-cid2011"],
      [3, "Ünïcode & more", "ünïcode--more"],
    ]);
  });

  test("with the same words have ids of their own", () => {
    expect(headings("## A\n\n## A\n\n## A").map(({ id }) => id)).toEqual(["a", "a-1", "a-2"]);
  });

  test("keep the id that their editor gave them, and others keep clear of it", () => {
    expect(headings("## A\n\n## B {#a}").map(({ id }) => id)).toEqual(["a-1", "a"]);
  });

  test("never take an id of the site's own, nor a name that objects have", () => {
    const ids = headings("## Search\n\n## Constructor\n\n## !!!").map(({ id }) => id);
    expect(ids).toEqual(["search-1", "constructor-1", "section"]);
  });

  test("come before expanders in the choice of ids, wherever they stand", () => {
    const { facts } = render("::: expander Help\nWords.\n:::\n\n## Help").body;
    expect(facts.headings[0]?.id).toBe("help");
    expect(facts.expanders[0]?.id).toBe("help-1");
  });

  test("can still be reached by their older, percent-encoded ids", () => {
    const { body } = render("## CID2011: There may be a problem");
    expect(body.html).toBe(
      '<h2 id="cid2011-there-may-be-a-problem"><span class="app-anchor" id="cid2011:-there-may-be-a-problem"></span>' +
        '<span class="app-reference">CID2011</span>: There may be a problem</h2>\n',
    );
    expect(body.facts.headings[0]?.aliases).toEqual([
      "cid2011:-there-may-be-a-problem",
      "cid2011%3A-there-may-be-a-problem",
    ]);
    expect([...body.facts.ids]).toEqual(expect.arrayContaining(["cid2011%3A-there-may-be-a-problem"]));
  });

  test("with an apostrophe can be reached by the ids of both kinds", () => {
    const [heading] = render("## Your surgery's codes\n").body.facts.headings;
    expect(heading?.aliases).toEqual(["your-surgery's-codes", "your-surgery’s-codes", "your-surgery%E2%80%99s-codes"]);
  });

  test("with the same words keep their older ids apart as well", () => {
    expect(headings("## A: b\n\n## A: b").map(({ aliases }) => aliases[0])).toEqual(["a:-b", "a:-b-1"]);
  });

  test("can be reached by the aliases that the front matter gives", () => {
    const { body } = render("## New words", { headingAliases: { "old-words": "new-words" } });
    expect(body.html).toContain('<span class="app-anchor" id="old-words"></span>');
    expect(body.facts.headings[0]?.aliases).toEqual(["old-words"]);
  });

  test("are missed where an alias leads to none", () => {
    const { diagnostics } = render("## New words", { headingAliases: { old: "gone" } });
    expect(diagnostics.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(["warning alias-without-heading"]);
  });

  test("of the first level are shown as second, with a warning", () => {
    expect(render("# Title").body.html).toBe('<h2 id="title">Title</h2>\n');
    expect(faults("Title\n=====")).toEqual(["warning 1:1-6 heading-one-in-body"]);
    expect(render("<h1>Title</h1>").body.html).toBe('<h2 id="title">Title</h2>');
  });

  test("written as HTML count, and get ids", () => {
    const { body } = render('<h2>By <em>hand</em></h2>\n<h3 id="own">Own</h3>');
    expect(body.facts.headings.map(({ level, text, id }) => [level, text, id])).toEqual([
      [2, "By hand", "by-hand"],
      [3, "Own", "own"],
    ]);
    expect(body.html).toContain('<h2 id="by-hand">By <em>hand</em></h2>');
  });
});
