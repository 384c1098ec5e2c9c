import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A link to a page that is not published. */
export const linkToDraft: RuleFacts = {
  name: "link-to-draft",
  severity: "error",
  kind: "links",
  title: "A link leads to a draft",
  source: null,
  fixable: false,
};

/** At the link's address. */
export function linkToDraftAt(href: string, span: SourceSpan): Diagnostic {
  return faultAt(linkToDraft, span, {
    message: `The link leads to ${href}, which is a draft and is not published`,
    why: "A citizen who follows it would find an error page",
    fix: "Take the link out for now, or take draft: true out of the other page",
  });
}
