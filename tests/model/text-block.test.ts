import { describe, expect, test } from "vitest";
import { plainSpanIn, runAt, spanIn } from "../../src/model/text-block.ts";
import type { TextBlock, TextRun } from "../../src/model/text-block.ts";

const run = (offset: number, length: number, line: number, column: number, sourceLength = length): TextRun => ({
  offset,
  length,
  line,
  column,
  sourceLength,
  isEmphasised: false,
  isLink: false,
  isBold: false,
});

/** "one two's three", where the apostrophe is an entity, "one" is bold and "three" starts a line. */
const block: TextBlock = {
  kind: "paragraph",
  file: "page.md",
  line: 4,
  level: null,
  text: "one two’s three",
  prose: "one two’s three",
  lang: null,
  item: null,
  expander: null,
  runs: [run(0, 3, 4, 3), run(4, 3, 4, 9), run(7, 1, 4, 12, 7), run(8, 1, 4, 19), run(10, 5, 5, 30)],
};

describe("the place of a stretch of words", () => {
  test.each([
    [0, 3, "4:3-6"],
    [1, 2, "4:4-5"],
    [0, 7, "4:3-12"],
    [4, 9, "4:9-20"],
    [7, 8, "4:12-19"],
    [10, 15, "5:30-35"],
    [0, 15, "4:3-20"],
    [3, 5, "4:9-10"],
  ])("from %i to %i is %s", (start, end, place) => {
    const { line, column, endColumn } = spanIn(block, start, end);
    expect(`${line}:${column}-${endColumn}`).toBe(place);
  });

  test("is plain where no markup and no line's end stands in it", () => {
    expect(plainSpanIn(block, 4, 6)).toEqual({ file: "page.md", line: 4, column: 9, endColumn: 11 });
    expect(plainSpanIn(block, 0, 7)).toBeNull();
    expect(plainSpanIn(block, 4, 8)).toBeNull();
    expect(plainSpanIn(block, 3, 4)).toBeNull();
  });

  test("is in no run between two of them", () => {
    expect([0, 2, 3, 4, 14, 15].map((offset) => runAt(block, offset)?.offset)).toEqual([
      0,
      0,
      undefined,
      4,
      10,
      undefined,
    ]);
  });
});
