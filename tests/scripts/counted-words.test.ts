import { describe, expect, test } from "vitest";
import { counted, filled } from "../../assets/scripts/counted-words.ts";

describe("counted", () => {
  const english = { one: "%{count} result", other: "%{count} results" };
  const welsh = { two: "%{count} ganlyniad", other: "%{count} canlyniad" };

  test.each([
    [0, "0 results"],
    [1, "1 result"],
    [2, "2 results"],
    [1234, "1,234 results"],
  ])("says %i in the form that English has for it: %s", (count, words) => {
    expect(counted(english, count, "en-GB")).toBe(words);
  });

  test("takes the form of the language, else the one for all others", () => {
    expect([1, 2, 3, 4].map((count) => counted(welsh, count, "cy"))).toEqual([
      "1 canlyniad",
      "2 ganlyniad",
      "3 canlyniad",
      "4 canlyniad",
    ]);
  });
});

describe("filled", () => {
  test("puts each value in its place, as it is", () => {
    expect(filled("%{code}: %{title}", { code: "CID1", title: "$& %{code} <b>" })).toBe("CID1: $& %{code} <b>");
  });

  test("leaves a place alone for which there is no value", () => {
    expect(filled("%{nothing}", {})).toBe("%{nothing}");
  });
});
