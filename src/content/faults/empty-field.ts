import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import type { Field } from "../../model/field.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";
import { quotedWhole } from "../yaml-values.ts";

/** A field whose value is not written. */
export const emptyField: RuleFacts = {
  name: "empty-field",
  severity: "error",
  kind: "fields",
  title: "A field has no value",
  source: null,
  fixable: false,
};

/**
 * As bad as a malformed value of the field.
 *
 * @param remark - what stands after a `#` in place of the value; `null` where nothing does
 */
export function emptyFieldAt(
  key: string,
  span: SourceSpan,
  { severity, example }: Field<unknown>,
  remark: string | null,
): Diagnostic {
  const why = severity === "error" ? "The page could not be built" : "The field counts as not written";
  const [line = ""] = (remark ?? "").split("\n");
  const words =
    remark === null
      ? {
          message: `${key} has no value`,
          why,
          fix: `Write a value after the colon, such as ${example}, or delete the line`,
        }
      : {
          message: `${key} has no value: what stands after a # is left out`,
          why,
          fix: `Put the whole value in quotes: ${key}: ${quotedWhole(`#${line}`)}`,
        };
  return faultAt(emptyField, span, words, severity);
}
