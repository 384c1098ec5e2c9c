import { describe, expect, test } from "vitest";
import { dayInWords } from "../../src/output/dates.ts";

describe("dayInWords", () => {
  test.each([
    ["2026-01-31", "en-GB", "31 January 2026"],
    ["2026-01-01", "en", "1 January 2026"],
    ["2026-12-31", "cy", "31 Rhagfyr 2026"],
  ])("writes %s in %s as %s", (day, lang, words) => {
    expect(dayInWords(day, lang)).toBe(words);
  });

  test("writes a language that nobody knows as British English, whatever the machine's own", () => {
    expect(dayInWords("2026-01-31", "zz")).toBe("31 January 2026");
  });
});
