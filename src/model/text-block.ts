import type { SourceSpan } from "./diagnostic.ts";
import { spanAt } from "./diagnostic.ts";

/**
 * What a block of words is on the page. A paragraph inside a list's item, a cell or a quote counts as that. Titles, short
 * ones too, and subtitles are fields: no Markdown is read in them.
 */
export type TextBlockKind =
  | "paragraph"
  | "heading"
  | "list-item"
  | "cell"
  | "caption"
  | "summary"
  | "box-heading"
  | "quote"
  | "title"
  | "subtitle";

/** A stretch of a block's text that stands in one piece in the file. */
export interface TextRun {
  /** Where it starts in the block's text. */
  readonly offset: number;
  /** In the block's text. */
  readonly length: number;
  /** Counted from 1, front matter included. */
  readonly line: number;
  /** Counted from 1, in UTF-16 units. */
  readonly column: number;
  /** In the file: more than `length` for a character that is written as an entity, such as `&rsquo;`. */
  readonly sourceLength: number;
  /** Whether it is set in italics. */
  readonly isEmphasised: boolean;
  readonly isBold: boolean;
  /** Whether it stands in the words of a link. */
  readonly isLink: boolean;
}

/** A list, as each of its items' blocks knows it. */
export interface TextList {
  /** Counted from 0 on the page. */
  readonly number: number;
  readonly isNumbered: boolean;
  /** The block straight before it, with nothing between; `null` where there is none. */
  readonly leadIn: TextBlock | null;
}

/** The item of a list that a block stands in. */
export interface ListItem {
  readonly list: TextList;
  /** Counted from 0 in its list. */
  readonly position: number;
  /** Whether the block is the first of its item. */
  readonly isFirst: boolean;
}

/** Some words of a page that belong together: a paragraph, a heading, an item of a list. */
export interface TextBlock {
  readonly kind: TextBlockKind;
  /** Path inside the content folder, with `/`. */
  readonly file: string;
  /** The line of the part that it starts in, counted from 1: where words stand that no run holds. */
  readonly line: number;
  /** From 1 to 6; `null` for everything but headings. */
  readonly level: number | null;
  /** As a reader sees it, white space made single. */
  readonly text: string;
  /**
   * The same, with U+FFFC for each character that is no prose of the block's language: code, addresses, words in another
   * language, pictures, and words that our own code wrote. As long as `text`, so that offsets are the same.
   */
  readonly prose: string;
  /** The language that the editor gave the block; `null` for the page's own. */
  readonly lang: string | null;
  readonly item: ListItem | null;
  /** The innermost expander that it stands in, as its summary or inside: counted from 0 on the page. */
  readonly expander: number | null;
  /** In order, without overlaps. Between them stand white space and what is no prose. */
  readonly runs: readonly TextRun[];
}

/** Stands in `prose` for a character that no rule of words may judge: the object replacement character. */
export const noProse = "\uFFFC";

/** The run that holds a character of a block's text; `null` for white space between runs, and for what is no prose. */
export function runAt(block: TextBlock, offset: number): TextRun | null {
  const run = block.runs[indexOfRun(block, offset)];
  return run !== undefined && run.offset <= offset ? run : null;
}

/** The first run that ends behind an offset. A page may be one paragraph of 100,000 runs. */
function indexOfRun({ runs }: TextBlock, offset: number): number {
  let low = 0;
  for (let high = runs.length; low < high;) {
    const middle = (low + high) >> 1;
    const run = runs[middle]!;
    if (run.offset + run.length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Where a stretch of a block's text stands in the file.
 *
 * @param end - excluded; what goes beyond the first of its lines is left out
 */
export function spanIn(block: TextBlock, start: number, end: number): SourceSpan {
  const index = indexOfRun(block, start);
  const first = block.runs[index];
  if (!first) return spanAt(block.file, block.runs.at(-1)?.line ?? block.line, 1);
  const within = (run: TextRun, offset: number): number =>
    run.length === run.sourceLength ? Math.min(Math.max(offset - run.offset, 0), run.length) : run.sourceLength;
  const column = first.column + (first.length === first.sourceLength ? within(first, start) : 0);
  let endColumn = column + 1;
  for (let next = index; next < block.runs.length; next++) {
    const run = block.runs[next]!;
    if (run.offset >= end || run.line !== first.line) break;
    endColumn = Math.max(endColumn, run.column + within(run, end));
  }
  return { file: block.file, line: first.line, column, endColumn };
}

/** The same for a stretch that can be replaced as a whole; `null` where markup or a line's end stands in it. */
export function plainSpanIn(block: TextBlock, start: number, end: number): SourceSpan | null {
  const run = runAt(block, start);
  return run !== null && end <= run.offset + run.length ? spanIn(block, start, end) : null;
}
