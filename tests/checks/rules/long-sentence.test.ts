import { describe, expect, test } from "vitest";
import { longSentence } from "../../../src/checks/rules/long-sentence.ts";
import { advice, marked } from "../words.ts";

describe("long-sentence", () => {
  const words = (count: number): string => `Some ${"word ".repeat(count - 2)}ends`;

  test.each([
    `${words(25)}.`,
    `${words(25)}. ${words(25)}! ${words(25)}? ${words(25)}`,
    `- ${words(20)}\n- ${words(20)}`,
    `${words(15)}:\n\n- ${words(15)}`,
    '<div lang="cy">' + words(40) + "</div>",
  ])("accepts %j", async (body) => {
    expect(await marked(longSentence, body)).toEqual([]);
  });

  test("marks a sentence of 26 words alone", async () => {
    expect(await marked(longSentence, `Short. ${words(26)}. Short.`)).toEqual([`${words(26)}.`]);
    expect(await advice(longSentence, words(26))).toEqual([
      "Make two sentences of it, or a list; 20 words are a good length",
    ]);
  });
});
