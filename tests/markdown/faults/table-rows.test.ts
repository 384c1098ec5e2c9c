import { describe, expect, test } from "vitest";
import { allFaults, render } from "../render.ts";

describe("rows of tables", () => {
  test.each([
    "| a | b |\n| - | - |\n| c | d |",
    "a | b\n- | -\nc | d",
    "| a | b |\n| - | - |\n| c |",
    "| a | b |\n| - | - |\n| c \\| d | e |",
    "| a | b |\n| - | - |\n| c | d | |",
    "> | a | b |\n> | - | - |\n> | c | d |",
    "- | a | b |\n  | - | - |\n  | c | d |",
    "<details><summary>A</summary>\n\n| a | b |\n| - | - |\n| c | d |</details>",
    "| a | b |\n| - | - |\n| c | d |\nTable: Words",
    "Choose a | b\nor c | d",
    "A heading | of two parts\n---",
    "|x| is the size of x\n|y| is that of y, and",
  ])("are let be in %j", (markdown) => {
    expect(allFaults(markdown).filter((fault) => /lost-cell|not-a-table/.test(fault))).toEqual([]);
  });

  test.each([
    [
      "| a | b |\n| - | - |\n| c | d | lost words |\n\nTable: Words",
      "3:11-21",
      '"lost words" is not shown: the table has 2 columns',
    ],
    [
      "a\n\n> | a | b |\n> | - | - |\n> | c | d | e | f |\n>\n> Table: Words",
      "5:13-18",
      '"e | f" is not shown: the table has 2 columns',
    ],
    ["| a |\n| - |\n| b \\| c | d\n\nTable: Words", "3:12-13", '"d" is not shown: the table has 1 column'],
  ])("with words for which there is no column are errors: %j", (markdown, place, message) => {
    expect(allFaults(markdown)).toEqual([`error ${place} lost-cell`]);
    expect(render(markdown).diagnostics[0]?.message).toBe(message);
  });

  test.each([
    ["| a | b |\n| --- |", "2:1-8"],
    ["Words.\n\n> a | b\n> --- | --- | ---", "4:3-18"],
    ["| a | b |\n---", "1:1-10"],
    ["| a | b |\n| c | d |", "1:1-10"],
  ])("that make no table are reported: %j", (markdown, place) => {
    expect(allFaults(markdown)).toEqual([`warning ${place} not-a-table`]);
  });
});
