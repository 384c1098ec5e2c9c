import { describe, expect, test } from "vitest";
import { negativeContraction } from "../../../src/checks/rules/negative-contraction.ts";
import { advice, marked, mended } from "../words.ts";

describe("negative-contraction", () => {
  test.each([
    "You cannot. You'll, we're and what's.",
    "Select **Can't sign in**.",
    'The screen says "you can\'t".',
    "`can't`",
    "## Don't",
    "Want it? A cant. The ant's.",
  ])("accepts %j", async (body) => {
    expect(await marked(negativeContraction, body)).toEqual([]);
  });

  test.each([
    ["You can't.", "You cannot."],
    ["Don’t go.", "Do not go."],
    ["It won't, shan't and isn't.", "It will not, shall not and is not."],
    ["WON'T", "WILL NOT"],
    ["You should've asked. They've gone.", "You should have asked. They have gone."],
    ["- mustn't", "- must not"],
    ["It &amp; I can't.", "It &amp; I cannot."],
  ])("writes %j in full: %j", async (body, right) => {
    expect(await mended(negativeContraction, body)).toBe(right);
  });

  test("leaves a question to a person, for its words change places", async () => {
    expect(await mended(negativeContraction, "Don't you know?")).toBe("Don't you know?");
    expect(await advice(negativeContraction, "Don't you know?")).toEqual([
      'Write "Do not", and put the words in their right order',
    ]);
  });

  test.each([
    "## If you can't sign in\n\nWords.",
    "::: expander You don't have a code\nWords.\n:::",
    "[Don't have an account?](/contact)",
  ])("leaves %j to a person, for its words lead somewhere", async (body) => {
    expect(await marked(negativeContraction, body)).toHaveLength(1);
    expect(await mended(negativeContraction, body)).toBe(body);
  });

  test("leaves one alone that markup cuts in two", async () => {
    expect(await mended(negativeContraction, "Do not ca*n't*.")).toBe("Do not ca*n't*.");
  });
});
