import { pagesOf } from "../../model/site.ts";
import { sameWords } from "../same-words.ts";
import type { Rule } from "../rule.ts";

/** Two expanders of a page that say the same before they are opened. */
export const repeatedSummary: Rule = {
  name: "repeated-summary",
  severity: "warning",
  kind: "structure",
  title: "Two expanders have the same words on them",
  source: "NHS service manual, Expander",
  fixable: false,

  *check(site) {
    for (const { body } of pagesOf(site)) {
      const lines = new Map<string, number>();
      for (const { summary, span } of body.facts.expanders) {
        const words = sameWords(summary);
        const first = lines.get(words);
        if (first === undefined) {
          lines.set(words, span.line);
          continue;
        }
        yield {
          span,
          message: `The expander at line ${first} has the same words on it`,
          why: "Nobody can tell before opening them which one holds the answer",
          fix: "Say on each what is special about it",
        };
      }
    }
  },
};
