import { describe, expect, test } from "vitest";
import { readingTable } from "../../src/report/reading-table.ts";

const site = { words: 13242, wordsPerSentence: 8, readingAge: 7 };
const page = (file: string, readingAge: number | null) => ({ file, words: 1107, wordsPerSentence: 12.25, readingAge });

describe("readingTable", () => {
  test("is the site in a sentence, and a row for each page, in columns", () => {
    expect(readingTable({ site, pages: [page("a.md", 10), page("b.md", 9)] }, "./content/")).toEqual([
      "Reading age: 7 (13,242 words, 8.0 a sentence). The NHS aims at 9 to 11, at most 14",
      "  age  words a sentence  words  page",
      "   10              12.3  1,107  content/a.md",
      "    9              12.3  1,107  content/b.md",
      "It tells where to look first, not whether a page is understood",
    ]);
  });

  test("shows the 20 hardest pages, and counts the others", () => {
    const many = Array.from({ length: 23 }, (_, index) => page(`${index}.md`, 9));
    const lines = readingTable({ site, pages: [...many, page("short.md", null)] }, "content");
    expect(lines.filter((line) => line.includes(".md"))).toHaveLength(20);
    expect(lines.slice(-3, -1)).toEqual(["and 3 more, no harder to read", "1 page with too few words to say"]);
  });

  test("says so where there are too few words, and has no table then", () => {
    const lines = readingTable({ site: { ...site, readingAge: null }, pages: [] }, "content");
    expect(lines[0]).toBe("Reading age: too few words to say");
    expect(lines).toHaveLength(2);
  });

  test("lets no file name give orders to the terminal", () => {
    expect(readingTable({ site, pages: [page("a\u001B[2J.md", 9)] }, "content").join("\n")).not.toContain("\u001B");
  });
});
