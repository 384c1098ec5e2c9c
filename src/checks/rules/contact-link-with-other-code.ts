import { nearCode } from "../../model/near-code.ts";
import type { Rule } from "../rule.ts";

/** A contact link that carries another code than its section is about. A section that names no code may carry any. */
export const contactLinkWithOtherCode: Rule = {
  name: "contact-link-with-other-code",
  severity: "error",
  kind: "references",
  title: "A contact link carries the code of another problem",
  source: null,
  fixable: false,

  *check({ codeMentions }) {
    for (const { code, kind, span, section } of codeMentions) {
      if (kind !== "link" || section.codes.size === 0 || section.codes.has(code)) continue;

      const [named = "", ...others] = section.codes;
      const likely = nearCode(code, section.codes);
      yield {
        span,
        message: `This link carries ${code}, and the words around it are about ${[named, ...others].join(", ")}`,
        why: "A citizen's message would arrive as one about another problem, and the wrong people would look into it",
        fix:
          others.length === 0
            ? `Write /contact?error=${named}`
            : likely === null
              ? "Write the code that this link is for"
              : `If you mean ${likely}, write /contact?error=${likely}`,
      };
    }
  },
};
