import { describe, expect, test } from "vitest";
import { tooManyExpanders } from "../../../src/checks/rules/too-many-expanders.ts";
import { placesOf, saidBy } from "../../support/run-rule.ts";

describe("too-many-expanders", () => {
  const expanders = (count: number) =>
    Array.from({ length: count }, (_, index) => `::: expander Part ${index}\nWords.\n:::\n`).join("\n");

  test.each([1, 7])("lets a page have %i", async (count) => {
    expect(await placesOf(tooManyExpanders, expanders(count))).toEqual([]);
  });

  test("names the eighth, once", async () => {
    expect(await placesOf(tooManyExpanders, expanders(9))).toEqual(["37:1"]);
    expect((await saidBy(tooManyExpanders, expanders(9)))[0]?.message).toContain("has 9 expanders");
  });
});
