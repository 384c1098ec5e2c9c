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

/** Gives a token that takes another's place the other's offset. */
export function copyOffset(from: Token, to: Token): Token {
  offsets.set(to, offsetOf(from));
  return to;
}

/**
 * The place in the body of a stretch of a block's content.
 *
 * @param block - a token with `map` and `content`: a paragraph's inline token, a block of HTML
 * @param offset - into `block.content`
 * @param length - of the stretch; what goes beyond the end of its line is left out
 */
export function placeIn(page: PageContext, block: Token, offset: number, length: number): Place {
  const starts = lineStartsOf(block);
  let index = starts.length - 1;
  for (let low = 0; low < index; ) {
    const middle = Math.ceil((low + index) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else index = middle - 1;
  }
  const before = starts[index] ?? 0;
  const written = block.content.slice(before, (starts[index + 1] ?? block.content.length + 1) - 1);
  const line = (block.map?.[0] ?? 0) + index;
  const source = page.lines[line] ?? "";
  const column = Math.max(0, columnOf(source, written, cellColumns.get(block)) + offset - before);
  return { line, column, length: Math.max(1, Math.min(length, written.length - (offset - before))) };
}

const lineStarts = new WeakMap<Token, { readonly content: string; readonly starts: readonly number[] }>();

function lineStartsOf(block: Token): readonly number[] {
  const known = lineStarts.get(block);
  if (known?.content === block.content) return known.starts;
  const starts = [0];
  for (let end = block.content.indexOf("\n"); end >= 0; end = block.content.indexOf("\n", end + 1)) starts.push(end + 1);
  lineStarts.set(block, { content: block.content, starts });
  return starts;
}

/** Containers, lists and quotes strip what stands before a line's content; the content ends the line, or nearly. */
function columnOf(source: string, written: string, known: number | undefined): number {
  if (known !== undefined) return known;
  if (source.endsWith(written)) return source.length - written.length;
  const words = written.trim();
  const found = source.lastIndexOf(words);
  return found - (written.length - written.trimStart().length);
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
