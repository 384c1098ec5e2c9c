import { pagesOf } from "../../model/site.ts";
import type { Rule } from "../rule.ts";

/** The longest summary that is still read at a glance, in characters. */
const longest = 60;

/** An expander whose summary is too long. */
export const longSummary: Rule = {
  name: "long-summary",
  severity: "warning",
  kind: "structure",
  title: "The words on an expander are too long",
  source: "NHS service manual, Expander",
  fixable: false,

  *check(site) {
    for (const { summary, span } of pagesOf(site).flatMap(({ body }) => body.facts.expanders)) {
      const { length } = [...summary];
      if (length <= longest) continue;

      yield {
        span,
        message: `The words on this expander have ${length} characters, and they have at most ${longest}`,
        why: "People decide by these words whether to open it, and long ones are not read",
        fix: "Say in a few words what is inside",
      };
    }
  },
};
