import type { Token } from "parse5";
import { attributeOf } from "./html-tags.ts";
import type { Place } from "./page-context.ts";

/** Who wants to know what the HTML holds, in order. */
export interface HtmlReader {
  readonly startLink: (href: string, title: string | null, place: Place) => void;
  readonly endLink: () => void;
  /** @param caption - the words under it; `null` where there are none */
  readonly picture: (src: string, alt: string | null, place: Place, caption: string | null) => void;
  /** Whether a heading has been read: what comes is likely below the first screen. */
  readonly isBelowHeading: () => boolean;
  readonly text: (text: string) => void;
  /** How many characters of words have been read: more of them later means that there were words in between. */
  readonly amountRead: () => number;
  /** @returns the id to give the heading when it has ended; the reader asks for it by `headingId` */
  readonly startHeading: (level: number, id: string | null, place: Place) => void;
  /** @returns HTML to put at the heading's front, and its id; `null` where no heading had started */
  readonly endHeading: () => { readonly id: string; readonly anchors: string } | null;
}

/** A stretch of HTML that an editor wrote, and where its parts stand. */
export interface HtmlSource {
  readonly html: string;
  readonly placeOf: (offset: number, length: number) => Place;
}

/** Tells a reader of the link, picture, heading or line break that a start tag is. @param attributes - those that stay */
export function tellReader(
  reader: HtmlReader,
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
  if (tag.tagName === "img" && src !== null) reader.picture(src, attributeOf(tag, "alt"), placeOf("src"), null);
  if (tag.tagName === "br") reader.text(" ");
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
