import { styleText } from "node:util";
import type { Diagnostic, Severity } from "../model/diagnostic.ts";
import { codeFrame } from "./code-frame.ts";
import { placeName } from "./place-name.ts";
import { visible } from "./visible.ts";

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
 * Every diagnostic in words, for people: file by file, each with where, what, why, what to do.
 *
 * @param diagnostics - in the order in which they are to be shown, those of a file together
 * @returns one block of lines each, below a line for each file, with empty lines between; `""` for none
 */
export function terminalReport(diagnostics: readonly Diagnostic[], options: TerminalOptions): string {
  return [...Map.groupBy(diagnostics, ({ span }) => span.file)]
    .flatMap(([file, own]) => [fileLine(file, own, options), ...own.map((diagnostic) => block(diagnostic, options))])
    .map((lines) => `${lines}\n`)
    .join("\n");
}

/** The line above what is said of a file: its name, and how much there is to put right in it. */
function fileLine(file: string, diagnostics: readonly Diagnostic[], { folder, colour }: TerminalOptions): string {
  const name = visible(placeName(folder, file));
  return `${colour ? styleText("underline", name, { validateStream: false }) : name}: ${countInWords(diagnostics)}`;
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

function block({ rule, severity, span, message, why, fix }: Diagnostic, options: TerminalOptions): string {
  const style = (format: Style, words: string) =>
    options.colour ? styleText(format, words, { validateStream: false }) : words;
  const place = visible(`${placeName(options.folder, span.file)}:${span.line}:${span.column}`);
  const frame = codeFrame(span, options.sources.get(span.file) ?? "");
  return [
    `${style("cyan", place)} ${style(severityStyle[severity], severity)} ${style("dim", `(${rule})`)}`,
    `  ${style("bold", visible(message))}`,
    ...(frame === "" ? [] : frame.split("\n").map((line) => `  ${visible(line)}`)),
    `  Why: ${visible(why)}`,
    `  Do:  ${visible(fix)}`,
  ].join("\n");
}
