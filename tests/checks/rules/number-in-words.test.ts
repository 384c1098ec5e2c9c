import { describe, expect, test } from "vitest";
import { numberInWords } from "../../../src/checks/rules/number-in-words.ts";
import { marked, mended } from "../words.ts";

describe("number-in-words", () => {
  test.each([
    "It takes 10 minutes.",
    "One of two people. One day.",
    "A two-factor code, two-thirds of the ten-minute walk.",
    "Two phones, and two hundred days.",
    "Enter two, three or four digits. Ten, twenty and thirty days.",
    "On page two people see the code. No two people have one. One in ten people.",
    "Two people may share an address. Three words are enough.",
    "Take the Five Ways road, or read Two steps by Smith.",
    "Nine times out of ten.",
    "In two minutes' time.",
    "Select **Two minutes**.",
  ])("accepts %j", async (body) => {
    expect(await marked(numberInWords, body)).toEqual([]);
  });

  test.each([
    ["It takes ten minutes.", "It takes 10 minutes."],
    ["Two or three working days.", "2 or 3 working days."],
    ["You need three codes.", "You need 3 codes."],
    ["There are five ways, and fifteen easy steps.", "There are 5 ways, and 15 easy steps."],
    ["Twenty-four more hours, or forty two new messages.", "24 more hours, or 42 new messages."],
    ["Between two and five people.", "Between 2 and 5 people."],
    ["## In short\n\nWait thirteen or fourteen more days.", "## In short\n\nWait 13 or 14 more days."],
    ["One to two weeks, and ninety characters.", "1 to 2 weeks, and 90 characters."],
  ])("writes %j with numerals", async (body, right) => {
    expect(await mended(numberInWords, body)).toBe(right);
  });
});
