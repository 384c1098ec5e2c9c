import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import type { Field } from "../../model/field.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A value that its field does not take. */
export const malformedField: RuleFacts = {
  name: "malformed-field",
  severity: "error",
  kind: "fields",
  title: "A field's value cannot be used",
  source: null,
  fixable: false,
};

/** `reading` is what the field says of the value. */
export function malformedFieldAt(
  key: string,
  span: SourceSpan,
  { severity }: Pick<Field<unknown>, "severity">,
  { message, fix }: { readonly message: string; readonly fix: string },
): Diagnostic {
  const whole = span.file.endsWith(".md") ? "page" : "help centre";
  const why = severity === "error" ? `The ${whole} could not be built` : "The field counts as not written";
  return faultAt(malformedField, span, { message: `${key} ${message}`, why, fix }, severity);
}
