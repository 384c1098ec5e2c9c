import { describe, expect, test } from "vitest";
import { hyphenInRange } from "../../../src/checks/rules/hyphen-in-range.ts";
import { marked, mended } from "../words.ts";

describe("hyphen-in-range", () => {
  test.each([
    "Open Monday to Friday, 9am to 5pm.",
    "Call 020-7450-4000, or 0300-123.",
    "On 2026-01-31, form GMS-1-2, a 6-in-1 vaccine, 24-7.",
    "It was 3-1. A 5-10 split.",
    "A two-day wait, 10-minute walk.",
    "Select **9-5pm**.",
  ])("accepts %j", async (body) => {
    expect(await marked(hyphenInRange, body)).toEqual([]);
  });

  test.each([
    ["Monday-Friday", "Monday to Friday"],
    ["9am-5pm or 9.30–5pm", "9am to 5pm or 9.30 to 5pm"],
    ["Between 9am - 5pm.", "Between 9am and 5pm."],
    ["It takes 5-10 minutes.", "It takes 5 to 10 minutes."],
    ["We are open 9-5.", "We are open 9 to 5."],
    ["Children aged 13–15.", "Children aged 13 to 15."],
  ])("writes %j as %j", async (body, right) => {
    expect(await mended(hyphenInRange, body)).toBe(right);
  });
});
