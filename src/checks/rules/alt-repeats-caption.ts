import { pagesOf } from "../../model/site.ts";
import { sameWords } from "../same-words.ts";
import type { Rule } from "../rule.ts";

/** A picture whose alternative text is the words under it. */
export const altRepeatsCaption: Rule = {
  name: "alt-repeats-caption",
  severity: "warning",
  kind: "links",
  title: "A picture's alternative text repeats the words under it",
  source: "NHS service manual, Images",
  fixable: false,

  *check(site) {
    for (const { alt, caption, span } of pagesOf(site).flatMap(({ body }) => body.facts.pictures)) {
      if (alt === null || caption === null || sameWords(alt) !== sameWords(caption)) continue;

      yield {
        span,
        message: "The words for people who cannot see this picture are the words under it",
        why: "They hear the same twice, and do not learn what the picture shows",
        fix: "Write between the square brackets what the picture shows that the words under it do not say",
      };
    }
  },
};
