import type { Page } from "../../model/article.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A heading of an earlier site that is gone from its page. */
export const removedHeading: RuleFacts = {
  name: "removed-heading",
  severity: "warning",
  kind: "links",
  title: "A heading is gone, and links to it arrive at the top of the page",
  source: null,
  fixable: false,
};

/**
 * @param old - the id of the heading that is gone
 * @param likely - the id of the heading that has probably taken its place; `null` where none has
 */
export function removedHeadingFault({ file, fieldSpans }: Page, old: string, likely: string | null): Diagnostic {
  const span = fieldSpans.get("aliases") ?? fieldSpans.get("title") ?? spanAt(file ?? "index.md", 1, 1);
  return faultAt(removedHeading, span, {
    message: `The heading #${old} was published on this page, and is gone`,
    why: "Links from other sites, letters and error screens to it arrive at the top of the page",
    fix: `Write ${old}: ${likely ?? "and the id of the heading that has taken its place"} in aliases above the page`,
  });
}
