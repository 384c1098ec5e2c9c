import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { excerptOf } from "../../assets/scripts/search-excerpt.ts";

/** Marks words with stars. */
function shown(text: string, ...words: readonly string[]): string {
  const soughtIn = (sentence: string) =>
    [...sentence.matchAll(/\w+/g)]
      .filter(([word]) => words.includes(word.toLowerCase()))
      .map(({ 0: term, index }) => ({ term, start: index, end: index + term.length }));
  return excerptOf(text, soughtIn)
    .map((part) => (part.marked ? `*${part.text}*` : part.text))
    .join("");
}

describe("excerptOf", () => {
  test("is the sentence with the most of the words, and marks them", () => {
    const text = "Your code works once. Enter the code on the screen. Wait.";
    expect(shown(text, "code", "screen")).toBe("Enter the *code* on the *screen*.");
  });

  test("is the first sentence where no word is in the text", () => {
    expect(shown("One. Two.", "three")).toBe("One.");
    expect(shown("", "three")).toBe("");
  });

  test("does not take a full stop in an address for an end", () => {
    expect(shown("Write to help@example.org now. Thank you.", "help")).toBe("Write to *help*@example.org now.");
  });

  test("takes a line for a sentence at least", () => {
    expect(shown("A heading\nThe code", "code")).toBe("The *code*");
  });

  test("cuts a long sentence around the first word, between words", () => {
    const long = `${"before ".repeat(60)}code ${"after ".repeat(60)}`;
    const cut = shown(long, "code");
    expect(cut).toMatch(/^… (before )+\*code\* (after )+…$/);
    expect(cut.length).toBeLessThan(220);
    expect(shown("x".repeat(1000), "code").length).toBeLessThan(220);
  });

  test("loses and adds no word, whatever is marked", () => {
    const stretches = fc.array(fc.record({ term: fc.constant("a"), start: fc.nat(60), end: fc.nat(60) }));
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ]{1,60}$/), stretches, (text, all) => {
        const sought = all.filter(({ start, end }) => start < end && end <= text.trim().length);
        const parts = excerptOf(text, () => sought.toSorted((a, b) => a.start - b.start || b.end - a.end));
        expect(parts.map((part) => part.text).join("")).toBe(text.trim());
      }),
    );
  });
});
