import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { outline } from "../outline.ts";
import { allFaults, fixed, render } from "../render.ts";

function mended(markdown: string): string {
  return fixed(markdown, "raw-expander");
}

/** What the page shows; an expander in Markdown always has the look of an expander. */
function shown(markdown: string): string {
  return outline(render(markdown).body.html).replaceAll("details ", "expander ");
}

describe("raw-expander", () => {
  test.each([
    "::: expander A\n\nWords.\n\n:::",
    "Write `<details>` and `</details>`.",
    '<details class="nhsuk-details"><summary>A</summary>The details of the design system.</details>',
    "| a |\n| - |\n| <details><summary>A</summary>In a cell.</details> |\n\nTable: Words",
  ])("says nothing of %s", (markdown) => {
    expect(allFaults(markdown)).toEqual([]);
    expect(mended(markdown)).toBe(markdown);
  });

  test("is told at the start tag", () => {
    expect(allFaults("Words.\n\n  <details class=nhsuk-expander>\n<summary>A</summary>b</details>")).toEqual([
      "warning 3:3-33 raw-expander",
    ]);
  });

  test("writes paragraphs, lists, bold words and links of HTML in Markdown", () => {
    const html = `<details class="nhsuk-details nhsuk-expander" id="own">
  <summary class="nhsuk-details__summary">
    <span class="nhsuk-details__summary-text">
      Reset your
      password
    </span>
  </summary>
  <div class="nhsuk-details__text">
    <p>You can <b>reset</b> it, as
      <a href="/help/?a=1&amp;b=2" title="Help">the help</a> says:<br>quickly.</p>
    <ol>
      <li>Visit.
        <ul><li>One</li><li>Two</li></ul>
      </li>

      <li>Select <strong>Reset</strong>.</li>
    </ol>
    <p>That is <em>all</em>.</p>
  </div>
</details>`;
    expect(mended(`Before\n${html}\nAfter.`)).toBe(`Before
::: expander Reset your password {#own}

You can **reset** it, as [the help](/help/?a=1&b=2 "Help") says:\\
quickly.

1. Visit.
   - One
   - Two
2. Select **Reset**.

That is *all*.

:::
After.`);
  });

  test("keeps Markdown, without its indent", () => {
    const html = `<details>
<summary>A **b**</summary>

    Words <br> with \`<code>\`:
    - one
        - two

    > Quoted

</details>`;
    expect(mended(html)).toBe(`::: expander A **b**

Words <br> with \`<code>\`:
- one
  - two

> Quoted

:::`);
  });

  test("keeps an expander in the item of a list that it stands in", () => {
    const html = "1. One\n\n   <details>\n   <summary>A</summary>\n\n   Words.\n\n   </details>\n\n2. Two";
    expect(mended(html)).toBe("1. One\n\n   ::: expander A\n\n   Words.\n\n   :::\n\n2. Two");
  });

  test.each([
    ["something else in it", "<details><summary>A</summary>\n\n<table><tr><td>a</td></tr></table>\n\n</details>"],
    ["a box in it", "<details><summary>A</summary>\n\n<div>a</div>\n\n</details>"],
    ["a comment in it", "<details><summary>A</summary>\n\n<!-- a -->\n\n</details>"],
    ["a handler in it", '<details><summary onclick="a()">A</summary>\n\nb\n\n</details>'],
    ["a class of its own", '<details class="nhsuk-expander app-x"><summary>A</summary>b</details>'],
    ["no summary", "<details>b</details>"],
    ["an HTML list around it", "<ul><li>a\n<details><summary>A</summary>b</details>\n</li></ul>"],
    ["braces in its summary", "<details><summary>A {b}</summary>c</details>"],
    ["colons in its words", "<details><summary>A</summary>\n\n:::\n\n</details>"],
    ["a fence in it", "<details><summary>A</summary>\n\n```\na\n```\n\n</details>"],
    ["words before it on its line", "Words <details><summary>A</summary>b</details>"],
    ["words behind it on its line", "<details><summary>A</summary>b</details> words"],
    ["a quote around it", "> <details><summary>A</summary>b</details>"],
    ["an attribute in its HTML", '<details><summary>A</summary><p class="nhsuk-body-s">b</p></details>'],
    ["Markdown's marks in its HTML", "<details><summary>A</summary><p>2 * 3 * 4</p></details>"],
    ["a number at the front of a paragraph", "<details><summary>A</summary><p>1. b</p></details>"],
    ["two lists beside each other", "<details><summary>A</summary><ul><li>b</li></ul><ul><li>c</li></ul></details>"],
    ["an item of paragraphs", "<details><summary>A</summary><ul><li><p>b</p></li></ul></details>"],
    ["a list of HTML behind one of Markdown", "<details><summary>A</summary>\n\n- b\n\n<ul><li>c</li></ul></details>"],
    ["bold words that touch others", "<details><summary>A</summary><p>a<b>b</b>c</p></details>"],
    ["more than four spaces before it", "Words.\n\n    <details><summary>A</summary>b</details>"],
  ])("leaves it to a person where there is %s", (_, html) => {
    expect(allFaults(html).join(" ")).toContain("raw-expander");
    expect(mended(html)).toBe(html);
  });

  test("changes nothing of what the page shows, in all that editors wrote", () => {
    const folder = new URL("../intent/", import.meta.url);
    const cases = readdirSync(folder).flatMap((file) =>
      readFileSync(new URL(file, folder), "utf8")
        .split(/^@@ .*\n/m)
        .map((written) => written.split("@@@ gives")[0] ?? ""),
    );
    const changed = cases.filter((markdown) => mended(markdown) !== markdown);
    expect(changed.length).toBeGreaterThan(15);
    for (const markdown of changed) expect(shown(mended(markdown))).toBe(shown(markdown));
  });

  test.each([
    ["tags in tags", "<b>".repeat(20_000)],
    ["bold words", `<p>${"<b>a</b> ".repeat(20_000)}</p>`],
    ["a list of many lines", `<ul>${"<li>a</li>\n\n".repeat(20_000)}</ul>`],
    ["lists in lists", `${"<ul><li>a".repeat(50)}${"</li></ul>".repeat(50)}`],
  ])(
    "comes to an end with %s",
    (_, html) => {
      expect(allFaults(`<details><summary>A</summary>\n<p>a</p>\n${html}\n</details>`).join()).toContain(
        "raw-expander",
      );
    },
    20_000,
  );
});
