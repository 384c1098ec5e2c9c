import { replace } from "../model/diagnostic.ts";
import type { Edit } from "../model/diagnostic.ts";
import { spanOf } from "./page-context.ts";
import type { PageContext, Place } from "./page-context.ts";

/** What a diagnostic is given besides its words: nothing where a change cannot be made exactly. */
export interface PossibleEdits {
  readonly edits?: readonly Edit[];
}

/** What the file holds at a place. */
export function writtenAt(page: PageContext, { line, column, length }: Place): string {
  return page.lines[line]?.slice(column, column + length) ?? "";
}

/**
 * Puts a text in the place of another.
 *
 * @param written - what stands there; where the file holds something else (a tag over several lines), nothing is changed
 */
export function editsIn(page: PageContext, place: Place, written: string, text: string): PossibleEdits {
  return writtenAt(page, place) === written ? { edits: [replace(spanOf(page, place), text)] } : {};
}

/**
 * Takes a tag away, where what stands beside it is read as before: signs that the tag kept apart may mean something
 * together, and so may signs at the front of a line. The parts of an expander stay: one without the other is another.
 */
export function withoutTag(page: PageContext, place: Place, written: string): PossibleEdits {
  const line = page.lines[place.line] ?? "";
  const [before, after] = [line.slice(0, place.column), line.slice(place.column + place.length)];
  const startsWords = /^(?:\*\*)?\p{L}/u.test(after);
  const isApart = /[\p{L}\p{N}\s]$/u.test(before) || /^(?:[\p{L}\p{N}\s]|$)/u.test(after);
  const isBesideAttributes = before.endsWith("}") || after.trimStart().startsWith("{");
  const isAtFront = /^(?:[\s>]|<[^>]*>)*$/.test(before);
  const isExpander = /^<\/?(?:details|summary)\b/i.test(written);
  const isPlain = !isExpander && (isAtFront ? startsWords : isApart && !isBesideAttributes);
  return isPlain ? editsIn(page, place, written, "") : {};
}

/** Takes an attribute out of its tag, with the white space beside it. */
export function withoutAttribute(page: PageContext, place: Place, name: string): PossibleEdits {
  const line = page.lines[place.line] ?? "";
  const [before, after] = [line.slice(0, place.column), line.slice(place.column + place.length)];
  const written = writtenAt(page, place);
  const isWhole = /^[^\s"'=<>]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?$/.test(written);
  if (!isWhole || !written.toLowerCase().startsWith(name) || !/\s$/.test(before) || !/^[\s/>]/.test(after)) return {};
  // On a later line of the tag something has to stay: an empty line would end the tag.
  const isFirstLine = before.includes("<");
  if (!isFirstLine && after.trim() === "") return {};
  const from = isFirstLine ? before.trimEnd().length : place.column;
  const length = place.column + place.length - from + (isFirstLine ? 0 : after.length - after.trimStart().length);
  return { edits: [replace(spanOf(page, { line: place.line, column: from, length }), "")] };
}

/** An edit over several lines of the body. @param end - the first place that stays */
export function editOf(
  page: PageContext,
  start: Pick<Place, "line" | "column">,
  end: Pick<Place, "line" | "column">,
  text: string,
): Edit {
  const at = ({ line, column }: Pick<Place, "line" | "column">): Edit["start"] => ({
    line: page.source.firstLine + line,
    column: column + 1,
  });
  return { file: page.source.file, start: at(start), end: at(end), text };
}
