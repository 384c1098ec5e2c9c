import { describe, expect, test } from "vitest";
import { numberWithoutComma } from "../../../src/checks/rules/number-without-comma.ts";
import { marked, mended } from "../words.ts";

describe("number-without-comma", () => {
  test.each([
    "We helped 10,000 people and 999 others, for £1,500.",
    "In 2020 people had phones. By 1950 patients had none. Around 2000 people came.",
    "The page of 2026. Since 1 January 2027 users sign in.",
    "2020 users were asked. It ran from 1990 to 2005 people say.",
    "Enter 12345. Your code is 123456. Reference 20481 times out.",
    "Enter code 12345 times. Room 4021 people, room 4021 people.",
    "Nokia 3310 users, Windows 9000 users and ISO 27001 people.",
    "Call 0300 1234 567 people. Dial 61016 people. NHS number 999 123 4567 people.",
    "At 1730 hours. CID7023 people, AB10000 people, 10000-2 people, 1.10000 people, /10000 people.",
    "It costs £1500k, £1500.5 or £2000/2500. Version 10000.1 people.",
    '`10000 people` and **10000 people**, "10000 people".',
    "[A page](https://example.com/10000/people)",
    '<span lang="cy">10000 people</span>',
    "Take 10000 Steps. Port 8080, 1234567890 people.",
  ])("accepts %j", async (body) => {
    expect(await marked(numberWithoutComma, body)).toEqual([]);
  });

  test.each([
    ["It helps 10000 people.", "It helps 10,000 people."],
    ["10000 new users, and 1234567 calls", "10,000 new users, and 1,234,567 calls"],
    ["More than 2000 people. About 5000 patients.", "More than 2,000 people. About 5,000 patients."],
    ["It takes 1000 to 5000 surgeries.", "It takes 1,000 to 5,000 surgeries."],
    ["It costs £1500, or £12000.50.", "It costs £1,500, or £12,000.50."],
    ["Up to 4000 characters", "Up to 4,000 characters"],
  ])("writes %j as %j", async (body, right) => {
    expect(await mended(numberWithoutComma, body)).toBe(right);
  });

  test("marks the number alone", async () => {
    expect(await marked(numberWithoutComma, "It helps 10000 people, for £1500.")).toEqual(["10000", "£1500"]);
  });
});
