import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** Two services that people could take for one. */
export const duplicateService: RuleFacts = {
  name: "duplicate-service",
  severity: "warning",
  kind: "site",
  title: "Two services have names that people cannot tell apart",
  source: null,
  fixable: false,
};

const why = "People cannot tell which of the two to pick, and their message may go to the wrong team";

/** At the later of two names that are one but for capitals, spaces and punctuation. */
export function sameServiceName(span: SourceSpan, name: string, other: { readonly key: string; readonly line: number }): Diagnostic {
  return faultAt(duplicateService, span, {
    message: `The service ${other.key} in line ${other.line} has the name "${name}" too`,
    why,
    fix: "Delete one of the two, or say in both names what is special about the service. If one takes the place of the other, say so with until and from",
  });
}

/** At the later of two names of which one letter differs. */
export function nearlySameServiceName(
  span: SourceSpan,
  name: string,
  other: { readonly key: string; readonly line: number; readonly name: string },
): Diagnostic {
  return faultAt(duplicateService, span, {
    message: `"${name}" is nearly the name of the service ${other.key} in line ${other.line}: "${other.name}"`,
    why,
    fix: "If they are one service, delete one of the two lines; if not, say in both names what is special about the service",
  });
}
