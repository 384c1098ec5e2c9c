import { replace } from "../../model/diagnostic.ts";
import { pagesOf } from "../../model/site.ts";
import { sameWords } from "../same-words.ts";
import type { Rule } from "../rule.ts";

/** A link whose title says what its words say. */
export const titleRepeatsText: Rule = {
  name: "title-repeats-text",
  severity: "warning",
  kind: "links",
  title: "The title of a link repeats its words",
  source: "NHS service manual, Accessibility: link and form control names",
  fixable: true,

  *check(site) {
    for (const { text, title, parts, span } of pagesOf(site).flatMap(({ body }) => body.facts.links)) {
      if (title === null || title.trim() === "" || sameWords(title) !== sameWords(text)) continue;

      yield {
        span: parts.title ?? span,
        message: `The title of the link "${text}" says the same as its words`,
        why: "Some screen readers read it out twice, and nobody else learns anything from it",
        fix: "Delete the words in quotes after the address",
        ...(parts.spacedTitle && { edits: [replace(parts.spacedTitle, "")] }),
      };
    }
  },
};
