import { describe, expect, test } from "vitest";
import type { LinkParts } from "../../src/model/body.ts";
import { render } from "./render.ts";

/** What the file holds where each part of each link stands. */
function partsIn(markdown: string): readonly (readonly (string | null)[])[] {
  const lines = markdown.split(/\r\n?|\n/);
  return render(markdown).body.facts.links.map(({ parts }) =>
    (["words", "address", "title", "spacedTitle"] as const satisfies readonly (keyof LinkParts)[]).map((name) => {
      const span = parts[name];
      return span && (lines[span.line - 1]?.slice(span.column - 1, span.endColumn - 1) ?? "");
    }),
  );
}

describe("the parts of a link", () => {
  test.each([
    ["[a](/b)", ["a", "/b", null, null]],
    ["x [a b](/b 'c') y", ["a b", "/b", "'c'", " 'c'"]],
    ['[a]( </b c>\t"d" )', ["a", "/b c", '"d"', '\t"d"']],
    ["- > [a](/b (c \\) d))", ["a", "/b", "(c \\) d)", " (c \\) d)"]],
    ["| A |\n| --- |\n| x [a](/b 'c') |", ["a", "/b", "'c'", " 'c'"]],
    ["<details>\n<summary>S</summary>\n\n      [a](/b 'c')\n</details>", ["a", "/b", "'c'", " 'c'"]],
    ["::: inset\r\nFirst\r\n[a](/b 'c')\r\n:::", ["a", "/b", "'c'", " 'c'"]],
    ["## A [a](/b 'c') ##", ["a", "/b", "'c'", " 'c'"]],
    ["[a](/b 'c'){.nhsuk-link}", ["a", "/b", "'c'", " 'c'"]],
  ])("stand where they are written: %j", (markdown, parts) => {
    expect(partsIn(markdown)).toEqual([parts]);
  });

  test.each([
    ["[**a**](/b)", [null, "/b", null, null]],
    ["[a\nb](/c)", [null, "/c", null, null]],
    ["[a &amp; b](/c)", [null, "/c", null, null]],
    ["[a](/b\n'c')", ["a", "/b", "'c'", null]],
    ["[a](/b 'c\nd')", ["a", "/b", null, null]],
    ["[a][b]\n\n[b]: /c 'd'", [null, null, null, null]],
    ["| A |\n| --- |\n| x \\| [a](/b 'c') |", [null, null, null, null]],
    ['| A |\n| --- |\n| x \\| <a href="/b">a</a> |', [null, null, null, null]],
    ["[a](/b&amp;c)", ["a", null, null, null]],
    ["<https://www.nhs.uk/>", [null, null, null, null]],
    ['<a href="/b" title="c">a</a>', [null, "/b", null, null]],
  ])("are left out where an edit could meet something else: %j", (markdown, parts) => {
    expect(partsIn(markdown)).toEqual([parts]);
  });
});
