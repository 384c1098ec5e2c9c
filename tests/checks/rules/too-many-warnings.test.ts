import { describe, expect, test } from "vitest";
import { tooManyWarnings } from "../../../src/checks/rules/too-many-warnings.ts";
import { placesOf } from "../../support/run-rule.ts";

describe("too-many-warnings", () => {
  const boxes = (...kinds: readonly string[]) =>
    kinds.map((kind, index) => `::: ${kind} Part ${index}\nWords.\n:::\n`).join("\n");

  test("lets a page have two, and other boxes besides", async () => {
    expect(await placesOf(tooManyWarnings, boxes("warning", "urgent", "do", "warning", "expander"))).toEqual([]);
  });

  test("names the third", async () => {
    expect(await placesOf(tooManyWarnings, boxes("warning", "warning", "expander", "warning"))).toEqual(["21:1"]);
  });

  test("counts those that are written as HTML", async () => {
    const html = '<div class="nhsuk-warning-callout"><h3>Part</h3><p>Words.</p></div>\n\n';
    expect(await placesOf(tooManyWarnings, html.repeat(3))).toEqual(["13:1"]);
  });
});
