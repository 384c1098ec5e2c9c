import type { Token } from "parse5";
import { allowedElements, blockElements } from "./allowed-html.ts";
import { actingElements, couldAct, idleElements } from "./refused-html.ts";
import { cleanAttributes } from "./clean-attributes.ts";
import { attributeOf, escapeText, readHtml, unescapeText } from "./html-tags.ts";
import type { HtmlPiece } from "./html-tags.ts";
import { drawingEnds, isDecorative } from "./drawings.ts";
import { tellReader } from "./html-readers.ts";
import type { HtmlReader, HtmlSource } from "./html-readers.ts";
import { withWholeInstructions } from "./instructions.ts";
import { closeElement, openElement } from "./open-elements.ts";
import type { OpenElements } from "./open-elements.ts";
import { reportCommentNeverClosed } from "./faults/comment-never-closed.ts";
import { dropElement, isNoHtml } from "./dropped-elements.ts";
import { addEndTag, reportDroppedDrawing, reportDroppedInstruction } from "./faults/dropped-html.ts";
import { reportLevelOne } from "./faults/heading-one-in-body.ts";
import { reportBreakEnd } from "./faults/stray-break-end.ts";
import { reportStrayEndTag } from "./faults/stray-end-tag.ts";
import { reportUnfinishedTag } from "./faults/unfinished-tag.ts";
import { reportUnsafeElement } from "./faults/unsafe-html.ts";
import type { PageContext, Place } from "./page-context.ts";
import { htmlPicture } from "./pictures.ts";
import { endInTable, startInTable } from "./raw-table-parts.ts";
import type { OpenTable } from "./raw-table-parts.ts";
import { withReferences } from "./references.ts";

/** What cleaning a page's HTML shares from one stretch to the next. */
export interface Cleaner {
  readonly page: PageContext;
  readonly open: OpenElements;
  readonly ids: Set<string>;
  readonly reader: HtmlReader;
  /** Those that have not ended yet. */
  readonly tables: OpenTable[];
}

/**
 * Passes HTML through the allow list: what could act is shown as text, with an error; what cannot be kept goes, its words
 * stay, with a warning. Tags that need no change keep their bytes, except that names are
 * written in lower case.
 */
export function cleanHtml(cleaner: Cleaner, source: HtmlSource): string {
  const { pieces: read, unfinished } = readHtml(source.html);
  const pieces = withWholeInstructions(source.html, read);
  const ends = drawingEnds(pieces);
  const output: string[] = [];
  let heading = -1;
  let next = 0;
  for (const [index, piece] of pieces.entries()) {
    if (index < next) continue;
    const end = ends.get(index);
    if (end !== undefined) {
      output.push(cleanDrawing(cleaner, source, pieces.slice(index, end + 1)));
      next = end + 1;
      continue;
    }
    if (piece.kind === "start" && /^h[1-6]$/.test(piece.tag.tagName)) heading = output.length;
    const clean = cleanPiece(cleaner, source, piece);
    const isWords = heading >= 0 && piece.kind === "text";
    output.push(isWords ? withReferences(clean, cleaner.page.settings.codes) : clean);
    if (piece.kind === "end" && /^h[1-6]$/.test(piece.tag.tagName) && heading >= 0) {
      const ended = cleaner.reader.endHeading();
      if (ended) output[heading] = withId(output[heading] ?? "", ended.id) + ended.anchors;
      heading = -1;
    }
  }
  if (unfinished < source.html.length) output.push(cleanUnfinished(cleaner, source, unfinished));
  return output.join("");
}

/** A picture that only shows shapes goes, with one warning; one that could act is shown as text, with one error. */
function cleanDrawing({ page }: Cleaner, source: HtmlSource, pieces: readonly HtmlPiece[]): string {
  const [first] = pieces;
  if (first?.kind !== "start") return "";
  const place = source.placeOf(first.start, first.end - first.start);
  const written = source.html.slice(first.start, pieces.at(-1)?.end);
  if (!isDecorative(pieces)) return refuse(page, first.tag, written, place);
  reportDroppedDrawing(page, place);
  return "";
}

function withId(tag: string, id: string): string {
  return / id=/.test(tag) ? tag : tag.replace(/(\s*\/?>)$/, () => ` id="${escapeText(id)}">`);
}

function cleanPiece(cleaner: Cleaner, source: HtmlSource, piece: HtmlPiece): string {
  const written = source.html.slice(piece.start, piece.end);
  const place = source.placeOf(piece.start, written.length);
  switch (piece.kind) {
    case "comment":
    case "declaration":
      if (!written.startsWith("<!--")) reportDroppedInstruction(cleaner.page, written, place);
      return "";
    case "text":
      cleaner.reader.text(/[&\0]/.test(written) ? unescapeText(written) : written);
      // What stood between a bare "<" and the next letter may have been left out: together they would make a tag.
      return written.replaceAll("<", "&lt;");
    case "start":
      return cleanStartTag(cleaner, source, piece.tag, written, piece.start);
    case "end":
      return cleanEndTag(cleaner, piece.tag, written, place);
  }
}

function cleanStartTag(
  cleaner: Cleaner,
  source: HtmlSource,
  tag: Token.TagToken,
  written: string,
  start: number,
): string {
  const { page, open, ids } = cleaner;
  const place = source.placeOf(start, written.length);
  if (couldAct(tag)) return refuse(page, tag, written, place);
  if (!allowedElements.has(tag.tagName)) return dropElement(cleaner, tag.tagName, written, place);

  const name = tag.tagName === "h1" ? "h2" : tag.tagName;
  if (name !== tag.tagName) reportLevelOne(page, place);
  const clean = cleanAttributes(page, tag.tagName, tag.attrs, ids, (attribute) => {
    const at = tag.location?.attrs?.[attribute];
    return at ? source.placeOf(at.startOffset, at.endOffset - at.startOffset) : place;
  });
  tellReader(cleaner.reader, source, tag, clean.attributes, place);
  startInTable(cleaner.tables, cleaner.reader, name, place);
  const ended = openElement(open, name, place);
  const picture = name === "img" ? htmlPicture(cleaner, attributeOf(tag, "src"), clean.attributes, place) : null;
  if (picture !== null) return ended + picture;
  const repeated = tag.attrs.length !== clean.attributes.length || /(\s[\w-]+)\s*=[^]*\1\s*=/i.test(written);
  const isLowerCase = tag.attrs.every((attribute) =>
    source.html.startsWith(attribute.name, tag.location?.attrs?.[attribute.name]?.startOffset),
  );
  if (!clean.changed && !repeated && isLowerCase && name === tag.tagName) {
    return `${ended}<${name}${written.slice(1 + name.length)}`;
  }
  return `${ended}<${name}${clean.attributes.map(([key, value]) => ` ${key}="${escapeText(value)}"`).join("")}>`;
}

function cleanEndTag(
  { page, open, reader, tables }: Cleaner,
  tag: Token.TagToken,
  written: string,
  place: Place,
): string {
  const name = tag.tagName === "h1" ? "h2" : tag.tagName;
  if (name === "br") {
    reportBreakEnd(page, written, place);
    return "<br>";
  }
  const dropped = open.dropped.get(name) ?? [];
  if (actingElements.has(name) || (idleElements.has(name) && dropped.length === 0)) return escapeText(written);
  if (name === "a") reader.endLink();
  endInTable(page, tables, reader, name);
  const closed = closeElement(page, open, name);
  if (closed !== null) return closed;
  if (isNoHtml(name)) {
    reader.text(written);
    return escapeText(written);
  }
  const start = dropped.pop();
  if (start) addEndTag(page, start, written, place);
  else if (start === null) return "";
  else if (name === "p" && open.endedParagraphs > 0) open.endedParagraphs--;
  else reportStrayEndTag(page, written, place);
  return "";
}

/** A tag or comment that starts and never finishes: what a browser would swallow is shown instead. */
function cleanUnfinished({ page, reader }: Cleaner, source: HtmlSource, from: number): string {
  const rest = source.html.slice(from);
  const reportFault = rest.startsWith("<!--") ? reportCommentNeverClosed : reportUnfinishedTag;
  reportFault(page, source.placeOf(from, 4));
  reader.text(rest);
  return escapeText(rest);
}

/** Refuses a tag that could act. @returns the tag as text */
function refuse(page: PageContext, tag: Token.TagToken, written: string, place: Place): string {
  reportUnsafeElement(page, tag.tagName, place);
  return escapeText(written);
}

/**
 * Whether a tag fits where it stands: a browser would tear apart a heading, a cell or bold words around it.
 *
 * @param parent - the type of the token around it; `words` for bold words and links
 */
export function mayStand(tag: string, parent: string): boolean {
  const [, name = ""] = /^<\/?([a-z][a-z0-9]*)/i.exec(tag) ?? [];
  if (/^(words|heading_open|caption_open|container_heading_open)$/.test(parent))
    return !blockElements.has(name.toLowerCase());
  return !/^t[hd]_open$/.test(parent) || !/^(caption|col|colgroup|tbody|td|tfoot|th|thead|tr)$/i.test(name);
}
