import { describe, expect, test } from "vitest";
import { longSummary } from "../../../src/checks/rules/long-summary.ts";
import { placesOf } from "../../support/run-rule.ts";

describe("long-summary", () => {
  test("lets a summary have 60 characters", async () => {
    expect(await placesOf(longSummary, `::: expander ${"a".repeat(60)}\n\nWords.\n\n:::`)).toEqual([]);
  });

  test.each([
    ["in our own syntax", `Words.\n\n::: expander ${"a".repeat(61)}\n\nWords.\n\n:::`],
    ["as HTML", `Words.\n\n<details>\n<summary>${"a".repeat(61)}</summary>\n\nWords.\n\n</details>`],
  ])("names an expander of 61 at the line that starts it, %s", async (_, body) => {
    expect(await placesOf(longSummary, body)).toEqual(["11:1"]);
  });
});
