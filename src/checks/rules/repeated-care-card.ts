import type { BoxKind } from "../../model/body.ts";
import { pagesOf } from "../../model/site.ts";
import type { Rule } from "../rule.ts";

/** A second care card of the same kind on a page. */
export const repeatedCareCard: Rule = {
  name: "repeated-care-card",
  severity: "warning",
  kind: "structure",
  title: "A page has two care cards of the same kind",
  source: "NHS service manual, Help users decide when and where to get care",
  fixable: false,

  *check(site) {
    for (const { body } of pagesOf(site)) {
      const lines = new Map<BoxKind, number>();
      for (const { kind, span } of body.facts.boxes) {
        if (kind === "warning") continue;
        const first = lines.get(kind);
        if (first === undefined) {
          lines.set(kind, span.line);
          continue;
        }
        yield {
          span,
          message: `There is ${kind === "non-urgent" ? "a non-urgent" : `an ${kind}`} care card at line ${first} already`,
          why: "People who act on the first card do not see that the second one is about them",
          fix: "Put both lists into one card, or make two pages of this one",
        };
      }
    }
  },
};
