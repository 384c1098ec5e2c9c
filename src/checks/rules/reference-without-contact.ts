import type { Rule } from "../rule.ts";

/** A code that a heading or an expander explains, and that no link on the site carries to the contact page. */
export const referenceWithoutContact: Rule = {
  name: "reference-without-contact",
  severity: "warning",
  kind: "references",
  title: "An error reference is explained without a way to get in touch",
  source: "NHS service manual, Error message",
  fixable: false,

  *check({ codeMentions }) {
    for (const [code, mentions] of Map.groupBy(codeMentions, (mention) => mention.code)) {
      const explained = mentions.find(({ kind }) => kind === "heading" || kind === "summary");
      if (explained === undefined || mentions.some(({ kind }) => kind === "link")) continue;

      yield {
        span: explained.span,
        message: `There is no link that gets in touch about ${code}`,
        why: "A citizen whom the words do not help has to find the contact page, and to copy the reference",
        fix: `Write [Contact us](/contact?error=${code}) at the end of this section`,
      };
    }
  },
};
