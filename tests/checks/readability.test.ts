import { describe, expect, test } from "vitest";
import { readingAge, readingCounts, readingFigures } from "../../src/checks/readability.ts";
import type { TextBlockKind } from "../../src/model/text-block.ts";
import { article, siteFrom } from "../support/site-from.ts";

const block = (prose: string, kind: TextBlockKind = "paragraph") => ({ kind, prose });

describe("readingAge", () => {
  test("is the grade of the Automated Readability Index and five years", () => {
    // 4.71 × 430 ÷ 100 + 0.5 × 100 ÷ 10 − 21.43 = 3.823
    expect(readingAge({ letters: 430, words: 100, sentences: 10 })).toBeCloseTo(8.823);
  });

  test("rises with longer words and with longer sentences", () => {
    const age = (letters: number, sentences: number) => readingAge({ letters, words: 100, sentences }) ?? 0;
    expect(age(500, 10)).toBeGreaterThan(age(430, 10));
    expect(age(430, 5)).toBeGreaterThan(age(430, 10));
  });

  test("is not known where nothing is counted", () => {
    expect(readingAge({ letters: 0, words: 0, sentences: 0 })).toBeNull();
  });
});

describe("readingCounts", () => {
  test("counts letters and digits, words and sentences", () => {
    expect(readingCounts([block("You can't sign in. Enter 6 digits!")])).toEqual({
      letters: 25,
      words: 7,
      sentences: 2,
    });
  });

  test("ends a sentence with every heading and item of a list", () => {
    const blocks = [block("Sign in", "heading"), block("You need:"), block("a code", "list-item")];
    expect(readingCounts(blocks)).toMatchObject({ words: 6, sentences: 3 });
  });

  test("leaves out tables, code and addresses", () => {
    expect(readingCounts([block("One cell", "cell"), block("A caption", "caption")])).toMatchObject({ words: 0 });
    expect(readingCounts([block("Go to \uFFFC\uFFFC\uFFFC now – soon.")])).toMatchObject({ words: 4, sentences: 1 });
  });
});

describe("readingFigures", () => {
  const easy = "The cat sat on the mat. ".repeat(20);
  const hard = "Organisations unquestionably necessitate verification of identity documents. ".repeat(20);
  const words = (body: string, position: string) => article(body, { title: `Page ${position}`, position });

  test("puts the hardest page first, and pages with too few words last", async () => {
    const { site } = await siteFrom({
      "a.md": words(easy, "1"),
      "b.md": words("Few words.", "2"),
      "c.md": words(hard, "3"),
    });
    const { pages } = readingFigures(site);
    expect(pages.map(({ file }) => file)).toEqual(["c.md", "a.md", "b.md"]);
    expect(pages[1]).toEqual({ file: "a.md", words: 120, wordsPerSentence: 6, readingAge: 5 });
    expect(pages[2]).toMatchObject({ words: 2, readingAge: null });
  });

  test("weighs the site by its words", async () => {
    const { site } = await siteFrom({ "a.md": words(easy, "1"), "b.md": words("Few words.", "2") });
    expect(readingFigures(site).site).toEqual({ words: 122, wordsPerSentence: 5.8, readingAge: 5 });
  });

  test("leaves out what is not English", async () => {
    const { site } = await siteFrom({ "a.md": article(hard, { lang: "cy" }) });
    expect(readingFigures(site)).toEqual({ site: { words: 0, wordsPerSentence: 0, readingAge: null }, pages: [] });
  });
});
