import { describe, expect, test } from "vitest";
import { repeatedHeading } from "../../../src/checks/rules/repeated-heading.ts";
import { marked } from "../words.ts";

describe("repeated-heading", () => {
  test.each([
    "## One\n\n## Two",
    "## One\n\n### What you need\n\n## Two\n\n### What you need",
    "## One\n\n### One",
    "##\n\n##",
  ])("accepts %j", async (body) => {
    expect(await marked(repeatedHeading, body)).toEqual([]);
  });

  test.each([
    ["## One\n\nWords.\n\n## one", ["## one"]],
    ["## One\n\n### A\n\n#### B\n\n### A", ["### A"]],
  ])("marks the second in %j", async (body, words) => {
    expect(await marked(repeatedHeading, body)).toEqual(words);
  });
});
