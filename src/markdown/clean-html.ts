import type { Token } from "parse5";
import { allowedElements, blockElements } from "./allowed-html.ts";
import { actingElements, couldAct, droppedElements, idleElements } from "./refused-html.ts";
import { cleanAttributes } from "./clean-attributes.ts";
import { attributeOf, escapeText, readHtml, unescapeText } from "./html-tags.ts";
import type { HtmlPiece } from "./html-tags.ts";
import { drawingEnds, isDecorative } from "./drawings.ts";
import { tellReader } from "./html-readers.ts";
import type { HtmlReader, HtmlSource } from "./html-readers.ts";
import { withWholeInstructions } from "./instructions.ts";
import { closeElement, openElement } from "./open-elements.ts";
import type { OpenElements } from "./open-elements.ts";
import {
  drop,
  dropControl,
  dropDrawing,
  dropInstruction,
  refuse,
  reportBreakEnd,
  reportLevelOne,
  reportStray,
  reportUnfinished,
  reportUnknown,
} from "./html-faults.ts";
import type { PageContext, Place } from "./page-context.ts";
import { htmlPicture } from "./pictures.ts";
import { withReferences } from "./references.ts";

/** What cleaning a page's HTML shares from one stretch to the next. */
export interface Cleaner {
  readonly page: PageContext;
  readonly open: OpenElements;
  readonly ids: Set<string>;
  readonly reader: HtmlReader;
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
  return isDecorative(pieces) ? dropDrawing(page, place) : refuse(page, first.tag, written, place);
}

function withId(tag: string, id: string): string {
  return / id=/.test(tag) ? tag : tag.replace(/(\s*\/?>)$/, () => ` id="${escapeText(id)}">`);
}

function cleanPiece(cleaner: Cleaner, source: HtmlSource, piece: HtmlPiece): string {
  const written = source.html.slice(piece.start, piece.end);
  const place = source.placeOf(piece.start, written.length);
  switch (piece.kind) {
    case "comment":
      return written.startsWith("<!--") ? "" : dropInstruction(cleaner.page, written, place);
    case "declaration":
      return dropInstruction(cleaner.page, written, place);
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

function cleanEndTag({ page, open, reader }: Cleaner, tag: Token.TagToken, written: string, place: Place): string {
  const name = tag.tagName === "h1" ? "h2" : tag.tagName;
  if (name === "br") {
    reportBreakEnd(page, place);
    return "<br>";
  }
  const dropped = open.dropped.get(name) ?? 0;
  if (actingElements.has(name) || (idleElements.has(name) && dropped === 0)) return escapeText(written);
  if (name === "a") reader.endLink();
  const closed = closeElement(page, open, name);
  if (closed !== null) return closed;
  if (isNoHtml(name)) {
    reader.text(written);
    return escapeText(written);
  }
  if (dropped > 0) open.dropped.set(name, dropped - 1);
  else if (name === "p" && open.endedParagraphs > 0) open.endedParagraphs--;
  else reportStray(page, written, place);
  return "";
}

/** A tag or comment that starts and never finishes: what a browser would swallow is shown instead. */
function cleanUnfinished({ page, reader }: Cleaner, source: HtmlSource, from: number): string {
  const rest = source.html.slice(from);
  reportUnfinished(page, rest.startsWith("<!--"), source.placeOf(from, 4));
  reader.text(rest);
  return escapeText(rest);
}

function isNoHtml(name: string): boolean {
  return !allowedElements.has(name) && !droppedElements.has(name) && !idleElements.has(name) && !/[-:]/.test(name);
}

/** Drops a tag of HTML that the site does not use; what is no HTML at all (`<your name>`) was meant as words. */
function dropElement({ page, open, reader }: Cleaner, name: string, written: string, place: Place): string {
  if (!isNoHtml(name)) {
    open.dropped.set(name, (open.dropped.get(name) ?? 0) + 1);
    if (idleElements.has(name)) return dropControl(page, name, place);
    const isOfPlayer = /^(?:source|track)$/.test(name) && (open.dropped.get("video") || open.dropped.get("audio"));
    return isOfPlayer ? "" : drop(page, written, place);
  }
  reportUnknown(page, written, place);
  reader.text(written);
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
