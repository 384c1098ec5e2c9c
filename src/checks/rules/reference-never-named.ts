import { nearCode } from "../../model/near-code.ts";
import type { Rule } from "../rule.ts";

/** A code that links carry to the contact page, and that the words of no page name. */
export const referenceNeverNamed: Rule = {
  name: "reference-never-named",
  severity: "warning",
  kind: "references",
  title: "A contact link carries a reference that no page names",
  source: null,
  fixable: false,

  *check({ codeMentions, registeredCodes }) {
    const titled = (registeredCodes ?? []).flatMap(({ code, title }) => (title === null ? [] : [code]));
    const named = new Set([...titled, ...codeMentions.flatMap(({ code, kind }) => (kind === "link" ? [] : [code]))]);
    for (const [code, mentions] of Map.groupBy(codeMentions, (mention) => mention.code)) {
      const [first] = mentions;
      // Where the words around it name another code, that is the fault.
      if (first === undefined || named.has(code) || mentions.some(({ section }) => section.codes.size > 0)) continue;

      const likely = nearCode(code, named);
      const heading = `"${first.section.heading} - Reference ${code}"`;
      yield {
        span: first.span,
        message: `No page names ${code}`,
        why: "A citizen who sees it on a screen finds nothing when they look for it",
        fix:
          likely === null
            ? `Name it where it is explained: ${heading}`
            : `If you mean ${likely}, write that; if not, name it where it is explained: ${heading}`,
      };
    }
  },
};
