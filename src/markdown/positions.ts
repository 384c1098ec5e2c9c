import MarkdownIt from "markdown-it";
import type { StateInline, Token } from "markdown-it";
import type { PageContext, Place } from "./page-context.ts";

/** Where each inline token starts in the content that it was read from, in UTF-16 units. */
const offsets = new WeakMap<Token, number>();

/** Where the content of a table's cell starts in its line. */
const cellColumns = new WeakMap<Token, number>();

/** markdown-it's state for inline rules, which also remembers where each token was found. */
export class PositionedInlineState extends MarkdownIt.StateInline {
  override push(...kind: Parameters<StateInline["push"]>): Token {
    const token = super.push(...kind);
    offsets.set(token, this.pos);
    return token;
  }
}

/**
 * Where an inline token starts in its content. For an opened link that is the first character of its words, for a closed
 * one the `]`; for everything else the first character of its markup.
 *
 * @returns 0 for tokens that no rule of markdown-it pushed
 */
export function offsetOf(token: Token): number {
  return offsets.get(token) ?? 0;
}

/** For tokens that hold a part of a block: the block, whose content they share. */
const wholes = new WeakMap<Token, Token>();

/** Says that a token holds a part of a block, so that its places are looked up in that block. */
export function isPartOf(part: Token, whole: Token): Token {
  wholes.set(part, wholes.get(whole) ?? whole);
  return part;
}

/**
 * The place in the body of a stretch of a block's content.
 *
 * @param block - a token with `map` and `content`: a paragraph's inline token, a block of HTML
 * @param offset - into `block.content`
 * @param length - of the stretch; what goes beyond the end of its line is left out
 */
export function placeIn(page: PageContext, block: Token, offset: number, length: number): Place {
  const first = block.map?.[0] ?? 0;
  const lines = linesOf(page, wholes.get(block) ?? block);
  let index = lines.length - 1;
  for (let low = 0; low < index;) {
    const middle = Math.ceil((low + index) / 2);
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else index = middle - 1;
  }
  const { start, end, column } = lines[index] ?? { start: 0, end: 0, column: 0 };
  return {
    line: first + index,
    column: Math.max(0, column + offset - start),
    length: Math.max(1, Math.min(length, end - offset)),
  };
}

/** A line of a block's content: where it starts and ends in the content, and its column in the file. */
interface ContentLine {
  readonly start: number;
  readonly end: number;
  readonly column: number;
}

const contentLines = new WeakMap<Token, { readonly content: string; readonly lines: readonly ContentLine[] }>();

function linesOf(page: PageContext, block: Token): readonly ContentLine[] {
  const { content } = block;
  const known = contentLines.get(block);
  if (known?.content === content) return known.lines;
  const lines: ContentLine[] = [];
  for (let start = 0; start <= content.length;) {
    const found = content.indexOf("\n", start);
    const end = found < 0 ? content.length : found;
    const source = page.lines[(block.map?.[0] ?? 0) + lines.length] ?? "";
    lines.push({ start, end, column: columnOf(source, content.slice(start, end), cellColumns.get(block)) });
    start = end + 1;
  }
  contentLines.set(block, { content, lines });
  return lines;
}

/** Containers, lists and quotes strip what stands before a line's content; the content ends the line, or nearly. */
function columnOf(source: string, written: string, known: number | undefined): number {
  if (known !== undefined) return known;
  if (source.endsWith(written)) return source.length - written.length;
  const words = written.trim();
  return source.lastIndexOf(words) - (written.length - written.trimStart().length);
}

/** Gives the cells of tables their lines and columns, which markdown-it leaves out. */
export function placeTableCells(page: PageContext, tokens: readonly Token[]): void {
  let row: [number, number] | null = null;
  let from = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.type === "tr_open") {
      row = token.map;
      from = 0;
    }
    const inCell = tokens[index - 1]?.type === "td_open" || tokens[index - 1]?.type === "th_open";
    if (!inCell || token.type !== "inline" || row === null) continue;
    const source = page.lines[row[0]] ?? "";
    const found = source.indexOf(token.content, from);
    token.map = row;
    cellColumns.set(token, Math.max(found, 0));
    if (found >= 0) from = found + token.content.length;
  }
}
