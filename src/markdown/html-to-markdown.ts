import type { Token } from "parse5";
import { attributeOf, readHtml } from "./html-tags.ts";
import type { HtmlPiece } from "./html-tags.ts";

/** Pieces of HTML that are being read from front to back. */
interface Pieces {
  readonly html: string;
  readonly pieces: readonly HtmlPiece[];
  next: number;
}

/** Marks of Markdown for elements around words. */
const emphasis: ReadonlyMap<string, string> = new Map([
  ["strong", "**"],
  ["b", "**"],
  ["em", "*"],
  ["i", "*"],
]);

/**
 * Writes paragraphs and lists of HTML in Markdown, so that the page is as before.
 *
 * @returns blocks of lines; `null` where anything else is in it, or words that Markdown would read otherwise
 *
 * @example
 * markdownOf("<p>Select <b>Next</b>:</p>") // [["Select **Next**:"]]
 */
export function markdownOf(html: string): readonly (readonly string[])[] | null {
  const { pieces, unfinished } = readHtml(html);
  if (unfinished < html.length || depthOf(pieces) > deepest) return null;
  const reading: Pieces = { html, pieces, next: 0 };
  const blocks: (readonly string[])[] = [];
  let before = "";
  for (skipSpace(reading); reading.next < pieces.length; skipSpace(reading)) {
    const tag = startTag(reading);
    const name = tag?.tagName ?? "";
    const lines = name === "p" ? paragraph(reading) : listOf(reading, name);
    // Two lists one after the other would become one.
    if (lines === null || (name !== "p" && before !== "p" && before !== "")) return null;
    before = name;
    blocks.push(lines);
  }
  return blocks;
}

/** Elements deeper inside each other are not plain: a guard for texts of nothing but tags. */
const deepest = 10;

function depthOf(pieces: readonly HtmlPiece[]): number {
  let depth = 0;
  let most = 0;
  for (const piece of pieces) {
    if (piece.kind === "start" && piece.tag.tagName !== "br") most = Math.max(most, ++depth);
    if (piece.kind === "end") depth--;
  }
  return most;
}

/** The tag that the next piece starts with; `null` where it is something else. */
function startTag({ pieces, next }: Pieces): Token.TagToken | null {
  const piece = pieces[next];
  return piece?.kind === "start" ? piece.tag : null;
}

function isEnd({ pieces, next }: Pieces, name: string): boolean {
  const piece = pieces[next];
  return piece?.kind === "end" && piece.tag.tagName === name;
}

function written({ html, pieces, next }: Pieces): string {
  return html.slice(pieces[next]?.start, pieces[next]?.end);
}

function skipSpace(reading: Pieces): void {
  while (reading.pieces[reading.next]?.kind === "text" && /^\s*$/.test(written(reading))) reading.next++;
}

function paragraph(reading: Pieces): readonly string[] | null {
  if (startTag(reading)?.attrs.length !== 0) return null;
  reading.next++;
  const lines = words(reading, "p");
  if (lines === null || !isEnd(reading, "p")) return null;
  reading.next++;
  return lines;
}

function listOf(reading: Pieces, name: string): readonly string[] | null {
  if ((name !== "ul" && name !== "ol") || startTag(reading)?.attrs.length !== 0) return null;
  reading.next++;
  const lines: string[] = [];
  for (let number = 1; ; number++) {
    skipSpace(reading);
    if (isEnd(reading, name)) break;
    const item = itemOf(reading);
    if (item === null) return null;
    const marker = name === "ul" ? "- " : `${number}. `;
    lines.push(...item.map((line, index) => (index === 0 ? marker : " ".repeat(marker.length)) + line));
  }
  reading.next++;
  return lines.length === 0 ? null : lines;
}

/** Words, and at most one list under them. */
function itemOf(reading: Pieces): readonly string[] | null {
  const tag = startTag(reading);
  if (tag?.tagName !== "li" || tag.attrs.length > 0) return null;
  reading.next++;
  const lines = words(reading, "li");
  if (lines === null) return null;
  const inner = startTag(reading)?.tagName ?? "";
  const list = inner === "" ? [] : listOf(reading, inner);
  skipSpace(reading);
  if (list === null || !isEnd(reading, "li")) return null;
  reading.next++;
  return [...lines, ...list];
}

/** Words up to the end of a block or the list in it; one line for each line that a break makes. */
function words(reading: Pieces, block: string): readonly string[] | null {
  const read = inline(reading, (at) => isEnd(at, block) || /^[uo]l$/.test(startTag(at)?.tagName ?? ""));
  const lines = read?.split("\n").map((line) => line.trim()) ?? [];
  // What starts a line must not be read as the start of a block, and nothing may stand beside a break.
  const isPlain =
    lines.length > 0 && lines.every((line) => line !== "" && !/^(?:[#>+\-=~|:]|\d+[.)]|Table:)/.test(line));
  return isPlain ? lines.map((line, index) => (index < lines.length - 1 ? `${line}\\` : line)) : null;
}

/** Characters that mean something in Markdown, wherever they stand. */
const marks = /[\\*`[\]{}<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|!$/u;

/** Words with their emphasis and links, a line end for each break; `null` where they are not plain. */
function inline(reading: Pieces, isOver: (at: Pieces) => boolean): string | null {
  let text = "";
  while (!isOver(reading)) {
    const piece = reading.pieces[reading.next];
    if (piece === undefined) return null;
    if (piece.kind === "text") {
      const plain = written(reading).replace(/[ \t\n\f\r]+/g, " ");
      if (marks.test(plain) || /&(?!\w+;)[#a-z]/i.test(plain)) return null;
      text += plain;
      reading.next++;
      continue;
    }
    if (piece.kind !== "start") return null;
    reading.next++;
    const made = element(reading, piece.tag, text);
    if (made === null) return null;
    text += made;
  }
  return text;
}

/** An element around words. @param before - what stands before it in its block */
function element(reading: Pieces, tag: Token.TagToken, before: string): string | null {
  const { tagName: name, attrs } = tag;
  if (name === "br") return attrs.length === 0 ? "\n" : null;
  const mark = emphasis.get(name);
  if (mark === undefined && name !== "a") return null;
  const inside = inline(reading, (at) => isEnd(at, name));
  if (inside === null || inside === "" || inside !== inside.trim() || inside.includes("\n")) return null;
  reading.next++;
  if (mark === undefined) return link(tag, inside);
  const after = written(reading);
  // Marks count only where words touch them on the inside, and nothing does on the outside.
  const stands = /^[\s(]?$/.test(before.slice(-1)) && (/^[\s<.,;:!?)]/.test(after) || after === "");
  return attrs.length === 0 &&
    stands &&
    !/[*[\]]/.test(inside) &&
    /^[\p{L}\p{N}].*[\p{L}\p{N}]$|^[\p{L}\p{N}]$/u.test(inside)
    ? mark + inside + mark
    : null;
}

function link(tag: Token.TagToken, inside: string): string | null {
  const [href, title] = [attributeOf(tag, "href"), attributeOf(tag, "title")];
  const isKnown = tag.attrs.every(({ name }) => name === "href" || name === "title");
  const isPlain = href !== null && /^[^\s()<>\\*_`[\]{}]+$/.test(href) && !/&[a-z#\d]+;/i.test(href);
  if (!isKnown || !isPlain || inside.includes("[") || /["\\&\n{}]/.test(title ?? "")) return null;
  return title === null ? `[${inside}](${href})` : `[${inside}](${href} "${title}")`;
}
