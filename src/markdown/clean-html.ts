import type { Token } from "parse5";
import { allowedElements } from "./allowed-html.ts";
import { actingElements, droppedElements } from "./refused-html.ts";
import { cleanAttributes } from "./clean-attributes.ts";
import { attributeOf, escapeText, readHtml, unescapeText } from "./html-tags.ts";
import type { HtmlPiece } from "./html-tags.ts";
import { closeElement, openElement } from "./open-elements.ts";
import type { OpenElements } from "./open-elements.ts";
import {
  drop,
  refuse,
  reportBreakEnd,
  reportLevelOne,
  reportStray,
  reportUnfinished,
  reportUnknown,
} from "./html-faults.ts";
import type { PageContext, Place } from "./page-context.ts";

/** Who wants to know what the HTML holds, in order. */
export interface HtmlReader {
  readonly startLink: (href: string, title: string | null, place: Place) => void;
  readonly endLink: () => void;
  readonly picture: (src: string, alt: string | null, place: Place) => void;
  readonly text: (text: string) => void;
  /** @returns the id to give the heading when it has ended; the reader asks for it by `headingId` */
  readonly startHeading: (level: number, id: string | null, place: Place) => void;
  /** @returns HTML to put at the heading's front, and its id; `null` where no heading had started */
  readonly endHeading: () => { readonly id: string; readonly anchors: string } | null;
}

/** What cleaning a page's HTML shares from one stretch to the next. */
export interface Cleaner {
  readonly page: PageContext;
  readonly open: OpenElements;
  readonly ids: Set<string>;
  readonly reader: HtmlReader;
}

/** A stretch of HTML that an editor wrote, and where its parts stand. */
export interface HtmlSource {
  readonly html: string;
  readonly placeOf: (offset: number, length: number) => Place;
}

/**
 * Passes HTML through the allow list: what could act is shown as text, with an error; what cannot be kept goes, its words
 * stay, with a warning. Tags that need no change keep their bytes.
 */
export function cleanHtml(cleaner: Cleaner, source: HtmlSource): string {
  const { pieces, unfinished } = readHtml(source.html);
  const output: string[] = [];
  let heading = -1;
  for (const piece of pieces) {
    if (piece.kind === "start" && /^h[1-6]$/.test(piece.tag.tagName)) heading = output.length;
    output.push(cleanPiece(cleaner, source, piece));
    if (piece.kind === "end" && /^h[1-6]$/.test(piece.tag.tagName) && heading >= 0) {
      const ended = cleaner.reader.endHeading();
      if (ended) output[heading] = withId(output[heading] ?? "", ended.id) + ended.anchors;
      heading = -1;
    }
  }
  if (unfinished < source.html.length) output.push(cleanUnfinished(cleaner, source, unfinished));
  return output.join("");
}

function withId(tag: string, id: string): string {
  return / id=/.test(tag) ? tag : tag.replace(/(\s*\/?>)$/, () => ` id="${escapeText(id)}">`);
}

function cleanPiece(cleaner: Cleaner, source: HtmlSource, piece: HtmlPiece): string {
  const written = source.html.slice(piece.start, piece.end);
  const place = source.placeOf(piece.start, written.length);
  switch (piece.kind) {
    case "comment":
      return written.startsWith("<!--") ? "" : drop(cleaner.page, written, place);
    case "declaration":
      return drop(cleaner.page, written, place);
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
  if (actingElements.has(tag.tagName)) return refuse(page, tag, written, place);
  if (!allowedElements.has(tag.tagName)) return dropElement(cleaner, tag.tagName, written, place);

  const name = tag.tagName === "h1" ? "h2" : tag.tagName;
  if (name !== tag.tagName) reportLevelOne(page, place);
  const clean = cleanAttributes(page, tag.tagName, tag.attrs, ids, (attribute) => {
    const at = tag.location?.attrs?.[attribute];
    return at ? source.placeOf(at.startOffset, at.endOffset - at.startOffset) : place;
  });
  tellReader(cleaner, source, tag, clean.attributes, place);
  const ended = openElement(open, name, place);
  const repeated = tag.attrs.length !== clean.attributes.length || /(\s[\w-]+)\s*=[^]*\1\s*=/i.test(written);
  if (!clean.changed && !repeated && name === tag.tagName) return ended + written;
  return `${ended}<${name}${clean.attributes.map(([key, value]) => ` ${key}="${escapeText(value)}"`).join("")}>`;
}

function tellReader(
  { reader }: Cleaner,
  source: HtmlSource,
  tag: Token.TagToken,
  attributes: readonly (readonly [string, string])[],
  place: Place,
): void {
  const placeOf = (name: string): Place => {
    const at = tag.location?.attrs?.[name];
    return at ? valuePlace(source, at.startOffset, at.endOffset) : place;
  };
  const href = attributeOf(tag, "href");
  if (tag.tagName === "a" && href !== null) reader.startLink(href, attributeOf(tag, "title"), placeOf("href"));
  const src = attributeOf(tag, "src");
  if (tag.tagName === "img" && src !== null) reader.picture(src, attributeOf(tag, "alt"), placeOf("src"));
  const [, level] = /^h([1-6])$/.exec(tag.tagName) ?? [];
  if (level !== undefined) {
    const id = attributes.find(([name]) => name === "id")?.[1] ?? null;
    reader.startHeading(Math.max(2, Number(level)), id, place);
  }
}

/** The place of an attribute's value, without its name and quotes. */
function valuePlace(source: HtmlSource, start: number, end: number): Place {
  const written = source.html.slice(start, end);
  const [before = ""] = /^[^=]*=\s*["']?/.exec(written) ?? [];
  const quoted = /["']$/.test(before) ? 1 : 0;
  return source.placeOf(start + before.length, written.length - before.length - quoted);
}

function cleanEndTag({ page, open, reader }: Cleaner, tag: Token.TagToken, written: string, place: Place): string {
  const name = tag.tagName === "h1" ? "h2" : tag.tagName;
  if (name === "br") {
    reportBreakEnd(page, place);
    return "<br>";
  }
  if (actingElements.has(name)) return escapeText(written);
  if (name === "a") reader.endLink();
  const closed = closeElement(page, open, name);
  if (closed !== null) return closed;
  if (isNoHtml(name)) {
    reader.text(written);
    return escapeText(written);
  }
  const dropped = open.dropped.get(name) ?? 0;
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
  return !allowedElements.has(name) && !droppedElements.has(name) && !/[-:]/.test(name);
}

/** Drops a tag of HTML that the site does not use; what is no HTML at all (`<your name>`) was meant as words. */
function dropElement({ page, open, reader }: Cleaner, name: string, written: string, place: Place): string {
  if (!isNoHtml(name)) {
    open.dropped.set(name, (open.dropped.get(name) ?? 0) + 1);
    return drop(page, written, place);
  }
  reportUnknown(page, written, place);
  reader.text(written);
  return escapeText(written);
}
