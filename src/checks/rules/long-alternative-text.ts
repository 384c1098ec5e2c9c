import { pagesOf } from "../../model/site.ts";
import type { Rule } from "../rule.ts";

/** The longest alternative text, in characters: screen readers read it out in one go. */
const longest = 125;

/** A picture whose alternative text is too long to be listened to. */
export const longAlternativeText: Rule = {
  name: "long-alternative-text",
  severity: "warning",
  kind: "links",
  title: "A picture's alternative text is too long",
  source: "NHS service manual, Accessibility: alternative text for images",
  fixable: false,

  *check(site) {
    for (const { alt, span } of pagesOf(site).flatMap(({ body }) => body.facts.pictures)) {
      const length = [...(alt ?? "")].length;
      if (length <= longest) continue;

      yield {
        span,
        message: `The words for people who cannot see this picture have ${length} characters, and they have at most ${longest}`,
        why: "A screen reader reads them out in one go, and nobody can stop and go back in the middle",
        fix: "Say in one sentence what the picture shows, and write the rest on the page for everybody",
      };
    }
  },
};
