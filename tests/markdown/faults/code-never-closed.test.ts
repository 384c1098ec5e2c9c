import { describe, expect, test } from "vitest";
import { faults } from "../render.ts";

describe("code-never-closed", () => {
  test.each([
    "```\na\nb\nc\nd\n```\n\n## Heading",
    "~~~~\n## a\n~~~\n~~~~~\n\nb",
    "> ```\n> ## a\n> ```",
    "- ```\n  ## a\n  ```",
    "::: inset\n```\n## a\n```\n:::",
    "```\na\nb",
    "    ```\n    a\n\nb",
  ])("lets %j be", (markdown) => {
    expect(faults(markdown)).toEqual([]);
  });

  test.each([
    ["Words.\n\n``` text\na\n\n## Heading\n\nb", "3:1-9"],
    ["```\na\nb\nc\nd", "1:1-4"],
    ["~~~\na\n```\n\n::: inset", "1:1-4"],
    ["> ```\n> a\n>\n> ## b\n\nc", "1:1-6"],
    ["```\na\n\n```\nb\n```\n\nc", "6:1-4"],
    ["````\n```\n\n## a", "1:1-5"],
  ])("names the line that starts what swallows the rest: %j", (markdown, place) => {
    expect(faults(markdown)).toEqual([`warning ${place} code-never-closed`]);
  });
});
