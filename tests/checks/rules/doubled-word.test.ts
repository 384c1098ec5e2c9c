import { describe, expect, test } from "vitest";
import { doubledWord } from "../../../src/checks/rules/doubled-word.ts";
import { marked, mended } from "../words.ts";

describe("doubled-word", () => {
  test.each([
    "The code is in the email.",
    "Bye bye, and so so.",
    "Duran Duran sang. The The did too.",
    "Press A. A code comes.",
    "The command is `the the`.",
    '<span lang="cy">da da</span>',
    "Well-being being what it is.",
    "I know. Know that.",
    "We sign you in in seconds. Log in in person.",
    "I gave her her phone.",
    "What it is is simple. Is it it?",
    "Turn it on on your phone.",
    "He had had a code. Say that that is yours.",
    "Ask whoever you spoke to to help. The rights you have have changed.",
    "I'll show you you are safe.",
  ])("accepts %j", async (body) => {
    expect(await marked(doubledWord, body)).toEqual([]);
  });

  test.each([
    ["Enter the the code.", "the", "Enter the code."],
    ["The the code.", "the", "The code."],
    ["Done. It it works.", "it", "Done. It works."],
    ["- **bold** we we go", "we", "- **bold** we go"],
    ["<p>At at noon</p>", "at", "<p>At noon</p>"],
  ])("marks the second word in %j, and takes it out", async (body, word, right) => {
    expect(await marked(doubledWord, body)).toEqual([word]);
    expect(await mended(doubledWord, body)).toBe(right);
  });

  test.each([
    ["[Contact us](/contact) us if you need help.", "us"],
    ["::: expander A a code\nWords.\n:::", "a"],
    ["## Enter the the code", "the"],
    ["Select [Enter the the code](/contact).", "the"],
    ["At the end of the\nthe line.", "the"],
  ])("marks it in %j, and leaves it to a person", async (body, word) => {
    expect(await marked(doubledWord, body)).toEqual([word]);
    expect(await mended(doubledWord, body)).toBe(body);
  });
});
