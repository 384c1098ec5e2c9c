import type { Diagnostic } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** Front matter without the second line of hyphens. */
export const frontMatterNotClosed: RuleFacts = {
  name: "front-matter-not-closed",
  severity: "error",
  kind: "fields",
  title: "The fields never end",
  source: null,
  fixable: false,
};

/** `line` is the first line, or that of an end with more on it than hyphens. */
export function frontMatterNotClosedAt(file: string, line: number): Diagnostic {
  return faultAt(frontMatterNotClosed, spanAt(file, line, 1, 3), {
    message:
      line === 1
        ? "The fields start here and never end"
        : "The line that ends the fields has more on it than three hyphens",
    why: "The page would be missing from the site, or its fields would be shown as text",
    fix: "Put a line with three hyphens and nothing else after the last field",
  });
}

/**
 * Fields that run on into the words of the page, where some later rule seems to close them.
 *
 * @param line - the last one that belongs to a field
 * @param name - of that field
 */
export function frontMatterRunsOnAt(file: string, line: number, name: string): Diagnostic {
  return faultAt(frontMatterNotClosed, spanAt(file, line + 1, 1), {
    message: "The fields end here, and no line of three hyphens closes them",
    why: "The words below would be read as fields, and be missing from the page",
    fix: `Put --- on a line of its own below ${name}`,
  });
}
