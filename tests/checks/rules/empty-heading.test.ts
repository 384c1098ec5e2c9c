import { describe, expect, test } from "vitest";
import { emptyHeading } from "../../../src/checks/rules/empty-heading.ts";
import { marked } from "../words.ts";

describe("empty-heading", () => {
  test("accepts a heading with words", async () => {
    expect(await marked(emptyHeading, "## Words\n\n### `code`")).toEqual([]);
  });

  test.each([
    ["Words.\n\n##\n\nWords.", ["##"]],
    ["### <!-- no words -->\n\nWords.", ["### <!-- no words -->"]],
    ["<h2></h2>", ["<h2>"]],
  ])("marks the heading in %j", async (body, words) => {
    expect(await marked(emptyHeading, body)).toEqual(words);
  });
});
