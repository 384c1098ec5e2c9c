import type { Diagnostic, Edit, SourcePlace } from "../model/diagnostic.ts";
import { compareDiagnostics } from "../model/diagnostic.ts";

/** What applying edits gives. */
export interface AppliedEdits {
  /** The new text of each file that changed. */
  readonly texts: ReadonlyMap<string, string>;
  /** The diagnostics whose edits are in `texts`, in order. */
  readonly applied: readonly Diagnostic[];
}

/** A stretch of a text and what comes in its place; the first offset that stays is `end`. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Applies the edits of diagnostics to the texts of files. Everything outside an edit stays as it is: byte order mark,
 * line ends of every kind, mixed or not. Where edits of two diagnostics overlap or touch, those of the first by place
 * are applied; the others have to be found again in the new text. The edits of one diagnostic are applied together or
 * not at all: not where one names a place that is not there, or a file whose text is not given.
 *
 * @param texts - by file, exactly as they stand on the disk
 *
 * @example
 * applyEdits(new Map([["a.md", "the the\r\n"]]), [doubledWord]).texts.get("a.md") // "the\r\n"
 */
export function applyEdits(texts: ReadonlyMap<string, string>, diagnostics: readonly Diagnostic[]): AppliedEdits {
  const lines = new Map<string, readonly Line[]>();
  const taken = new Map<string, Change[]>();
  const applied: Diagnostic[] = [];
  for (const diagnostic of diagnostics.toSorted(compareDiagnostics)) {
    const changes = changesOf(diagnostic.edits ?? [], texts, lines);
    if (changes === null || changes.size === 0) continue;
    if ([...changes].some(([file, own]) => meet(own, taken.get(file) ?? []))) continue;

    applied.push(diagnostic);
    for (const [file, own] of changes) taken.set(file, [...(taken.get(file) ?? []), ...own]);
  }
  return { texts: new Map([...taken].map(([file, changes]) => [file, changed(texts.get(file)!, changes)])), applied };
}

/** The changes that edits make, by file, each at a distance from the next; `null` where one of them cannot be made. */
function changesOf(
  edits: readonly Edit[],
  texts: ReadonlyMap<string, string>,
  lines: Map<string, readonly Line[]>,
): ReadonlyMap<string, readonly Change[]> | null {
  const changes = new Map<string, readonly Change[]>();
  for (const [file, own] of Map.groupBy(edits, (edit) => edit.file)) {
    const text = texts.get(file);
    if (text === undefined) return null;
    if (!lines.has(file)) lines.set(file, linesOf(text));
    const placed = own.map((edit) => placedIn(edit, text, lines.get(file)!));
    if (!placed.every((change) => change !== null)) return null;

    const joined = joinTouching(placed);
    const fitting = joined?.map((change) => withLineEnds(change, text, lines.get(file)!)) ?? [null];
    if (!fitting.every((change) => change !== null)) return null;
    changes.set(file, fitting);
  }
  return changes;
}

/** A line of a text: where it starts, where its words end, and the characters that end it (`""` for the last). */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly lineEnd: string;
}

/** The lines of a text as it stands on the disk; a byte order mark is before the first. */
function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = text.startsWith("\uFEFF") ? 1 : 0;
  for (const { 0: lineEnd, index } of text.matchAll(/\r\n?|\n/g)) {
    lines.push({ start, end: index, lineEnd });
    start = index + lineEnd.length;
  }
  return [...lines, { start, end: text.length, lineEnd: "" }];
}

function placedIn(edit: Edit, text: string, lines: readonly Line[]): Change | null {
  const start = offsetOf(edit.start, text, lines);
  const end = offsetOf(edit.end, text, lines);
  return start === null || end === null || end < start || !edit.text.isWellFormed()
    ? null
    : { start, end, text: edit.text };
}

/** `null` for a place that the text does not have, and between the two halves of a character. */
function offsetOf({ line, column }: SourcePlace, text: string, lines: readonly Line[]): number | null {
  const found = lines[line - 1];
  const offset = (found?.start ?? 0) + column - 1;
  if (found === undefined || column < 1 || offset > found.end) return null;
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, offset - 1), offset + 1)) ? null : offset;
}

/** One change for those of one diagnostic that touch; `null` where two of them overlap. */
function joinTouching(changes: readonly Change[]): readonly Change[] | null {
  const joined: Change[] = [];
  for (const change of changes.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1);
    if (last === undefined || change.start > last.end) joined.push(change);
    else if (change.start < last.end) return null;
    else joined[joined.length - 1] = { start: last.start, end: change.end, text: last.text + change.text };
  }
  return joined;
}

/**
 * The change with the line ends of the line on which it starts. A file may mix them; what is put in or taken out must not
 * make one line end of a CR and an LF that were two.
 *
 * @returns `null` where it would
 */
function withLineEnds(change: Change, text: string, lines: readonly Line[]): Change | null {
  const index = lines.findLastIndex(({ start }) => start <= change.start);
  const own = lines[index]?.lineEnd || lines[index - 1]?.lineEnd || "\n";
  const [before, after] = [text.slice(0, change.start).slice(-1), text.slice(change.end, change.end + 1)];
  for (const lineEnd of [own, "\r\n"]) {
    const words = change.text.replaceAll("\n", lineEnd);
    const [left, right] = [before + words.slice(0, 1), words.slice(-1) + after];
    const isJoined = words === "" ? before + after === "\r\n" : left === "\r\n" || right === "\r\n";
    if (!isJoined) return { ...change, text: words };
  }
  return null;
}

function meet(some: readonly Change[], others: readonly Change[]): boolean {
  return some.some((a) => others.some((b) => a.start <= b.end && b.start <= a.end));
}

function changed(text: string, changes: readonly Change[]): string {
  let result = "";
  let at = 0;
  for (const { start, end, text: words } of changes.toSorted((a, b) => a.start - b.start)) {
    result += text.slice(at, start) + words;
    at = end;
  }
  return result + text.slice(at);
}
