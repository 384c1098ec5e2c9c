import { describe, expect, test } from "vitest";
import type { SourceSpan } from "../../src/model/diagnostic.ts";
import { render } from "./render.ts";

/** What stands in some Markdown at a place. */
function at(markdown: string, { line, column, endColumn }: SourceSpan): string | undefined {
  return markdown.split("\n")[line - 1]?.slice(column - 1, endColumn - 1);
}

describe("what is in a body", () => {
  test.each([
    ["[words](/a)", ["/a"]],
    ["text [words]( </a b> 'title') text", ["/a b"]],
    ["[a [b]](/c) and ![d](/e.png) [f](/g)", ["/c", "/g"]],
    ["First line\nsecond [a](/b)\n  third [c](/d)", ["/b", "/d"]],
    ["> - quoted [a](/b)\n>   more [c](/d)", ["/b", "/d"]],
    ["| [a](/b) | [a](/b) |\n| --- | --- |\n| [c](/d) | x [e](/f) |", ["/b", "/b", "/d", "/f"]],
    ["<https://example.org/>", ["https://example.org/"]],
    ["<details>\n<summary>A [s](/t)</summary>\n\n      Deep [a](/b)\n</details>", ["/t", "/b"]],
    ["::: inset\n    Deep [a](/b)\n:::", ["/b"]],
    ['Raw <a href="/a">one</a>\n\n<ul>\n  <li><a class=x href=/b>two</a></li>\n</ul>', ["/a", "/b"]],
    ["## Heading [a](/b) ##", ["/b"]],
    ["Words before <ul><li>[a](/b)</li></ul> and [c](/d)", ["/b", "/d"]],
  ])("finds the links of %j, each at its address", (markdown, hrefs) => {
    const { links } = render(markdown).body.facts;
    expect(links.map(({ href }) => href)).toEqual(hrefs);
    expect(links.map(({ span }) => at(markdown, span))).toEqual(hrefs);
  });

  test("gives a link by reference the place of its words, and its address as it is defined", () => {
    const markdown = "See [the page][p].\n\n[p]: ../sign-in.md";
    const [link] = render(markdown).body.facts.links;
    expect(link?.href).toBe("../sign-in.md");
    expect(link && at(markdown, link.span)).toBe("the page");
  });

  test("gives links the words that they show, and their titles", () => {
    const { links } = render("[**Contact** `us` ![now](/a.png)](/contact 'Get help') <a href=/b title=T>b <b>c</b></a>")
      .body.facts;
    expect(links.map(({ text, title }) => [text, title])).toEqual([
      ["Contact us now", "Get help"],
      ["b c", "T"],
    ]);
  });

  test("finds contact links, each at its code", () => {
    const markdown =
      "[Contact us](/contact?error=CID7023 'Contact us') or\n[us](/contact/?a=1&error=CID1111#x), not [this](/contact).";
    const { contactLinks } = render(markdown).body.facts;
    expect(contactLinks.map(({ code, text }) => [code, text])).toEqual([
      ["CID7023", "Contact us"],
      ["CID1111", "us"],
    ]);
    expect(contactLinks.map(({ span }) => at(markdown, span))).toEqual(["CID7023", "CID1111"]);
  });

  test("finds pictures, with and without alternative text", () => {
    const markdown = '![A letter](letter.png "Title") ![](b.png)\n\n<img src="c.png"> <img src="d.png" alt="">';
    const { pictures } = render(markdown).body.facts;
    expect(pictures.map(({ src, alt }) => [src, alt])).toEqual([
      ["letter.png", "A letter"],
      ["b.png", ""],
      ["c.png", null],
      ["d.png", ""],
    ]);
    expect(pictures.map(({ span }) => at(markdown, span))).toEqual(["letter.png", "b.png", "c.png", "d.png"]);
  });

  test("finds expanders, and every id that a fragment can lead to", () => {
    const { facts } = render(
      '## One\n\n<details id="own"><summary>Two</summary>x</details>\n\n::: expander Three\n<p id="four">x</p>\n:::',
    ).body;
    expect(facts.expanders.map(({ summary, id, span }) => [summary, id, span.line])).toEqual([
      ["Two", "own", 3],
      ["Three", "three", 5],
    ]);
    expect([...facts.ids].toSorted()).toEqual(["four", "one", "own", "three"]);
  });

  test.each([
    ["One two. Three four.", "One two."],
    ["## Heading\n\nIs it **so**? Yes.", "Is it so?"],
    ["- item\n\nVersion 2.5 of it. More.", "Version 2.5 of it."],
    ["No end", "No end"],
    ["", ""],
    ["## Only a heading", ""],
  ])("takes the first sentence from %j", (markdown, sentence) => {
    expect(render(markdown).body.facts.firstSentence).toBe(sentence);
  });

  test("counts lines with the front matter", () => {
    const { facts } = render("Words.\n\n## Heading", { firstLine: 11 }).body;
    expect(facts.headings[0]?.span).toEqual({ file: "manage/passwords.md", line: 13, column: 1, endColumn: 11 });
  });
});
