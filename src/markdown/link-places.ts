import type { MarkdownIt, Token } from "markdown-it";
import type { LinkParts } from "../model/body.ts";
import { spanOf } from "./page-context.ts";
import type { PageContext, Place } from "./page-context.ts";
import { offsetOf, placeIn } from "./positions.ts";

/**
 * Where the address of a Markdown link stands; for a link by reference, whose address stands elsewhere, its words.
 *
 * @param block - the inline token that the link is a child of
 */
export function placeOfAddress(md: MarkdownIt, page: PageContext, block: Token, open: Token, close: Token): Place {
  const start = offsetOf(open);
  if (open.markup === "autolink") return placeIn(page, block, start + 1, block.content.indexOf(">", start) - start - 1);
  const end = offsetOf(close);
  return destination(md, page, block, end) ?? placeIn(page, block, start, end - start);
}

/** Where the address of a Markdown picture stands; for one by reference, the whole of it. */
export function placeOfPicture(md: MarkdownIt, page: PageContext, block: Token, picture: Token): Place {
  const start = offsetOf(picture);
  const end = start + 2 + picture.content.length;
  return destination(md, page, block, end) ?? placeIn(page, block, start, end + 1 - start);
}

function destination(md: MarkdownIt, page: PageContext, block: Token, labelEnd: number): Place | null {
  const { content } = block;
  if (content[labelEnd] !== "]" || content[labelEnd + 1] !== "(") return null;
  const start = skipSpace(content, labelEnd + 2);
  const found = md.helpers.parseLinkDestination(content, start, content.length);
  if (!found.ok) return null;
  const bracket = content[start] === "<" ? 1 : 0;
  return placeIn(page, block, start + bracket, found.pos - start - 2 * bracket);
}

/** Where an error code stands in an address that is written at a place. */
export function placeOfCode(page: PageContext, address: Place, code: string): Place {
  const written = page.lines[address.line]?.slice(address.column, address.column + address.length) ?? "";
  const start = written.lastIndexOf(code);
  return start < 0 || code === ""
    ? address
    : { line: address.line, column: address.column + start, length: code.length };
}

/** Where the parts of a link stand that could be changed on their own. */
export interface PlacesOfParts {
  readonly address: Place | null;
  /** Everything between the square brackets, on one line. */
  readonly words: Place | null;
  /** With its quotes. */
  readonly title: Place | null;
  readonly spacedTitle: Place | null;
}

/** The parts of a link none of which can be changed on its own. */
export const noPlaces: PlacesOfParts = { address: null, words: null, title: null, spacedTitle: null };

/** Where the parts of a Markdown link stand. @param block - the inline token that the link is a child of */
export function placesOfParts(
  md: MarkdownIt,
  page: PageContext,
  block: Token,
  open: Token,
  close: Token,
): PlacesOfParts {
  const { content } = block;
  const [start, end] = [offsetOf(open), offsetOf(close)];
  const address = open.markup === "autolink" ? null : destination(md, page, block, end);
  if (address === null) return noPlaces;

  const { pos } = md.helpers.parseLinkDestination(content, skipSpace(content, end + 2), content.length);
  const titleStart = skipSpace(content, pos);
  const title = titleStart === pos ? null : md.helpers.parseLinkTitle(content, titleStart, content.length);
  return {
    address,
    words: exactPlace(page, block, start, end),
    title: title?.ok ? exactPlace(page, block, titleStart, title.pos) : null,
    spacedTitle: title?.ok ? exactPlace(page, block, pos, title.pos) : null,
  };
}

/** The parts of a link as stretches of its file. @param link - its address and its words as they are read */
export function spansOfParts(
  page: PageContext,
  { address, words, title, spacedTitle }: PlacesOfParts,
  { href, text }: { readonly href: string; readonly text: string },
): LinkParts {
  return {
    address: address && writtenAt(page, address) === href ? spanOf(page, address) : null,
    words: words && writtenAt(page, words) === text ? spanOf(page, words) : null,
    title: title && spanOf(page, title),
    spacedTitle: spacedTitle && spanOf(page, spacedTitle),
  };
}

/** The place of a stretch of a block, if the file holds just that there: an edit must meet nothing else. */
function exactPlace(page: PageContext, block: Token, start: number, end: number): Place | null {
  const place = placeIn(page, block, start, end - start);
  return end > start && writtenAt(page, place) === block.content.slice(start, end) ? place : null;
}

function writtenAt(page: PageContext, { line, column, length }: Place): string {
  return page.lines[line]?.slice(column, column + length) ?? "";
}

function skipSpace(content: string, from: number): number {
  let at = from;
  while (/\s/.test(content[at] ?? "")) at++;
  return at;
}
