import { spanIn } from "../../model/text-block.ts";
import { englishBlocks } from "../prose.ts";
import type { Rule } from "../rule.ts";

/** A title or heading that is a question. What opens an expander may be one: it is an offer, not a heading. */
export const questionHeading: Rule = {
  name: "question-heading",
  severity: "warning",
  kind: "words",
  title: "A heading is a question",
  source: "NHS service manual, Formatting",
  fixable: false,

  *check(site) {
    for (const block of englishBlocks(site)) {
      if ((block.kind !== "heading" && block.kind !== "title") || !block.prose.endsWith("?")) continue;

      yield {
        span: spanIn(block, 0, block.text.length),
        message: `This ${block.kind} is a question`,
        why: "People who look for an answer read the first words of headings, and questions all start alike",
        fix: 'Say what it is about, key words first: "Reset your password", not "How do I reset my password?"',
      };
    }
  },
};
