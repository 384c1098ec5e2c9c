import { parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import { render } from "./render.ts";

/** Where a browser finds the words after a body: they must be outside it, and nothing of the body with them. */
function outside(html: string): string {
  const [, ...after] = parseFragment(`<div>${html}</div><b>after</b>`).childNodes;
  return after.map((node) => ("tagName" in node ? node.tagName : node.nodeName)).join(" ");
}

describe("a body stays inside the element that holds it", () => {
  test("where HTML is nested as browsers keep it, to the letter", () => {
    const markdown = "<ul><li>a <div>b</div></li></ul>\n\n<table><tr><td>c</td></tr></table>\n";
    const { body, diagnostics } = render(markdown);
    expect(outside(body.html)).toBe("b");
    expect(diagnostics.filter(({ rule }) => rule === "misplaced-html")).toEqual([]);
  });

  test.each([
    "- a <div><div><div><div><div><li></li></div></div></div></div></div>\n\n<section>b</section>",
    "- <div><li>",
    "<li><div><li>",
    "<dl><dt><div><dd></div></dl>",
    "<h2><div><h2><h2>",
    "<table><div><table>",
    "<table><div>\n\n| a |\n| - |\n| b |\n",
    "<p><div><p></div></p></div></div>",
  ])("whatever its tags do: %j", (markdown) => {
    expect(outside(render(markdown).body.html)).toBe("b");
  });
});

describe("a comment that is never closed", () => {
  test.each([
    "Before.\n\n<!-- note\n\nCall 999.\n\n<p>More</p>",
    "::: inset\n<!-- note\n\nCall 999.\n\n<p>More</p>\n:::\n",
  ])("is an error even where the text ends with a tag: %j", (markdown) => {
    expect(render(markdown).diagnostics.map(({ rule }) => rule)).toContain("comment-never-closed");
  });

  test("is not found where it is closed", () => {
    expect(render("<!-- a -->\n\n<!---->\n\n<!-- b --!>\n\nWords.\n").diagnostics).toEqual([]);
  });
});
