import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A `replacedBy` that leads no further. */
export const unknownReplacement: RuleFacts = {
  name: "unknown-replacement",
  severity: "warning",
  kind: "references",
  title: "A reference is replaced by one that nobody can look up",
  source: null,
  fixable: false,
};

/** At the value of `replacedBy`. `reason` goes on from the code: `is the reference itself`. */
export function unknownReplacementAt(replacedBy: string, reason: string, span: SourceSpan): Diagnostic {
  return faultAt(unknownReplacement, span, {
    message: `${replacedBy} ${reason}`,
    why: "Somebody with the old reference is not led to the words about the new one",
    fix: "Write the reference that screens show now, or delete the line",
  });
}
