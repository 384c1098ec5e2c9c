import type { PageFigure, ReadingFigures } from "../model/readability.ts";
import { placeName } from "./place-name.ts";
import { plural } from "./terminal.ts";
import { visible } from "./visible.ts";

/** Nobody works through more in a day. */
const mostPages = 20;

/**
 * How hard pages are to read, hardest first, in lines for people.
 *
 * @param folder - the content folder as the reader would type it
 */
export function readingTable({ site, pages }: ReadingFigures, folder: string): readonly string[] {
  const judged = pages.filter(({ readingAge }) => readingAge !== null);
  const short = pages.length - judged.length;
  const more = judged.length - mostPages;
  return [
    site.readingAge === null
      ? "Reading age: too few words to say"
      : `Reading age: ${site.readingAge} (${grouped(site.words)} words, ${decimal(site.wordsPerSentence)} a sentence). The NHS aims at 9 to 11, at most 14`,
    ...rows(judged.slice(0, mostPages), folder),
    ...(more > 0 ? [`and ${more} more, no harder to read`] : []),
    ...(short > 0 ? [`${plural(short, "page")} with too few words to say`] : []),
    "It tells where to look first, not whether a page is understood",
  ];
}

function rows(pages: readonly PageFigure[], folder: string): readonly string[] {
  if (pages.length === 0) return [];
  const cells = [
    ["age", "words a sentence", "words", "page"],
    ...pages.map(({ file, words, wordsPerSentence, readingAge }) => [
      String(readingAge),
      decimal(wordsPerSentence),
      grouped(words),
      visible(placeName(folder, file)),
    ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells.map((row) => `  ${row.map((words, column) => words.padStart(widths[column] ?? 0)).join("  ")}`);
}

function decimal(number: number): string {
  return number.toFixed(1);
}

/** A number as the pages write it: 1,107. */
function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
