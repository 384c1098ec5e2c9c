import { pagesOf } from "../../model/site.ts";
import type { Rule } from "../rule.ts";

/** The most warnings that a page can have and still be heeded. */
const most = 2;

/** A page with so many warnings that none stands out. */
export const tooManyWarnings: Rule = {
  name: "too-many-warnings",
  severity: "warning",
  kind: "structure",
  title: "A page has too many warnings",
  source: "NHS service manual, Warning callout",
  fixable: false,

  *check(site) {
    for (const { body } of pagesOf(site)) {
      const warnings = body.facts.boxes.filter(({ kind }) => kind === "warning");
      const first = warnings[most];
      if (first === undefined) continue;

      yield {
        span: first.span,
        message: `This page has ${warnings.length} warnings, and a page has at most ${most}`,
        why: "Where everything is a warning, people pass over the one that matters",
        fix: "Keep the warnings that keep people from harm, and write the others as plain text",
      };
    }
  },
};
