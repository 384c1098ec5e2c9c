import type { CodeMention } from "../../model/error-reference.ts";
import { lookAlike } from "../../model/near-code.ts";
import type { Rule } from "../rule.ts";

/**
 * Words that name another code than the heading above them, which differs from it in one digit and which nothing else on
 * the site names: a slip of typing, or a second problem that nobody will find. A heading that names both means both.
 */
export const similarReferences: Rule = {
  name: "similar-references",
  severity: "warning",
  kind: "references",
  title: "A section about one reference names another that is almost the same",
  source: "NHS service manual, Numbers, measurements, dates and time",
  fixable: false,

  *check({ codeMentions, registeredCodes }) {
    // Where there is a list, a code that it has is no slip, and of others reference-not-in-register speaks.
    if (registeredCodes !== null) return;
    const headingsCodes = Map.groupBy(
      codeMentions.filter(({ kind }) => kind === "heading"),
      ({ section }) => section,
    );
    for (const mentions of Map.groupBy(codeMentions, ({ code }) => code).values()) {
      const [first] = mentions;
      if (first === undefined || !mentions.every((mention) => isBeside(mention, first))) continue;

      const about = headingsCodes.get(first.section)?.filter(({ code }) => lookAlike(code, first.code)) ?? [];
      const [heading] = about;
      if (heading === undefined) continue;
      yield {
        span: first.span,
        message: `The heading names ${heading.code}, and these words ${first.code}`,
        why: "People mix up references that are almost the same, and nobody who looks for the second one is led here",
        fix: `If you mean ${heading.code}, write that; if this is about both, name ${first.code} in the heading too`,
      };
    }
  },
};

/** Whether a mention is one in words, in the same section as another. */
function isBeside({ kind, section }: CodeMention, other: CodeMention): boolean {
  return kind === "text" && section === other.section;
}
