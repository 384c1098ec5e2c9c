import { describe, expect, test } from "vitest";
import { italics } from "../../../src/checks/rules/italics.ts";
import { marked } from "../words.ts";

describe("italics", () => {
  test.each([
    "Plain and **bold** words.",
    "A * star * and 2_000_000.",
    "*`code`*",
    '<i lang="la">et cetera</i>',
    "_<https://example.org>_",
  ])("accepts %j", async (body) => {
    expect(await marked(italics, body)).toEqual([]);
  });

  test.each([
    ["You need *both* codes.", ["both"]],
    ["_One_ and *two words*", ["One", "two words"]],
    ["*a **b** c*", ["a **b** c"]],
    ["<p><em>HTML</em> and <i>more</i></p>", ["HTML", "more"]],
    ["::: expander An *odd* one\nWords.\n:::", ["odd"]],
    ["<div><em>never closed</div>\n\nThe next paragraph.", ["never closed"]],
  ])("marks the words in %j", async (body, words) => {
    expect(await marked(italics, body)).toEqual(words);
  });
});
