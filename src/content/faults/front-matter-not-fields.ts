import type { Diagnostic } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** Front matter without a field: empty, or a list, or words. */
export const frontMatterNotFields: RuleFacts = {
  name: "front-matter-not-fields",
  severity: "error",
  kind: "fields",
  title: "There are no fields between the hyphens",
  source: null,
  fixable: false,
};

/** At the first line. */
export function frontMatterNotFieldsAt(file: string): Diagnostic {
  return faultAt(frontMatterNotFields, spanAt(file, 1, 1, 3), {
    message: "There are no fields between the two lines of hyphens",
    why: "The page would be missing from the site, or its fields would be shown as text",
    fix: "Write each field on a line of its own: the name, a colon, a space and the value",
  });
}
