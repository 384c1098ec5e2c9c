import type { Diagnostic } from "../model/diagnostic.ts";
import { placeName } from "./place-name.ts";
import { visible } from "./visible.ts";

/**
 * Every diagnostic as an order to GitHub Actions, which shows it beside its line in a pull request. Errors come first:
 * GitHub shows ten of each kind for a step and leaves the rest in the log.
 *
 * @param folder - the content folder, from the root of the repository
 * @returns a line each
 */
export function githubReport(diagnostics: readonly Diagnostic[], folder: string): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const warnings = diagnostics.filter(({ severity }) => severity !== "error");
  return [...errors, ...warnings].map((diagnostic) => `${workflowCommand(diagnostic, folder)}\n`).join("");
}

function workflowCommand({ rule, severity, span, message, why, fix }: Diagnostic, folder: string): string {
  const properties = {
    file: placeName(folder, span.file),
    line: span.line,
    col: span.column,
    endColumn: span.endColumn,
    title: rule,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${severity} ${written.join(",")}::${lines([message, `Why: ${why}`, `Do: ${fix}`])}`;
}

/** Lines of a message; GitHub takes them apart at `%0A`. */
function lines(words: readonly string[]): string {
  return words.map((line) => visible(line).replaceAll("%", "%25")).join("%0A");
}

function property(value: string): string {
  return visible(value).replaceAll("%", "%25").replaceAll(":", "%3A").replaceAll(",", "%2C");
}
