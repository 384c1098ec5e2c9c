import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import type { Field } from "../../model/field.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A field whose value is not written. */
export const emptyField: RuleFacts = {
  name: "empty-field",
  severity: "error",
  kind: "fields",
  title: "A field has no value",
  source: null,
  fixable: false,
};

/** As bad as a malformed value of the field. */
export function emptyFieldAt(key: string, span: SourceSpan, { severity, example }: Field<unknown>): Diagnostic {
  const words = {
    message: `${key} has no value`,
    why: severity === "error" ? "The page could not be built" : "The field counts as not written",
    fix: `Write a value after the colon, such as ${example}, or delete the line`,
  };
  return faultAt(emptyField, span, words, severity);
}
