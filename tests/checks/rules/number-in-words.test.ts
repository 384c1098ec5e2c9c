import { describe, expect, test } from "vitest";
import { numberInWords } from "../../../src/checks/rules/number-in-words.ts";
import { marked, mended } from "../words.ts";

describe("number-in-words", () => {
  test.each([
    "It takes 10 minutes.",
    "One of two people. One day.",
    "A two-factor code, two-thirds of the ten-minute walk.",
    "Two phones, and two hundred days.",
    "Twenty-four hours.",
    "In two minutes' time.",
    "Select **Two minutes**.",
  ])("accepts %j", async (body) => {
    expect(await marked(numberInWords, body)).toEqual([]);
  });

  test.each([
    ["It takes ten minutes.", "It takes 10 minutes."],
    ["Two or three working days.", "2 or 3 working days."],
    ["One to two weeks, and ninety characters.", "1 to 2 weeks, and 90 characters."],
  ])("writes %j with numerals", async (body, right) => {
    expect(await mended(numberInWords, body)).toBe(right);
  });
});
