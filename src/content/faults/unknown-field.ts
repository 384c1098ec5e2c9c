import { distance } from "fastest-levenshtein";
import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import { replace } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";
import { nearest } from "../nearest.ts";

/** A field that no table knows. */
export const unknownField: RuleFacts = {
  name: "unknown-field",
  severity: "warning",
  kind: "fields",
  title: "There is no such field",
  source: null,
  fixable: true,
};

/** At the field's name; `known` are the fields that may stand there, `written` those that stand there already. */
export function unknownFieldAt(
  key: string,
  span: SourceSpan,
  known: readonly string[],
  written: readonly string[],
): Diagnostic {
  const likely = nearest(key, known);
  const isSure = likely !== null && isSlip(key, likely) && !written.includes(likely);
  return faultAt(unknownField, span, {
    message: `There is no field called "${key}"`,
    why: "What it says is not used anywhere",
    fix: cure(likely, isSure, known, written),
    ...(isSure ? { edits: [replace(span, likely)] } : {}),
  });
}

function cure(likely: string | null, isSure: boolean, known: readonly string[], written: readonly string[]): string {
  const others = `Delete it, or use one of: ${known.join(", ")}`;
  if (likely === null) return others;
  if (isSure) return `Change it to ${likely}`;
  if (written.includes(likely))
    return `If you mean ${likely}, it is written already: keep one of the two and delete the other`;
  return `If you mean ${likely}, write that; if not, delete the line`;
}

/** Whether one name is another for sure: letters in another order or case, a hyphen, one letter too many or too few. */
function isSlip(typed: string, meant: string): boolean {
  const [one, other] = [lettersOf(typed), lettersOf(meant)];
  if (one.length === other.length) return [...one].toSorted().join("") === [...other].toSorted().join("");
  return other.length >= 5 && distance(one, other) === 1;
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}
