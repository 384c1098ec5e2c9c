import type { Diagnostic } from "../model/diagnostic.ts";
import type { ReadingFigures } from "../model/readability.ts";
import { placeName } from "./place-name.ts";

/**
 * Every diagnostic as JSON, for programs. `docs/developers/diagnostics.schema.json` is its schema; what it has today
 * stays as long as `version` is 1, and more may be added.
 *
 * @param folder - the content folder as the reader would type it
 * @param reading - how hard the pages are to read, where it was asked for
 */
export function jsonReport(
  diagnostics: readonly Diagnostic[],
  folder: string,
  reading: ReadingFigures | null = null,
): string {
  const report = {
    version: 1,
    diagnostics: diagnostics.map(({ rule, severity, span, message, why, fix, edits }) => ({
      rule,
      severity,
      file: placeName(folder, span.file),
      line: span.line,
      column: span.column,
      endColumn: span.endColumn,
      message,
      why,
      fix,
      fixable: edits !== undefined && edits.length > 0,
    })),
    ...(reading === null ? {} : { reading: named(reading, folder) }),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function named({ site, pages }: ReadingFigures, folder: string): ReadingFigures {
  return { site, pages: pages.map(({ file, ...figure }) => ({ file: placeName(folder, file), ...figure })) };
}
