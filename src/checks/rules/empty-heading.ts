import { pagesOf } from "../../model/site.ts";
import type { Rule } from "../rule.ts";

/** A heading without a word. */
export const emptyHeading: Rule = {
  name: "empty-heading",
  severity: "warning",
  kind: "structure",
  title: "A heading is empty",
  source: "WCAG 2.2, 2.4.6",
  fixable: false,

  *check(site) {
    for (const { body } of pagesOf(site)) {
      for (const { text, span } of body.facts.headings) {
        if (text !== "") continue;

        yield {
          span,
          message: "This heading has no words",
          why: "Screen readers announce a heading and say nothing, and nobody can go there from the list of headings",
          fix: "Write what the section is about, or delete the line",
        };
      }
    }
  },
};
