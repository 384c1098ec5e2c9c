import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** An old address that something else has. */
export const takenAlias: RuleFacts = {
  name: "taken-alias",
  severity: "warning",
  kind: "links",
  title: "An old address belongs to something else",
  source: null,
  fixable: false,
};

/** `other` is what has the address: `a page or file`. */
export function takenAliasAt(from: string, other: string, span: SourceSpan): Diagnostic {
  return faultAt(takenAlias, span, {
    message: `The old address ${from} is the address of ${other}, which goes first`,
    why: "A citizen who follows the old link would arrive at another page",
    fix: "Delete the old address here, or rename the page that has taken it",
  });
}
