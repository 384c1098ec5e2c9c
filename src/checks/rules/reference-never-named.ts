import type { Rule } from "../rule.ts";

/** A code that links carry to the contact page, and that the words of no page name. */
export const referenceNeverNamed: Rule = {
  name: "reference-never-named",
  severity: "warning",
  kind: "references",
  title: "A contact link carries a reference that no page names",
  source: null,
  fixable: false,

  *check({ codeMentions }) {
    for (const [code, mentions] of Map.groupBy(codeMentions, (mention) => mention.code)) {
      const [first] = mentions;
      // Where the words around it name another code, that is the fault.
      if (first === undefined || mentions.some(({ kind, section }) => kind !== "link" || section.codes.size > 0))
        continue;

      yield {
        span: first.span,
        message: `No page names ${code}`,
        why: "A citizen who sees it on a screen finds nothing when they look for it",
        fix: `Name it where it is explained: "${first.section.heading} - Reference ${code}"`,
      };
    }
  },
};
