import { pagesOf } from "../../model/site.ts";
import type { Rule } from "../rule.ts";

/** The longest title that is still read at a glance, in characters. */
const longest = 65;

/** A page's title that is too long for search results and tabs. */
export const longTitle: Rule = {
  name: "long-title",
  severity: "warning",
  kind: "structure",
  title: "A page's title is too long",
  source: "NHS service manual, Formatting",
  fixable: false,

  *check(site) {
    for (const { title, fieldSpans } of pagesOf(site)) {
      const span = fieldSpans.get("title");
      const { length } = [...title];
      if (span === undefined || length <= longest) continue;

      yield {
        span,
        message: `The title has ${length} characters, and a title has at most ${longest}`,
        why: "Search engines cut it off, and on a phone it fills the screen before the page has begun",
        fix: "Say it in fewer words, with the most important ones first",
      };
    }
  },
};
