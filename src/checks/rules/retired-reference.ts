import type { Rule } from "../rule.ts";

/**
 * A code that screens do not show any more, named as if they did. Where a heading or an expander of the page is about it,
 * its words may stay: people keep letters and pictures of screens, and the code's own page says that it is retired.
 */
export const retiredReference: Rule = {
  name: "retired-reference",
  severity: "warning",
  kind: "references",
  title: "A page names a reference that screens do not show any more",
  source: null,
  fixable: false,

  *check({ codeMentions, errorReferences }) {
    const retired = new Map(
      errorReferences.flatMap(({ code, status, replacedBy }) => (status === "retired" ? [[code, replacedBy]] : [])),
    );
    if (retired.size === 0) return;
    const explains = new Set(
      codeMentions.flatMap(({ code, kind, section }) =>
        kind === "heading" || kind === "summary" ? [`${section.address} ${code}`] : [],
      ),
    );
    for (const { code, span, section } of codeMentions) {
      const replacedBy = retired.get(code);
      if (replacedBy === undefined || explains.has(`${section.address} ${code}`)) continue;

      yield {
        span,
        message: `${code} is retired: screens do not show it any more`,
        why: "Readers look for something that they cannot see, and take the advice for another problem than theirs",
        fix:
          replacedBy === null
            ? "Take it out, or write the reference that screens show now"
            : `Write ${replacedBy}, which screens show now, or take it out`,
      };
    }
  },
};
