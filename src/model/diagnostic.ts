/** `error` stops publishing; `warning` asks an editor to look. */
export type Severity = "error" | "warning";

/** A stretch of one line in a file that an editor can open. */
export interface SourceSpan {
  /** Path inside the content folder, always with `/`: `manage/passwords.md`. */
  readonly file: string;
  /** Counted from 1, front matter included. */
  readonly line: number;
  /** Counted from 1, in UTF-16 units, as VS Code counts. */
  readonly column: number;
  /** The first column after the stretch; never less than `column`. */
  readonly endColumn: number;
}

/** A place between two characters of a file, as a `SourceSpan` counts. */
export interface SourcePlace {
  /** Counted from 1, front matter included. */
  readonly line: number;
  /** Counted from 1, in UTF-16 units; one more than the line has stands behind its last character. */
  readonly column: number;
}

/** A change of a file that puts something right. Edits of one diagnostic are applied together or not at all. */
export interface Edit {
  /** Path inside the content folder, with `/`. */
  readonly file: string;
  readonly start: SourcePlace;
  /** The first place that stays; the same as `start` where nothing is taken out. */
  readonly end: SourcePlace;
  /** What comes in its place; line ends as `\n`, whatever the file has. */
  readonly text: string;
}

/** One thing for one person to put right. A value, never thrown. */
export interface Diagnostic {
  /** The fault, as a name: `broken-link`. The same name in the code, the docs and a page's `allow`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly span: SourceSpan;
  /** What is wrong, on one line, without a full stop. */
  readonly message: string;
  /** What a citizen would meet if it were published. */
  readonly why: string;
  /** What to do about it, as an instruction to a content editor. */
  readonly fix: string;
  /** What `npm run check -- --fix` changes; left out where a person has to decide. */
  readonly edits?: readonly Edit[];
}

/** What a rule reports; the runner adds the rule's own name and severity. */
export type Problem = Omit<Diagnostic, "rule" | "severity">;

/**
 * The stretch of `length` UTF-16 units that starts at a place.
 *
 * @param line - counted from 1
 * @param column - counted from 1
 */
export function spanAt(file: string, line: number, column: number, length = 1): SourceSpan {
  return { file, line, column, endColumn: column + length };
}

/** An edit that puts other text in the place of a span. */
export function replace({ file, line, column, endColumn }: SourceSpan, text: string): Edit {
  return { file, start: { line, column }, end: { line, column: endColumn }, text };
}

/** Order of a report: by file, then by place, then by rule; the same in every locale. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.span.file, b.span.file) ||
    a.span.line - b.span.line ||
    a.span.column - b.span.column ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}

/** Order by UTF-16 units: unlike `localeCompare`, the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether a list of diagnostics stops publishing. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}
