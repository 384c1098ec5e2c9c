import { replace } from "../../model/diagnostic.ts";
import { englishBlocks, wordsIn } from "../prose.ts";
import type { Rule } from "../rule.ts";

const straight: ReadonlyMap<string, string> = new Map([
  ["‘", "'"],
  ["’", "'"],
  ["“", '"'],
  ["”", '"'],
]);

/** Curly apostrophes and quotation marks, as word processors make them; each block is told once. */
export const curlyApostrophe: Rule = {
  name: "curly-apostrophe",
  severity: "warning",
  kind: "words",
  title: "An apostrophe or quotation mark is curly",
  source: "NHS service manual, Punctuation",
  fixable: true,

  *check(site) {
    for (const block of englishBlocks(site)) {
      const found = [...wordsIn(block, /[‘’“”]/g)];
      const [first] = found;
      if (first === undefined) continue;

      yield {
        span: first.span,
        message:
          found.length === 1
            ? `${first.match[0]} is curly`
            : `${first.match[0]} and ${found.length - 1} more are curly`,
        why: "On some screens they show as odd signs, and the same word looks different from page to page",
        fix: `Type ${straight.get(first.match[0])} instead`,
        edits: found.map(({ match, span }) => replace(span, straight.get(match[0]) ?? match[0])),
      };
    }
  },
};
