import { spanAt } from "../../model/diagnostic.ts";
import type { Rule } from "../rule.ts";

/** An article or hub without a `subtitle`. */
export const missingSubtitle: Rule = {
  name: "missing-subtitle",
  severity: "warning",
  kind: "fields",
  title: "A page does not say what it is about",
  source: null,
  fixable: false,

  *check({ articles, hubs, translations }) {
    for (const page of [...articles, ...hubs.values(), ...translations.flatMap(({ pages }) => pages)]) {
      if (page.type === "page" || page.file === null || page.fieldSpans.has("subtitle")) continue;

      yield {
        span: spanAt(page.file, 1, 1, 3),
        message: "The page has no subtitle",
        why: "Search engines show its first sentence instead, and its link on the hub page stands alone",
        fix: "Add a line between the lines of hyphens: subtitle: and one sentence that says what the page helps with",
      };
    }
  },
};
