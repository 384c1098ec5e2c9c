import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import { replace } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A name of a service with spaces that nobody sees. */
export const spacesAroundName: RuleFacts = {
  name: "spaces-around-name",
  severity: "warning",
  kind: "site",
  title: "The name of a service has spaces that nobody sees",
  source: null,
  fixable: true,
};

/**
 * At the name. @param tidy - the name as it is shown
 *
 * @param isWhole - whether the span holds all of the name: one that runs over several lines is left to a person
 */
export function spacesAroundNameAt(span: SourceSpan, tidy: string, isWhole: boolean): Diagnostic {
  return faultAt(spacesAroundName, span, {
    message: "The name has spaces before it, behind it or two in a row",
    why: "The help centre leaves them out. A program that compares the names with its own does not know it any more",
    fix: `Write it without them: ${tidy}`,
    ...(isWhole ? { edits: [replace(span, JSON.stringify(tidy))] } : {}),
  });
}
