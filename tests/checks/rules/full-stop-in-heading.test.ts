import { describe, expect, test } from "vitest";
import { fullStopInHeading } from "../../../src/checks/rules/full-stop-in-heading.ts";
import { marked, mended } from "../words.ts";

describe("full-stop-in-heading", () => {
  test.each([
    "## Enter your code",
    "## And so on...",
    "## Codes, links etc.",
    "## At 9 a.m.",
    "## Really?",
    "Enter your code.",
    "::: expander It ends.\nWords.\n:::",
  ])("accepts %j", async (body) => {
    expect(await marked(fullStopInHeading, body)).toEqual([]);
  });

  test("marks a title and a short title, and leaves a subtitle alone", async () => {
    const fields = { title: "Enter your code.", short_title: "'Your code.'", subtitle: "How you enter it." };
    expect(await marked(fullStopInHeading, "Words.", fields)).toEqual([".", "."]);
  });

  test.each([
    ["## Enter your code.", "## Enter your code"],
    ["## Enter *your code.* ##", "## Enter *your code* ##"],
    ["Enter your code.\n---", "Enter your code\n---"],
    ["<h3>Enter. Your code.</h3>", "<h3>Enter. Your code</h3>"],
    ["::: warning Take care.\nWords.\n:::", "::: warning Take care\nWords.\n:::"],
  ])("takes it from %j", async (body, right) => {
    expect(await marked(fullStopInHeading, body)).toEqual(["."]);
    expect(await mended(fullStopInHeading, body)).toBe(right);
  });
});
