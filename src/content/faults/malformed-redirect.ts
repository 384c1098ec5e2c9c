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

const why = "Somebody who follows an old link would find nothing";

/** At the old address. */
export function malformedRedirectAt(span: SourceSpan): Diagnostic {
  return faultAt(malformedRedirect, span, {
    message: "A redirect leads from an old address of this site to a page or an https address",
    why,
    fix: "Write it like this: /old-page/: /new-page/",
  });
}

/** An old address where the build makes pages or files itself: `/cy/errors/7023/`. */
export function builtRedirectAt(from: string, span: SourceSpan): Diagnostic {
  return faultAt(malformedRedirect, span, {
    message: `The old address ${from} belongs to what the build makes itself`,
    why,
    fix: "Delete it here, or write the address that the page had",
  });
}
