import { styleText } from "node:util";
import type { Diagnostic, Severity } from "../model/diagnostic.ts";
import { codeFrame } from "./code-frame.ts";

/** What a report for the terminal needs beside the diagnostics. */
export interface TerminalOptions {
  /** The content folder as the reader would type it: `content`. */
  readonly folder: string;
  /** The text of each file, by its path inside the folder. */
  readonly sources: ReadonlyMap<string, string>;
  /** Whether the terminal shows colours. */
  readonly colour: boolean;
}

type Style = Parameters<typeof styleText>[0];
const severityStyle: Readonly<Record<Severity, Style>> = { error: ["bold", "red"], warning: ["bold", "yellow"] };

/**
 * Every diagnostic in words, for people: where, what, why, what to do.
 *
 * @param diagnostics - in the order in which they are to be shown
 * @returns one block of lines each, with an empty line between; `""` for none
 */
export function terminalReport(diagnostics: readonly Diagnostic[], options: TerminalOptions): string {
  return diagnostics.map((diagnostic) => `${block(diagnostic, options)}\n`).join("\n");
}

/** How many of each severity, in words: `2 errors, 1 warning`. */
export function countInWords(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  return `${plural(errors, "error")}, ${plural(diagnostics.length - errors, "warning")}`;
}

/** A number and its noun: `1 page`, `2 pages`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Content speaks through messages and file names; none of it may move the cursor or start a line of its own. */
function visible(words: string): string {
  // oxlint-disable-next-line no-control-regex
  return words.replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]/g, "\uFFFD");
}

function block({ rule, severity, span, message, why, fix }: Diagnostic, options: TerminalOptions): string {
  const style = (format: Style, words: string) =>
    options.colour ? styleText(format, words, { validateStream: false }) : words;
  const place = visible(`${options.folder}/${span.file}:${span.line}:${span.column}`);
  const frame = codeFrame(span, options.sources.get(span.file) ?? "");
  return [
    `${style("cyan", place)} ${style(severityStyle[severity], severity)} ${style("dim", `(${rule})`)}`,
    `  ${style("bold", visible(message))}`,
    ...(frame === "" ? [] : frame.split("\n").map((line) => `  ${line}`)),
    `  Why: ${visible(why)}`,
    `  Do:  ${visible(fix)}`,
  ].join("\n");
}
