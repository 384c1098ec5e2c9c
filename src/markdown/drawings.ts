import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { readHtml } from "./html-tags.ts";
import type { HtmlPiece } from "./html-tags.ts";
import { offsetOf } from "./positions.ts";

/** Elements of a picture that does nothing but show shapes (SVG 2, chapters 9 and 10). */
const shapes = new Set("svg path circle ellipse rect g line polygon polyline title".split(" "));

/** Reads `<svg>` … `</svg>` in a line of words as one token, so that it is judged as a whole. */
export function drawings(md: MarkdownIt): void {
  md.core.ruler.after("inline", "drawings", (state: StateCore) => {
    for (const block of state.tokens) {
      if (block.children?.some(({ type, content }) => type === "html_inline" && /^<svg/i.test(content))) {
        block.children = withWholeDrawings(block.content, block.children);
      }
    }
  });
}

function withWholeDrawings(content: string, tokens: readonly Token[]): Token[] {
  const read: Token[] = [];
  const starts: number[] = [];
  for (const token of tokens) {
    read.push(token);
    if (token.type !== "html_inline") continue;
    if (/^<svg(?=[\s>])(?![^]*\/>$)/i.test(token.content)) starts.push(read.length - 1);
    const start = /^<\/svg/i.test(token.content) ? starts.pop() : undefined;
    const first = start === undefined ? undefined : read[start];
    if (start === undefined || !first || starts.length > 0 || !isBalanced(read.slice(start))) continue;
    const written = content.slice(offsetOf(first), offsetOf(token) + token.content.length);
    if (!isOneDrawing(written)) continue;
    first.content = written;
    read.length = start + 1;
  }
  return read;
}

/** Whether a browser, too, sees one drawing from end to end: a comment may hide its end tag. */
function isOneDrawing(html: string): boolean {
  const { pieces, unfinished } = readHtml(html);
  return unfinished === html.length && drawingEnds(pieces).get(0) === pieces.length - 1;
}

/** Whether everything that some tokens open is closed among them, and nothing else. */
export function isBalanced(tokens: readonly Token[]): boolean {
  let depth = 0;
  return tokens.every((token) => (depth += token.nesting) >= 0) && depth === 0;
}

/** For each `<svg>` that is closed, by its number among some pieces: the number of its end tag. */
export function drawingEnds(pieces: readonly HtmlPiece[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (const [index, piece] of pieces.entries()) {
    if ((piece.kind !== "start" && piece.kind !== "end") || piece.tag.tagName !== "svg") continue;
    if (piece.kind === "start" && !piece.tag.selfClosing) open.push(index);
    const start = piece.kind === "start" ? index : open.pop();
    if (start !== undefined && (piece.kind === "end" || piece.tag.selfClosing)) ends.set(start, index);
  }
  return ends;
}

/** Whether the pieces of a drawing only show shapes: nothing in them acts, leads or loads. */
export function isDecorative(pieces: readonly HtmlPiece[]): boolean {
  return pieces.every(
    (piece) =>
      (piece.kind !== "start" && piece.kind !== "end") ||
      (shapes.has(piece.tag.tagName) && piece.tag.attrs.every(({ name }) => !/^on|href$|^style$|^src/.test(name))),
  );
}
