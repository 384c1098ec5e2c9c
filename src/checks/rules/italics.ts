import { spanIn } from "../../model/text-block.ts";
import { englishBlocks } from "../prose.ts";
import type { Rule } from "../rule.ts";

/** Words in italics: each stretch of a block is told once. */
export const italics: Rule = {
  name: "italics",
  severity: "warning",
  kind: "words",
  title: "Words are in italics",
  source: "NHS service manual, Formatting",
  fixable: false,

  *check(site) {
    for (const block of englishBlocks(site)) {
      for (let index = 0; index < block.runs.length; index++) {
        const run = block.runs[index]!;
        if (!run.isEmphasised) continue;

        while (block.runs[index + 1]?.isEmphasised) index++;
        const last = block.runs[index]!;
        const words = block.text.slice(run.offset, last.offset + last.length);
        yield {
          span: spanIn(block, run.offset, last.offset + last.length),
          message: `"${shortened(words)}" is in italics`,
          why: "Some people find italics hard to read, and screen readers do not say that anything is special",
          fix: "Delete the marks around it. If it matters most, say it first or in a heading",
        };
      }
    }
  },
};

function shortened(words: string): string {
  return words.length > 40 ? `${words.slice(0, 40).trimEnd()}…` : words;
}
