import type { Diagnostic, SourceSpan } from "../model/diagnostic.ts";

/** Something wrong with a stretch of a file's text, which stands on one line. */
export interface FoundInText {
  /** In UTF-16 units, from the start of the text. */
  readonly offset: number;
  readonly length: number;
  readonly diagnosticAt: (span: SourceSpan) => Diagnostic;
}
