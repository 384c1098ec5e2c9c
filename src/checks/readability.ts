import { compareText } from "../model/diagnostic.ts";
import type { PageFigure, ReadingFigure, ReadingFigures } from "../model/readability.ts";
import type { Site } from "../model/site.ts";
import type { TextBlock, TextBlockKind } from "../model/text-block.ts";
import { englishPages } from "./prose.ts";
import { sentencesOf } from "./sentences.ts";

/** What the formula is made of. */
export interface ReadingCounts {
  /** Letters and digits. */
  readonly letters: number;
  readonly words: number;
  readonly sentences: number;
}

/** With fewer words, one long name moves the figure by years. */
const fewestWords = 100;

/** The age at which school starts in the formula's own country, before its grade 1. */
const ageOfGradeNought = 5;

/** Cells and captions are no sentences; without a full stop each would be a short one, and a table would look easy. */
const read: ReadonlySet<TextBlockKind> = new Set([
  "paragraph",
  "heading",
  "list-item",
  "summary",
  "box-heading",
  "quote",
]);

/**
 * The Automated Readability Index (E. A. Smith and R. J. Senter, 1967) as an age: a school grade from the length of words
 * and sentences, and five years. It needs no syllables, which English spelling hides, so it is exact.
 *
 * @returns not rounded; `null` where nothing is counted
 *
 * @example
 * readingAge({ letters: 430, words: 100, sentences: 10 }) // 8.823
 */
export function readingAge({ letters, words, sentences }: ReadingCounts): number | null {
  if (words === 0 || sentences === 0) return null;
  const grade = 4.71 * (letters / words) + 0.5 * (words / sentences) - 21.43;
  return grade + ageOfGradeNought;
}

/**
 * Counts the prose of blocks. The end of a block ends a sentence: the manual has a full stop put behind every heading and
 * item of a list before it measures.
 */
export function readingCounts(blocks: readonly Pick<TextBlock, "kind" | "prose">[]): ReadingCounts {
  let [letters, words, sentences] = [0, 0, 0];
  for (const { kind, prose } of blocks) {
    if (!read.has(kind)) continue;
    for (const sentence of sentencesOf(prose)) {
      const lengths = sentence.split(" ").map((word) => word.match(/[\p{L}\p{N}]/gu)?.length ?? 0);
      const own = lengths.filter((length) => length > 0);
      letters += own.reduce((sum, length) => sum + length, 0);
      words += own.length;
      if (own.length > 0) sentences += 1;
    }
  }
  return { letters, words, sentences };
}

/** How hard the English pages of a site are to read. */
export function readingFigures(site: Site): ReadingFigures {
  const pages = [...englishPages(site)].flatMap(({ page: { file }, blocks }) =>
    file === null ? [] : [{ file, counts: readingCounts(blocks) }],
  );
  const sorted = pages.toSorted(
    (a, b) => (ageOf(b.counts) ?? -Infinity) - (ageOf(a.counts) ?? -Infinity) || compareText(a.file, b.file),
  );
  return {
    site: figure(pages.map(({ counts }) => counts).reduce(sum, { letters: 0, words: 0, sentences: 0 })),
    pages: sorted.map(({ file, counts }): PageFigure => ({ file, ...figure(counts) })),
  };
}

function sum(a: ReadingCounts, b: ReadingCounts): ReadingCounts {
  return { letters: a.letters + b.letters, words: a.words + b.words, sentences: a.sentences + b.sentences };
}

function ageOf(counts: ReadingCounts): number | null {
  return counts.words < fewestWords ? null : readingAge(counts);
}

/** Whole years: the formula cannot tell more. */
function figure(counts: ReadingCounts): ReadingFigure {
  const { words, sentences } = counts;
  const age = ageOf(counts);
  return {
    words,
    wordsPerSentence: sentences === 0 ? 0 : Math.round((words / sentences) * 10) / 10,
    readingAge: age === null ? null : Math.max(ageOfGradeNought, Math.round(age)),
  };
}
