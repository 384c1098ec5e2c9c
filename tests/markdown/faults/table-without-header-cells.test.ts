import { describe, expect, test } from "vitest";
import { allFaults, render } from "../render.ts";

const of = (markdown: string) => allFaults(markdown).filter((fault) => fault.endsWith("table-without-header-cells"));

describe("table-without-header-cells", () => {
  test.each([
    "| What | How |\n| --- | --- |\n| a | b |",
    "| | How |\n| --- | --- |\n| a | b |",
    "<table><tr><th>What</th><th>How</th></tr><tr><td>a</td><td>b</td></tr></table>",
    "<table>\n<tr><th>What</th>\n\n<td>a</td></tr></table>",
    "`<table></table>`",
  ])("accepts %j", (markdown) => {
    expect(of(markdown)).toEqual([]);
  });

  test("underlines a first row of nothing in Markdown, and the tag of a table in HTML", () => {
    expect(of("Words.\n\n| | |\n| --- | --- |\n| a | b |")).toEqual(["warning 3:1-6 table-without-header-cells"]);
    expect(of("Words.\n\n<table><tr><td>a</td></tr></table>")).toEqual(["warning 3:1-8 table-without-header-cells"]);
  });

  test("is told once for each table, and a table in a cell has header cells of its own", () => {
    const inner = "<table><tr><th>a</th></tr></table>";
    expect(of(`<table><tr><td>${inner}</td></tr></table>\n\n<table><tr><td>a</td></tr></table>`)).toHaveLength(2);
  });

  test("says how header cells are written where the table stands", () => {
    const fixes = [
      "| | |\n| --- | --- |\n| a | b |\n\nTable: Words",
      "<table><caption>Words</caption><tr><td>a</td></tr></table>",
    ].map((markdown) => render(markdown).diagnostics.map(({ fix }) => fix));
    expect(fixes.flat()).toEqual([
      "Write in the first row what the columns are about",
      "Write <th> in place of <td> for the cells that say what the others are about",
    ]);
  });
});
