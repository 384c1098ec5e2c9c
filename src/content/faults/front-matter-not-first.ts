import type { Diagnostic } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** Front matter below something else. */
export const frontMatterNotFirst: RuleFacts = {
  name: "front-matter-not-first",
  severity: "error",
  kind: "fields",
  title: "Something stands before the fields",
  source: null,
  fixable: true,
};

/** `line` is that of the first hyphens; empty lines above them can be taken out, words cannot. */
export function frontMatterNotFirstAt(file: string, line: number, isEmptyAbove: boolean): Diagnostic {
  const above = { file, start: { line: 1, column: 1 }, end: { line, column: 1 }, text: "" };
  return faultAt(frontMatterNotFirst, spanAt(file, line, 1, 3), {
    message: "Something stands before the fields",
    why: "The page would be missing from the site, or its fields would be shown as text",
    fix: "Delete everything above the first line of three hyphens, empty lines too",
    ...(isEmptyAbove ? { edits: [above] } : {}),
  });
}
