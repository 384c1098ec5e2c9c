import { parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import { withReferences } from "../../src/markdown/references.ts";
import { all, textOf } from "../support/page.ts";
import { render } from "./render.ts";

/** The words of the references that are set in some Markdown, and of those that are kept with the word before them. */
function set(markdown: string, html = render(markdown).body.html) {
  const page = parseFragment(html);
  return {
    codes: all(page, ".app-reference").map(textOf),
    phrases: all(page, ".app-reference-phrase").map(textOf),
  };
}

describe("references", () => {
  test("in a heading are set by themselves, and nothing else of it changes", () => {
    const { body } = render("## **CID2011**: There may be a [problem](/b/) with CID70231");
    expect(set("", body.html)).toEqual({ codes: ["CID2011", "CID70231"], phrases: [] });
    expect(body.facts.headings).toMatchObject([
      { text: "CID2011: There may be a problem with CID70231", id: "cid2011-there-may-be-a-problem-with-cid70231" },
    ]);
    expect(textOf(parseFragment(body.html))).toBe("CID2011: There may be a problem with CID70231");
  });

  test("are not found in the number of a sign", () => {
    const html = withReferences("a &#X1234; b X1234", { prefix: "X", fewestDigits: 4, mostDigits: 4 });
    expect(html).toBe('a &#X1234; b <span class="app-reference">X1234</span>');
  });

  test.each([
    "Reference CID7023",
    "reference CID7023",
    "Reference: CID7023",
    "Cyfeirnod CID7023",
    "cyfeirnod gwall CID7023",
  ])("keep the word in %s beside them", (words) => {
    expect(set(`### We cannot connect - ${words}, today`)).toEqual({ codes: ["CID7023"], phrases: [words] });
  });

  test.each([
    ["in an expander's summary", "::: expander Reference CID7023\nWords.\n:::"],
    ["in an expander that was written as HTML", "<details><summary>Reference CID7023</summary>\nWords.\n</details>"],
    ["in an expander in a table", "| a |\n| - |\n| <details><summary>Reference CID7023</summary>b</details> |"],
    ["in the heading of a box", "::: warning Reference CID7023\nWords.\n:::"],
    ["in a heading that was written as HTML", "<h2>Reference CID7023</h2>"],
    ["in a heading under a line", "Reference CID7023\n---"],
  ])("are set %s", (_, markdown) => {
    expect(set(markdown)).toEqual({ codes: ["CID7023"], phrases: ["Reference CID7023"] });
  });

  test.each([
    ["a paragraph", "Reference CID7023"],
    ["the words of an expander", "::: expander Help\nCID7023\n:::"],
    ["code", "## `CID7023`"],
    ["an address", "## [Help](/contact?error=CID7023)"],
    ["a longer word", "## XCID7023 CID702345"],
    ["preference", "## A preference for CID702345"],
  ])("are left alone in %s", (_, markdown) => {
    expect(set(markdown)).toEqual({ codes: [], phrases: [] });
  });

  test("are parted from a word that only ends like theirs", () => {
    expect(set("## My preference CID7023")).toEqual({ codes: ["CID7023"], phrases: [] });
  });

  test("look as the site says", () => {
    const codes = { prefix: "ERR", fewestDigits: 3, mostDigits: 3 };
    expect(set("", render("## ERR404 and CID7023", { codes }).body.html).codes).toEqual(["ERR404"]);
  });

  test("keep the ids of headings with the same words apart", () => {
    expect(render("## CID7023\n\n## CID7023").body.facts.headings.map(({ id }) => id)).toEqual([
      "cid7023",
      "cid7023-1",
    ]);
  });
});
