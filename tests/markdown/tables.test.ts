import { parseFragment } from "parse5";
import { describe, expect, test } from "vitest";
import { all, attribute, childrenOf, only, textOf } from "../support/page.ts";
import { render } from "./render.ts";

/** A table of some columns, in Markdown. */
function table(columns: number, caption?: string): string {
  const row = (sign: string) => `|${` ${sign} |`.repeat(columns)}`;
  return [row("a"), row("-"), row("b"), ...(caption === undefined ? [] : ["", `Table: ${caption}`])].join("\n");
}

/** The names of the parts of some Markdown that scroll, as a screen reader says them. */
function names(markdown: string): readonly string[] {
  const page = parseFragment(render(markdown).body.html);
  return all(page, '[role="region"]').map((region) => {
    const label = attribute(region, "aria-label");
    return label ?? textOf(only(page, `#${attribute(region, "aria-labelledby")}`));
  });
}

describe("a table", () => {
  test.each([1, 2, 3])("of %i columns stands on the page as it is", (columns) => {
    expect(names(table(columns, "Messages"))).toEqual([]);
  });

  test.each([4, 7])("of %i columns scrolls by itself, and the keyboard reaches it", (columns) => {
    const page = parseFragment(render(table(columns, "Messages")).body.html);
    const region = only(page, ".nhsuk-scroll .nhsuk-scroll__content");
    expect(childrenOf(region).map(({ tagName }) => tagName)).toEqual(["table"]);
    expect(attribute(region, "role")).toBe("region");
    expect(attribute(region, "tabindex")).toBe("0");
    expect(names(table(columns, "Messages"))).toEqual(["Messages"]);
  });

  test("that scrolls is named by its caption, else by the heading above it, else as a table", () => {
    const under = (heading: string) => `${heading}\n\n${table(4)}`;
    expect(names(`## Before\n\n${table(4, "What **CID7023** means")}`)).toEqual(["What CID7023 means"]);
    expect(names(under("## Reference CID7023"))).toEqual(["Reference CID7023"]);
    expect(names(under("<h2>In HTML</h2>"))).toEqual(["In HTML"]);
    expect(names(table(4))).toEqual(["Table"]);
    expect(names(`## Before\n\n${table(4, "")}`)).toEqual(["Before"]);
  });

  test("that scrolls has a name of its own", () => {
    expect(names(["## Codes", table(4), table(4), table(4, "Codes")].join("\n\n"))).toEqual([
      "Codes",
      "Codes (2)",
      "Codes (3)",
    ]);
  });

  test("says what stands in quotes as words", () => {
    const markdown = `## "A" <b>&amp;</b> 'B'\n\n${table(4)}\n\n${table(4)}`;
    expect(names(markdown)).toEqual([`"A" & 'B'`, `"A" & 'B' (2)`]);
  });

  test("has a caption with an id that takes none from a heading", () => {
    const { body } = render(`${table(4, "Codes")}\n\n## Table codes`);
    expect(body.facts.headings.map(({ id }) => id)).toEqual(["table-codes"]);
    expect(attribute(only(parseFragment(body.html), "caption"), "id")).toBe("table-codes-1");
    expect(body.facts.ids).toContain("table-codes-1");
  });

  test.each([
    ["an expander", (inner: string) => `::: expander Codes\n${inner}\n:::`],
    ["a list", (inner: string) => `- a\n\n  ${inner.replaceAll("\n", "\n  ")}`],
    ["a quote", (inner: string) => inner.replaceAll(/^/gm, "> ")],
    [
      "an expander that was written as HTML",
      (inner: string) => `<details><summary>Codes</summary>\n\n${inner}\n</details>`,
    ],
  ])("of three columns scrolls by itself in %s, where there is less room", (_, around) => {
    expect(names(around(table(3, "Messages")))).toEqual(["Messages"]);
    expect(names(around(table(2, "Messages")))).toEqual([]);
  });
});

/** A table of some columns, in HTML. */
function rawTable(columns: number, caption = "", cell = "td"): string {
  const row = `<tr>${`<${cell}>a</${cell}>`.repeat(columns)}</tr>`;
  return `<table>\n${caption === "" ? "" : `<caption>${caption}</caption>\n`}${row}\n</table>`;
}

describe("a table that was written as HTML", () => {
  test("stands on the page as it is where it has few columns", () => {
    for (const markdown of [rawTable(3), `## Codes\n\n${rawTable(3, "Messages")}`, "`<table>`"]) {
      expect(names(markdown)).toEqual([]);
    }
  });

  test("of four columns scrolls by itself, and the keyboard reaches it", () => {
    const page = parseFragment(render(`${rawTable(4, "Messages")}\n\nWords after it.`).body.html);
    const region = only(page, ".nhsuk-scroll .nhsuk-scroll__content");
    expect(childrenOf(region).map(({ tagName }) => tagName)).toEqual(["table"]);
    expect(attribute(region, "tabindex")).toBe("0");
    expect(textOf(page)).toBe("Messages aaaa Words after it.");
  });

  test("is named by its caption, else by the heading above it, else as a table", () => {
    expect(names(rawTable(4, 'What <b>"CID7023"</b> means'))).toEqual(['What "CID7023" means']);
    expect(names(`## Codes &amp; links\n\n${rawTable(4)}`)).toEqual(["Codes & links"]);
    expect(names(rawTable(4))).toEqual(["Table"]);
  });

  test("has a name of its own, beside tables in Markdown too", () => {
    const all = [
      table(4, "Messages"),
      "## Codes",
      table(4),
      table(4),
      rawTable(4),
      rawTable(4),
      rawTable(4, "Messages"),
    ];
    expect(names(all.join("\n\n"))).toEqual([
      "Messages",
      "Codes",
      "Codes (2)",
      "Codes (3)",
      "Codes (4)",
      "Messages (2)",
    ]);
  });

  test("counts a cell for as many columns as it reaches over", () => {
    const wide = '<table><tr><td colspan="3">a</td><td>b</td></tr></table>';
    expect(names(wide)).toEqual(["Table"]);
    expect(names(wide.replace('"3"', '"2"'))).toEqual([]);
  });

  test("of three columns scrolls in a box; a table of many in its cells takes it along", () => {
    expect(names(`::: expander Codes\n${rawTable(3)}\n:::`)).toEqual(["Table"]);
    expect(names(`<table><tr><td>${rawTable(4).replaceAll("\n", "")}</td></tr></table>`)).toEqual(["Table"]);
  });

  test("scrolls alike in capital letters and when its end was left out", () => {
    expect(names(rawTable(4).toUpperCase())).toEqual(["Table"]);
    const { body } = render("<table><tr><td>a<td>b<td>c<td>d</table>\n\nAfter.");
    expect(only(parseFragment(body.html), ".nhsuk-scroll__content table")).toBeDefined();
  });
});
