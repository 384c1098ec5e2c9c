import { spanAt } from "../../model/diagnostic.ts";
import { pagesOf } from "../../model/site.ts";
import type { Rule } from "../rule.ts";

/** A page whose `next_review` has gone by. Says nothing where no day is given: only `check` knows what day it is. */
export const overdueReview: Rule = {
  name: "overdue-review",
  severity: "warning",
  kind: "fields",
  title: "A page was to be read again by a day that has gone",
  source: "NHS service manual, Know that a page is up to date",
  fixable: false,

  *check(site, { today }) {
    if (today === null) return;
    for (const { nextReview, fieldSpans, file } of pagesOf(site)) {
      if (nextReview === null || nextReview >= today) continue;

      yield {
        span: fieldSpans.get("next_review") ?? spanAt(file ?? "", 1, 1),
        message: `The next review was due on ${nextReview}`,
        why: "A citizen may read words that are no longer right",
        fix: "Read the whole page, put right what has changed, and write new days in last_reviewed and next_review",
      };
    }
  },
};
