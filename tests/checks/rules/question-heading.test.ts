import { describe, expect, test } from "vitest";
import { questionHeading } from "../../../src/checks/rules/question-heading.ts";
import { marked } from "../words.ts";

describe("question-heading", () => {
  test.each([
    "## Change your password",
    "Forgotten it?",
    "::: expander Forgotten your password?\nWords.\n:::",
    '<h2 lang="cy">Pam?</h2>',
  ])("accepts %j", async (body) => {
    expect(await marked(questionHeading, body)).toEqual([]);
  });

  test("marks a title", async () => {
    expect(await marked(questionHeading, "Words.", { title: "How do I start?" })).toEqual(["How do I start?"]);
  });

  test("marks the words of the heading", async () => {
    expect(await marked(questionHeading, "Words.\n\n### How do I *start*?")).toEqual(["How do I *start*?"]);
  });
});
