import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { dedent } from "../../src/markdown/dedent.ts";
import { sample } from "../support/tier.ts";

function dedented(text: string): string {
  return dedent(text.split("\n")).lines.join("\n");
}

describe("dedent", () => {
  test.each([
    ["a run of lines starts at the margin", "    a\n    b\n\n        c", "a\nb\n\nc"],
    ["lines of one run keep their indents from each other", "    a\n      b", "a\n  b"],
    ["a list straight after a line starts a run", "  a\n      - b\n      - c", "a\n- b\n- c"],
    ["an item's paragraph stays in the item", "    - a\n\n      b", "- a\n\n  b"],
    ["an item's paragraph that is indented too far stays in the item", "    - a\n\n          b", "- a\n\n  b"],
    ["an item's paragraph that is indented too little stays in the item", "    1. a\n\n     b", "1. a\n\n   b"],
    ["a paragraph at the list's own indent leaves it", "    - a\n\n    b", "- a\n\nb"],
    ["lists nest", "    - a\n        - b\n            - c\n    - d", "- a\n  - b\n    - c\n- d"],
    ["a fence moves as a whole", "    ```\n      a\n\n    b\n    ```\n    c", "```\n  a\n\nb\n```\nc"],
    [
      "a block of HTML moves as a whole",
      "    a\n    <ul>\n      <li>- b</li>\n    </ul>",
      "a\n<ul>\n  <li>- b</li>\n</ul>",
    ],
    ["tabs count to columns of four", "\ta\n\t- b\n\t\t- c", "a\n- b\n  - c"],
  ])("%s", (_, written, expected) => {
    expect(dedented(written)).toBe(expected);
  });

  test("marks a line that stands out further than the list before it", () => {
    expect([...dedent(["  a", "    - b", "  c"]).starts]).toEqual([2]);
  });

  test("changes nothing but the white space at the front of lines", () => {
    const line = constantFrom(
      "",
      "  ",
      "a",
      "    a",
      "\ta",
      "- a",
      "    - a",
      "  1. a",
      "```",
      "    ```",
      "<ul>",
      "  </ul>",
      "> a",
    );
    assert(
      property(array(line, { maxLength: 30 }), (lines) => {
        const trimmed = dedent(lines).lines.map((text) => text.trimStart());
        expect(trimmed).toEqual(lines.map((text) => text.trimStart()));
      }),
      { seed: 1, numRuns: sample({ test: 1000, full: 100_000, soak: 1_000_000 }) },
    );
  });
});
