import type { Rule } from "../rule.ts";

/** A code that screens show, as the site's own list says, and that neither a page nor the list itself explains. */
export const referenceNotDocumented: Rule = {
  name: "reference-not-documented",
  severity: "warning",
  kind: "references",
  title: "Screens show a reference that nothing explains",
  source: "NHS service manual, Error message",
  fixable: false,

  *check({ registeredCodes, errorReferences }, { leftOut = [] }) {
    // What a page that is left out explains is not known.
    if (leftOut.length > 0) return;
    const explained = new Set(errorReferences.map(({ code }) => code));
    for (const { code, status, title, whatHappened, whatToDo, span } of registeredCodes ?? []) {
      if (status !== "active" || explained.has(code)) continue;

      const hasWords = whatHappened !== null || whatToDo !== null;
      yield {
        span,
        message: `Nothing explains ${code}`,
        why: "A citizen who sees it on a screen finds no words about it",
        fix: hasWords
          ? "Add a title to it"
          : `Name it in the heading above the words about it, or add ${title === null ? "a title and whatToDo" : "whatToDo"} to it here`,
      };
    }
  },
};
