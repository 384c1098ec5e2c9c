import type { Diagnostic } from "../model/diagnostic.ts";
import { compareText } from "../model/diagnostic.ts";
import { countInWords, plural } from "./terminal.ts";

/**
 * What a check found, in a few lines: how much, how many of each rule, how many of them `--fix` puts right.
 *
 * @param files - how many files were read
 * @param fixCall - what to type to have them put right: `npm run check -- --fix`
 */
export function summary(diagnostics: readonly Diagnostic[], files: number, fixCall: string): readonly string[] {
  const rules = [...Map.groupBy(diagnostics, ({ rule }) => rule)].toSorted(
    ([a, x], [b, y]) => y.length - x.length || compareText(a, b),
  );
  const width = String(rules[0]?.[1].length ?? 0).length;
  const all = fixable(diagnostics);
  return [
    `${countInWords(diagnostics)} in ${plural(files, "file")}`,
    ...rules.map(([rule, own]) => {
      const mended = fixable(own);
      return `  ${String(own.length).padStart(width)}  ${rule}${mended === 0 ? "" : ` (--fix: ${mended})`}`;
    }),
    ...(all === 0 ? [] : [`${fixCall} puts ${all} of them right`]),
  ];
}

function fixable(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter(({ edits }) => edits !== undefined && edits.length > 0).length;
}
