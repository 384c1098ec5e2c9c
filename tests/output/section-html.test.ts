import { describe, expect, test } from "vitest";
import { bodyTree, sectionHtml } from "../../src/output/section-html.ts";

function section(html: string, id: string | null): string {
  return sectionHtml(bodyTree(html), id, "/help/codes/");
}

describe("the words of one section", () => {
  test("are what follows its heading, up to the next one of the same level", () => {
    const html = '<p>Above</p><h2 id="a">A</h2><p>Of a</p><h3 id="b">B</h3><p>Of b</p><h2 id="c">C</h2><p>Of c</p>';
    expect(section(html, "a")).toBe('<p>Of a</p><h2 id="b">B</h2><p>Of b</p>');
    expect(section(html, "b")).toBe("<p>Of b</p>");
    expect(section(html, "c")).toBe("<p>Of c</p>");
    expect(section(html, null)).toBe("<p>Above</p>");
  });

  test("are all words of a page without headings, and what an expander holds", () => {
    expect(section("<p>One</p><p>Two</p>", null)).toBe("<p>One</p><p>Two</p>");
    const expander = '<details id="e"><summary>S</summary><div><p>Inside</p></div></details><p>After</p>';
    expect(section(expander, "e")).toBe("<p>Inside</p>");
    expect(section(`<div>${expander}</div>`, "e")).toBe("<p>Inside</p>");
  });

  test("leave out the rule that parts them from the next section, and no other", () => {
    expect(section('<h2 id="a">A</h2><p>x</p><hr><p>y</p>\n<hr>\n<h2>B</h2>', "a")).toBe("<p>x</p><hr><p>y</p>");
  });

  test("have their headings moved up below the title, in their order", () => {
    const html = '<h3 id="a">A</h3><h4>B</h4><h6>C</h6><h3>D</h3>';
    expect(section(html, "a")).toBe("<h2>B</h2><h4>C</h4>");
  });

  test("lead out of the section to the page that they come from, and inside it to themselves", () => {
    const html =
      '<h2 id="a">A</h2><p id="in"><a href="#in">x</a> <a href="#b">y</a> <a href="/z/#b">z</a></p><h2 id="b">B</h2>';
    expect(section(html, "a")).toBe(
      '<p id="in"><a href="#in">x</a> <a href="/help/codes/#b">y</a> <a href="/z/#b">z</a></p>',
    );
  });

  test("are none where nothing has that id", () => {
    expect(section("<p>x</p>", "gone")).toBe("");
  });

  test("leave the page as it was", () => {
    const tree = bodyTree('<h2 id="a">A</h2><h3 id="b">B</h3><p>x</p>');
    const once = sectionHtml(tree, "a", "/");
    expect(sectionHtml(tree, "a", "/")).toBe(once);
    expect(sectionHtml(tree, "b", "/")).toBe("<p>x</p>");
  });
});
