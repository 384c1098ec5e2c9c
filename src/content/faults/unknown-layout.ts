import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A `layout` that is not there. */
export const unknownLayout: RuleFacts = {
  name: "unknown-layout",
  severity: "warning",
  kind: "fields",
  title: "There is no such layout",
  source: null,
  fixable: false,
};

/** `used` is the layout that takes its place, `choices` those that a page may name. */
export function unknownLayoutAt(written: string, span: SourceSpan, used: string, choices: string): Diagnostic {
  return faultAt(unknownLayout, span, {
    message: `There is no layout "${written}" for pages; layouts/${used} is used`,
    why: "The page may look different from what was meant",
    fix: `Delete the line, or write one of: ${choices}`,
  });
}
