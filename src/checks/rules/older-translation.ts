import { spanAt } from "../../model/diagnostic.ts";
import { pagesOf } from "../../model/site.ts";
import type { Rule } from "../rule.ts";

/** A translation that nobody has reviewed since its original was. */
export const olderTranslation: Rule = {
  name: "older-translation",
  severity: "warning",
  kind: "fields",
  title: "A translation is older than its original",
  source: null,
  fixable: false,

  *check(site) {
    const pages = pagesOf(site);
    const byFile = new Map(pages.map((page) => [page.file, page]));
    for (const { translationOf, lastReviewed, fieldSpans, file } of pages) {
      const original = translationOf === null ? undefined : byFile.get(translationOf);
      if (!original?.lastReviewed || (lastReviewed !== null && lastReviewed >= original.lastReviewed)) continue;

      const since =
        lastReviewed === null ? "does not say when it was last reviewed" : `was last reviewed on ${lastReviewed}`;
      yield {
        span: fieldSpans.get(lastReviewed === null ? "title" : "last_reviewed") ?? spanAt(file ?? "", 1, 1),
        message: `This translation ${since}; ${original.file}, which it translates, was on ${original.lastReviewed}`,
        why: "Somebody who reads in this language may get old advice",
        fix: `Compare it with ${original.file}, put right what has changed, and write the day in last_reviewed`,
      };
    }
  },
};
