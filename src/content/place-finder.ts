import { LineCounter } from "yaml";
import type { SourceSpan } from "../model/diagnostic.ts";

/** The place of a stretch of YAML, from its offsets; `end` is the first that does not belong to it. */
export type PlaceFinder = (start: number, end: number) => SourceSpan;

/**
 * Finds places in a text.
 *
 * @param firstLine - the line of the file on which `text` starts, counted from 1
 */
export function placeFinder(text: string, file: string, firstLine: number): PlaceFinder {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines.addNewLine(at + 1);
  return (start, end) => {
    const from = lines.linePos(start);
    const to = lines.linePos(Math.max(start, end));
    const endColumn = to.line === from.line ? Math.max(to.col, from.col + 1) : from.col + 1;
    return { file, line: firstLine + from.line - 1, column: from.col, endColumn };
  };
}
