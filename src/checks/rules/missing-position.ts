import { spanAt } from "../../model/diagnostic.ts";
import type { Rule } from "../rule.ts";

/** An article or hub without a `position`. */
export const missingPosition: Rule = {
  name: "missing-position",
  severity: "warning",
  kind: "fields",
  title: "A page has no place in its hub",
  source: null,
  fixable: false,

  *check({ lists }) {
    for (const page of [...lists.values()].flat()) {
      if (page.file === null || page.fieldSpans.has("position")) continue;

      yield {
        span: spanAt(page.file, 1, 1, 3),
        message: "The page has no position",
        why: "It comes last in its hub",
        fix: "Add a line between the lines of hyphens: position: 1 for the first place, 2 for the second",
      };
    }
  },
};
