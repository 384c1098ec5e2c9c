import { describe, expect, test } from "vitest";
import { faults } from "../render.ts";

describe("empty-box", () => {
  test.each([
    "::: expander A\nb\n:::",
    "::: inset b\n:::",
    "::: inset\n<https://www.nhs.uk/>\n:::",
    "::: inset\n```\na\n```\n:::",
    "::: inset\n<p>a</p>\n:::",
    ":::: warning A\n::: expander B\nc\n:::\n::::",
    "<details><summary>A</summary>b</details>",
  ])("lets %j be", (markdown) => {
    expect(faults(markdown)).toEqual([]);
  });

  test.each([
    ["Words.\n\n::: expander A\n:::", "3:1-15"],
    ["::: inset\n\n:::", "1:1-10"],
    ["::: warning A\n<!-- later -->\n:::", "1:1-14"],
    [":::: warning A\n::: expander B\n:::\n::::", "2:1-15"],
    ["<details><summary>A</summary>\n<p></p>\n</details>", "1:1-30"],
  ])("names the line that starts %j", (markdown, place) => {
    expect(faults(markdown)).toEqual([`warning ${place} empty-box`]);
  });
});
