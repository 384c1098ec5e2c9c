import { describe, expect, test } from "vitest";
import type { TextBlock } from "../../src/model/text-block.ts";
import { noProse, spanIn } from "../../src/model/text-block.ts";
import { render } from "./render.ts";

function blocksOf(markdown: string): readonly TextBlock[] {
  return render(markdown).body.facts.blocks;
}

function inShort({ kind, level, text, lang }: TextBlock): string {
  return `${kind}${level ?? ""}${lang === null ? "" : ` (${lang})`}: ${text}`;
}

describe("the blocks of words of a body", () => {
  test.each([
    ["## A *heading* {#id}\n\nWords\nand `code`.", ["heading2: A heading", "paragraph: Words and code."]],
    ["- one\n\n  two\n- [three](/a)", ["list-item: one", "list-item: two", "list-item: three"]],
    ["> quoted", ["quote: quoted"]],
    [
      "| A | B |\n| --- | --- |\n| Yes | Yes |\n\nTable: What *it* shows",
      ["caption: What it shows", "cell: A", "cell: B", "cell: Yes", "cell: Yes"],
    ],
    ["::: expander A summary\nInside.\n:::", ["summary: A summary", "paragraph: Inside."]],
    ["::: warning Take care\nInside.\n:::", ["box-heading: Take care", "paragraph: Inside."]],
    [
      "<details>\n<summary>\n  <span>A   summary</span>\n</summary>\n<div><p>One</p>\n<ul><li>two</li></ul>\n\n    three\n</div></details>",
      ["summary: A summary", "paragraph: One", "list-item: two", "paragraph: three"],
    ],
    [
      "<h3>Raw</h3>\n<table><caption>C</caption><tr><td>D</td></tr></table>",
      ["heading3: Raw", "caption: C", "cell: D"],
    ],
    ["one<br>two  \nthree &amp; four\\*", ["paragraph: one two three & four*"]],
    ["before <ul><li>in</li></ul> after", ["paragraph: before", "list-item: in", "paragraph: after"]],
    ['<div lang="cy"><p>Geiriau</p></div>\n\nWords', ["paragraph (cy): Geiriau", "paragraph: Words"]],
    ["Geiriau {lang=cy}", ["paragraph (cy): Geiriau"]],
    ["```\ncode\n```\n\n![](a.png)\n\n---", []],
    [
      "<b>never closed\n\n<em>nor this\n\nWords",
      ["paragraph: never closed", "paragraph: nor this", "paragraph: Words"],
    ],
  ])("of %j are %j", (markdown, blocks) => {
    expect(blocksOf(markdown).map(inShort)).toEqual(blocks);
  });

  test.each([
    ["Write `npm run` now", "Write ### ### now"],
    ["From noreply@login.example.org, or www.example.com.", "From #########################, or ###############."],
    ["See <https://example.org/a> and https://example.org", "See ##################### and ###################"],
    ['Say <span lang="cy">bore da</span> or [da](/a){lang=cy}', "Say #### ## or ##"],
    ["A ![picture](a.png) here", "A # here"],
    ["An <abbr title=Words>ABC</abbr> here", "An ### here"],
    ["Pay £2.50, e.g. at 9.30am. Then go", "Pay £2.50, e.g. at 9.30am. Then go"],
  ])("%j has the prose %j", (markdown, prose) => {
    const [block] = blocksOf(markdown);
    expect(block?.prose.replaceAll(noProse, "#")).toBe(prose);
    expect(block?.prose).toHaveLength(block?.text.length ?? 0);
  });

  test("judges two cells of a row that hold the same words", () => {
    const cells = blocksOf("| A | A |\n| --- | --- |\n| Yes | Yes |");
    expect(cells.map(({ prose }) => prose)).toEqual(["A", "A", "Yes", "Yes"]);
    expect(cells.map((cell) => spanIn(cell, 0, 1).column)).toEqual([3, 7, 3, 9]);
  });

  test("does not judge words that our own code writes", () => {
    const video = "::: video A title\n[Watch](https://example.org/)\n\nSpeaker: Hello.\n:::";
    const summary = blocksOf(video).find(({ kind }) => kind === "summary");
    expect(summary?.text).toBe("Transcript of A title");
    expect(summary?.prose).not.toMatch(/\w/);
  });

  test.each([
    "## A heading {#id}",
    "Hello *em **strong em*** `code` a\n  second line with [a link *it* \"q\"](/u 'to to') to [ref][r] end.\n\n[r]: /x",
    "> - quoted one\n>   more *words*\n>\n>   ::: expander A *sum* here\n>       deep\n>         text\n>   :::",
    "| A | B |\n| --- | --- |\n| x *y* | <details><summary>S</summary>in cell</details> |\n| z | z |\n\nTable: The cap*tion*",
    "***a* b** and **c*d*e** _f_g_ \\\\* **\\*bold** &amp; more",
    "<p>An <em>html</em> para\n   next   line</p>",
    "Words before <ul><li>li</li></ul> and after",
    "<details class='x'>\n  <summary>\n    <span>  The summary </span>\n  </summary>\n  <div>\n\n    Indented words\n    - item\n\n  </div>\n</details>",
  ])("stand where their runs say, in %j", (markdown) => {
    const lines = markdown.split("\n");
    const blocks = blocksOf(markdown);
    expect(blocks.flatMap(({ runs }) => runs)).not.toEqual([]);
    for (const { text, prose, runs } of blocks) {
      const placed = new Set(runs.flatMap(({ offset, length }) => Array.from({ length }, (_, at) => offset + at)));
      for (const { index } of prose.matchAll(/[^\s\uFFFC]/g)) expect(placed).toContain(index);
      for (const { line, column, length, sourceLength, offset } of runs) {
        const written = lines[line - 1]?.slice(column - 1, column - 1 + sourceLength);
        if (length === sourceLength) expect(written).toBe(text.slice(offset, offset + length));
      }
    }
  });

  test("has columns that stay right behind escapes and entities", () => {
    const markdown = "a \\* b &amp; c&nbsp;d &rsquo;s end";
    const [block] = blocksOf(markdown);
    const column = (word: string): number => spanIn(block!, block!.text.indexOf(word), block!.text.length).column - 1;
    for (const word of ["b", "c", "d", "s end", "end"])
      expect(column(word)).toBe(markdown.search(new RegExp(`${word}(?!\\w)(?!;)`)));
    expect(spanIn(block!, block!.text.indexOf("’"), block!.text.indexOf("’") + 1)).toMatchObject({
      column: 23,
      endColumn: 30,
    });
  });

  test("counts lines with the front matter", () => {
    const { blocks } = render("Words", { firstLine: 9 }).body.facts;
    expect(spanIn(blocks[0]!, 0, 5)).toEqual({ file: "manage/passwords.md", line: 9, column: 1, endColumn: 6 });
  });

  test("know what is in italics, what is bold, and what are the words of a link", () => {
    const [block] = blocksOf(
      "one *two **three*** <i>four</i> <b>five</b> [six *s*](/a) [t] <a href='/a'>x</a>\n\n[t]: /a",
    );
    const words = (key: "isEmphasised" | "isBold" | "isLink") =>
      block?.runs.filter((run) => run[key]).map(({ offset, length }) => block.text.slice(offset, offset + length));
    expect([words("isEmphasised"), words("isBold"), words("isLink")]).toEqual([
      ["two", "three", "four", "s"],
      ["three", "five"],
      ["six", "s", "t", "x"],
    ]);
  });

  test("know their list, and the words before it", () => {
    const blocks = blocksOf("Lead:\n\n- a\n\n  more\n- b\n  1. c\n\n---\n\n- d");
    expect(
      blocks.map(
        ({ text, item }) =>
          item && [text, item.list.number, item.list.isNumbered, item.position, item.isFirst, item.list.leadIn?.text],
      ),
    ).toEqual([
      null,
      ["a", 0, false, 0, true, "Lead:"],
      ["more", 0, false, 0, false, "Lead:"],
      ["b", 0, false, 1, true, "Lead:"],
      ["c", 1, true, 0, true, "b"],
      ["d", 2, false, 0, true, undefined],
    ]);
  });
});
