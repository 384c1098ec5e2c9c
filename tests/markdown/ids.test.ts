import { parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import { faults, render } from "./render.ts";
import { idsIn } from "./outline.ts";

function idsOf(markdown: string): readonly string[] {
  return idsIn(parseFragment(render(markdown).body.html));
}

describe("ids that editors write", () => {
  test.each([
    ["an expander", "::: expander Sum {#mine}\nWords.\n:::", "details"],
    ["an expander with braces that touch its words", "::: expander Sum{#mine}\nWords.\n:::", "details"],
    ["an inset", "::: inset {#mine}\nWords.\n:::", "div"],
    ["a warning", "::: warning Careful {#mine .app-box}\nWords.\n:::", "div"],
    ["a warning without a heading", "::: warning {#mine}\nWords.\n:::", "div"],
    ["a care card", "::: urgent Now {#mine lang=cy}\nWords.\n:::", "div"],
    ["a list of what to do", "::: do {#mine}\n- rest\n:::", "div"],
    ["a video", "::: video How {#mine}\n[Watch](/x/)\n\nWords.\n:::", "figure"],
    ["an expander in HTML", '<details id="mine"><summary>A</summary>Words.</details>', "details"],
    ["a summary in HTML", "<details><summary>A {#mine}</summary>Words.</details>", "details"],
    ["an inset in HTML", '<div class="nhsuk-inset-text" id="mine">Words.</div>', "div"],
    ["a warning in HTML", '<div class="nhsuk-warning-callout" id="mine"><h3>A</h3>Words.</div>', "div"],
    [
      "an expander in a cell",
      '| a |\n| - |\n| <details id="mine"><summary>A</summary>b</details> |\n\nTable: Cap',
      "details",
    ],
    ["a table, by its caption", "| a |\n| - |\n| b |\n\nTable: Cap {#mine}", "table"],
    ["a table, by a caption straight after it", "| a |\n| - |\n| b |\nTable: Cap {#mine}", "table"],
  ])("stand on %s, and are counted", (_, markdown, element) => {
    const { html, facts } = render(markdown).body;
    expect(html).toMatch(new RegExp(`<${element} [^>]*id="mine"`));
    expect(html).not.toContain("{");
    expect(faults(markdown)).toEqual([]);
    expect([...facts.ids].toSorted()).toEqual(idsOf(markdown).toSorted());
  });

  test("stand on the element with the classes and the language of the braces", () => {
    expect(render("::: inset {#mine .app-box lang=cy}\nGeiriau.\n:::").body.html).toContain(
      '<div class="nhsuk-inset-text app-box" id="mine" lang="cy">',
    );
    expect(render('<div class="nhsuk-inset-text app-box" lang="cy">Geiriau.</div>').body.html).toContain(
      '<div class="nhsuk-inset-text app-box" lang="cy">',
    );
  });

  test("come before those made from words", () => {
    expect(idsOf('## Mine\n\n<div class="nhsuk-inset-text" id="mine">Words.</div>')).toEqual(["mine-1", "mine"]);
  });

  test.each([
    '::: inset {#a}\nOne.\n:::\n\n<div class="nhsuk-warning-callout" id="a">Two.</div>',
    '<p id="a">One.</p>\n\n::: warning W {#a}\nTwo.\n:::',
    '<p id="a">One.</p>\n\nTwo.{#a}',
  ])("stand on a page once, with a warning for the second: %j", (markdown) => {
    expect(idsOf(markdown)).toEqual(["a"]);
    expect(faults(markdown)).toEqual([expect.stringMatching(/^warning .* dropped-html$/)]);
  });

  test("are not counted where there is no element for them", () => {
    expect([...render("::: action {#act}\n[Go](/go/)\n:::").body.facts.ids]).toEqual([]);
  });
});
