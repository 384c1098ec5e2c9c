import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A key that JavaScript would take for its own. */
export const dangerousField: RuleFacts = {
  name: "dangerous-field",
  severity: "error",
  kind: "fields",
  title: "A field's name has a meaning for the program",
  source: null,
  fixable: false,
};

/** At the field's name. */
export function dangerousFieldAt(key: string, span: SourceSpan): Diagnostic {
  return faultAt(dangerousField, span, {
    message: `A field cannot be called "${key}"`,
    why: "The name has a meaning for the program and could change how every page is built",
    fix: "Delete this line",
  });
}
