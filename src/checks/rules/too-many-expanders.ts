import { pagesOf } from "../../model/site.ts";
import type { Rule } from "../rule.ts";

/** The most expanders that a page can have and still be looked through. */
const most = 7;

/** A page with so many expanders that people do not find the one that is theirs. */
export const tooManyExpanders: Rule = {
  name: "too-many-expanders",
  severity: "warning",
  kind: "structure",
  title: "A page has too many expanders",
  source: "NHS service manual, Expander",
  fixable: false,

  *check(site) {
    for (const { body } of pagesOf(site)) {
      const { expanders } = body.facts;
      const first = expanders[most];
      if (first === undefined) continue;

      yield {
        span: first.span,
        message: `This page has ${expanders.length} expanders, and a page has at most ${most}`,
        why: "People have to open one after the other to find what they need, and many give up",
        fix: "Show under headings what most people need, or make two pages of this one",
      };
    }
  },
};
