import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A page that is to be read again before it was last read, or a service that ends before it starts. */
export const datesBackToFront: RuleFacts = {
  name: "dates-back-to-front",
  severity: "warning",
  kind: "fields",
  title: "Two days are the wrong way round",
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

/** At `until`; both days are `YYYY-MM-DD`. */
export function endsBeforeItStarts(span: SourceSpan, from: string, until: string): Diagnostic {
  return faultAt(datesBackToFront, span, {
    message: `The last day (${until}) comes before the first one (${from})`,
    why: "Nobody could ever pick the service",
    fix: "Correct one of the two days: the year, or the order of day and month, is often the slip",
  });
}
