import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A page that is to be read again before it was last read. */
export const datesBackToFront: RuleFacts = {
  name: "dates-back-to-front",
  severity: "warning",
  kind: "fields",
  title: "The next review comes before the last one",
  source: "NHS service manual, Know that a page is up to date",
  fixable: false,
};

/** At `next_review`; both days are `YYYY-MM-DD`. */
export function datesBackToFrontAt(span: SourceSpan, lastReviewed: string, nextReview: string): Diagnostic {
  return faultAt(datesBackToFront, span, {
    message: `The next review (${nextReview}) comes before the last one (${lastReviewed})`,
    why: "A citizen cannot tell whether the page is up to date",
    fix: "Correct one of the two days: the year, or the order of day and month, is often the slip",
  });
}
