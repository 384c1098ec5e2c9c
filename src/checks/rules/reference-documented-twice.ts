import { pagesOf } from "../../model/site.ts";
import type { Rule } from "../rule.ts";

/** A code that headings explain in two places of one language. The first is its home. */
export const referenceDocumentedTwice: Rule = {
  name: "reference-documented-twice",
  severity: "warning",
  kind: "references",
  title: "Two headings explain the same error reference",
  source: null,
  fixable: false,

  *check(site) {
    const languages = new Map(pagesOf(site).map(({ address, lang }) => [address, lang]));
    for (const [code, mentions] of Map.groupBy(site.codeMentions, (mention) => mention.code)) {
      const first = new Map<string, (typeof mentions)[number]>();
      for (const mention of mentions) {
        if (mention.kind !== "heading") continue;

        const lang = languages.get(mention.section.address) ?? site.settings.lang;
        const before = first.get(lang);
        if (before === undefined) first.set(lang, mention);
        else if (before.span.file !== mention.span.file || before.span.line !== mention.span.line) {
          yield {
            span: mention.span,
            message: `${code} has a heading already, in ${before.span.file} on line ${before.span.line}`,
            why: "Citizens are sent to the first of the two. The other grows old, and says something else one day",
            fix: "Explain it once, and link to that place from here",
          };
        }
      }
    }
  },
};
