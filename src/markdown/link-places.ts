import type { MarkdownIt, Token } from "markdown-it";
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
  let start = labelEnd + 2;
  while (/\s/.test(content[start] ?? "")) start++;
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
