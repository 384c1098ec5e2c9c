import { spanAt } from "../../model/diagnostic.ts";
import { pagesOf } from "../../model/site.ts";
import type { Rule } from "../rule.ts";

/** A page whose `last_reviewed` is still to come. Says nothing where no day is given: only `check` knows what day it is. */
export const reviewInFuture: Rule = {
  name: "review-in-future",
  severity: "warning",
  kind: "fields",
  title: "A page was last read on a day that is still to come",
  source: "NHS service manual, Know that a page is up to date",
  fixable: false,

  *check(site, { today }) {
    if (today === null) return;
    const latest = dayAfter(today);
    for (const { lastReviewed, fieldSpans, file } of pagesOf(site)) {
      if (lastReviewed === null || lastReviewed <= latest) continue;

      yield {
        span: fieldSpans.get("last_reviewed") ?? spanAt(file ?? "", 1, 1),
        message: `The page was last reviewed on ${lastReviewed}, and that day is still to come`,
        why: "A citizen reads on the page that it was checked on a day that has not been",
        fix: "Write the day on which somebody last read the page; the next one goes into next_review",
      };
    }
  },
};

/** Somewhere it is tomorrow already. @param day - `YYYY-MM-DD` */
function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
