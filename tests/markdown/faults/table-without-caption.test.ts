import { describe, expect, test } from "vitest";
import { allFaults, render } from "../render.ts";

const of = (markdown: string) => allFaults(markdown).filter((fault) => fault.endsWith("table-without-caption"));

const table = "| a | b |\n| - | - |\n| c | d |";
const rawTable = (caption: string) => `<table>${caption}<tr><th>a</th></tr><tr><td>b</td></tr></table>`;

describe("table-without-caption", () => {
  test.each([
    `${table}\n\nTable: Words`,
    `${table}\nTable: Words`,
    `${table}\n\nTable: *Words* with \`code\``,
    `::: expander More\n${table}\n\nTable: Words\n:::`,
    `> ${table.replaceAll("\n", "\n> ")}\n>\n> Table: Words`,
    `<details><summary>More</summary>\n\n    ${table.replaceAll("\n", "\n    ")}\n\n    Table: Words\n\n</details>`,
    rawTable("<caption>Words</caption>"),
    rawTable("<caption><b>Words</b>"),
    rawTable("\n<CAPTION>\n\n**Words**\n\n</CAPTION>\n"),
    "| a | b |\n| - | - |",
    "<table></table>",
    "`<table><tr><td>a</td></tr></table>`",
  ])("accepts %j", (markdown) => {
    expect(of(markdown)).toEqual([]);
  });

  test("underlines the first row of a table in Markdown, and the tag of one in HTML", () => {
    expect(of(`Words.\n\n${table}`)).toEqual(["warning 3:1-10 table-without-caption"]);
    expect(of(`## Codes\n\n- Words.\n\n  ${table.replaceAll("\n", "\n  ")}`)).toEqual([
      "warning 5:3-12 table-without-caption",
    ]);
    expect(of(`Words.\n\n  ${rawTable("")}`)).toEqual(["warning 3:3-10 table-without-caption"]);
  });

  test.each([
    `${table}\n\nTable:`,
    `${table}\n\nThe table: Words`,
    `${table}\n\nWords.\n\nTable: Words`,
    `Table: Words\n\n${table}`,
    rawTable("<caption> &nbsp;</caption>"),
    rawTable("<caption>"),
    `${rawTable("")}\n\nTable: Words`,
  ])("is told where nothing shows as a caption: %j", (markdown) => {
    expect(of(markdown)).toHaveLength(1);
  });

  test("is told once for each table: a caption belongs to one, in a cell of another too", () => {
    expect(of(`${table}\n\nTable: Words\n\n${table}\n\n<!-- -->\n\n${table}`)).toHaveLength(2);
    const inner = rawTable("<caption>Words</caption>");
    expect(of(`<table><tr><td>${inner}</td></tr></table>`)).toEqual(["warning 1:1-8 table-without-caption"]);
    expect(of(`<table><caption>Words</caption><tr><td>${rawTable("")}</td></tr></table>`)).toHaveLength(1);
  });

  test("says how a caption is written where the table stands", () => {
    const fixes = [table, rawTable("")].map((markdown) => render(markdown).diagnostics.map(({ fix }) => fix));
    expect(fixes.flat()).toEqual([
      "Write below the table, after an empty line, what it is about: Table: Your words",
      "Write straight after <table> what it is about: <caption>Your words</caption>",
    ]);
  });
});
