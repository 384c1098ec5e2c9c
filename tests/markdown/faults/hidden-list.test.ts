import { describe, expect, test } from "vitest";
import { outline } from "../outline.ts";
import { allFaults, fixed, render } from "../render.ts";

describe("hidden-list", () => {
  test.each([
    "Words:\n\n- one\n- two",
    "- one\n  - inner\n- two",
    "- one\n\n  words\n  - inner",
    "## Heading\n- one",
    "Born in\n1986. A good year",
    "Five less\n    - or more - is four",
    "A dash\n– is no item",
  ])("says nothing of %j", (markdown) => {
    expect(allFaults(markdown)).toEqual([]);
  });

  test.each([
    ["Words:\n- one\n- two", "2:1-6", "Words:\n\n- one\n- two"],
    ["Words:\n1. one\n2. two", "2:1-7", "Words:\n\n1. one\n2. two"],
    ["> Words:\n> - one", "2:1-8", "> Words:\n>\n> - one"],
    ["::: inset\nWords:\n- one\n:::", "3:1-6", "::: inset\nWords:\n\n- one\n:::"],
  ])("puts an empty line before a list that is read as one: %j", (markdown, place, mended) => {
    expect(allFaults(markdown)).toEqual([`warning ${place} hidden-list`]);
    expect(fixed(markdown, "hidden-list")).toBe(mended);
    expect(outline(render(mended).body.html)).toBe(outline(render(markdown).body.html));
  });

  test.each([
    ["Words:\n    - one\n    - two\n\nMore.", "2:5-10", "Words:\n\n- one\n- two\n\nMore."],
    ["Words:\n2. one\n3. two", "2:1-7", "Words:\n\n2. one\n3. two"],
    ["Words:\n\t\t- one", "2:3-8", "Words:\n\t\t- one"],
    ["Words:\n    - one\n      more", "2:5-10", "Words:\n    - one\n      more"],
  ])("makes a list of lines that are read as words, where it is plain: %j", (markdown, place, mended) => {
    expect(allFaults(markdown)).toEqual([`warning ${place} hidden-list`]);
    expect(fixed(markdown, "hidden-list")).toBe(mended);
  });

  test("makes list items of what were words", () => {
    expect(outline(render(fixed("Words:\n    - one\n    - two", "hidden-list")).body.html)).toBe(
      "p: Words:\nul\n  li: one\n  li: two",
    );
  });
});
