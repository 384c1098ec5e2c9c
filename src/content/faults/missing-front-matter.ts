import type { Diagnostic } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A page without fields at its top. */
export const missingFrontMatter: RuleFacts = {
  name: "missing-front-matter",
  severity: "error",
  kind: "fields",
  title: "A page has no fields",
  source: null,
  fixable: false,
};

/** At the start of the file. */
export function missingFrontMatterAt(file: string): Diagnostic {
  return faultAt(missingFrontMatter, spanAt(file, 1, 1), {
    message: "The page has no fields at its top",
    why: "The page would be missing from the site, or its fields would be shown as text",
    fix: "Start the file with a line of three hyphens, the fields (title, type, hub), and another line of three hyphens",
  });
}
