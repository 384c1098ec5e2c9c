import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A line of `redirects.yml` that is no redirect. */
export const malformedRedirect: RuleFacts = {
  name: "malformed-redirect",
  severity: "error",
  kind: "links",
  title: "A redirect cannot be used",
  source: null,
  fixable: false,
};

/** At the old address. */
export function malformedRedirectAt(span: SourceSpan): Diagnostic {
  return faultAt(malformedRedirect, span, {
    message: "A redirect leads from an old address of this site to a page or an https address",
    why: "Somebody who follows an old link would find nothing",
    fix: "Write it like this: /old-page/: /new-page/",
  });
}
