import { spanIn } from "../../model/text-block.ts";
import { englishPages } from "../prose.ts";
import { fragmentLists } from "../fragment-lists.ts";
import type { Rule } from "../rule.ts";

/** A list of fragments behind a line that does not lead into it with a colon. */
export const listLeadIn: Rule = {
  name: "list-lead-in",
  severity: "warning",
  kind: "words",
  title: "The line before a list does not lead into it",
  source: "NHS service manual, Formatting",
  fixable: false,

  *check(site) {
    for (const { blocks } of englishPages(site)) {
      for (const { leadIn } of fragmentLists(blocks)) {
        if (leadIn === null || leadIn.kind === "heading" || !/[\p{L}\p{N},;.]["')]?$/u.test(leadIn.prose)) continue;
        // A list in a list of words is an outline: "fruit", and below it "apples".
        if (leadIn.kind === "list-item" && /^["'(]?\p{Ll}/u.test(leadIn.prose)) continue;

        const end = leadIn.text.length;
        const start = leadIn.text.lastIndexOf(" ") + 1;
        yield {
          span: spanIn(leadIn, start, end),
          message: "The line before this list does not end with a colon",
          why: "The items are parts of a sentence, and nobody can tell which one they go on with",
          fix: "End the line before the list with words that each item goes on from, and a colon",
        };
      }
    }
  },
};
