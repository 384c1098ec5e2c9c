import type { SourceSpan } from "../model/diagnostic.ts";

/** The longest stretch of a line that is shown, in UTF-16 units. */
const widest = 100;

/**
 * The line that a diagnostic is about, its number before it and the stretch underlined.
 *
 * @param text - the whole file, line ends as `\n`
 * @returns three lines; `""` where the file has no such line
 *
 * @example
 * //    |
 * // 12 | [Contact us](/contcat)
 * //    |  ^^^^^^^^^^
 */
export function codeFrame({ line, column, endColumn }: SourceSpan, text: string): string {
  const source = text.split("\n")[line - 1];
  if (source === undefined || source.trim() === "") return "";
  const from = column - 1 + (endColumn - column) > widest ? Math.max(0, column - 20) : 0;
  const shown = source.slice(from, from + widest).replace(/[\t\u2028\u2029]/g, " ");
  const number = String(line);
  const gutter = `${" ".repeat(number.length)} |`;
  const length = Math.max(1, Math.min(endColumn - column, shown.length - (column - 1 - from)));
  return [gutter, `${number} | ${shown}`, `${gutter} ${" ".repeat(column - 1 - from)}${"^".repeat(length)}`].join("\n");
}
