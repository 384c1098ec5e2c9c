import { spanIn } from "../../model/text-block.ts";
import { englishBlocks } from "../prose.ts";
import type { Rule } from "../rule.ts";
import { sentencesOf } from "../sentences.ts";

/**
 * The manual advises up to 20 words. A sentence of 22 is seldom a fault, and a rule that warns of each is soon turned
 * off; over 25, readers lose the thread, and it can nearly always be cut in two.
 */
const mostWords = 25;

/** A sentence of more than 25 words. */
export const longSentence: Rule = {
  name: "long-sentence",
  severity: "warning",
  kind: "words",
  title: "A sentence is too long",
  source: "NHS service manual, How we write",
  fixable: false,

  *check(site) {
    for (const block of englishBlocks(site)) {
      if (block.prose.split(" ", mostWords + 1).length <= mostWords) continue;

      let start = 0;
      for (const sentence of sentencesOf(block.prose)) {
        const words = sentence.split(" ").filter((word) => /[\p{L}\p{N}\uFFFC]/u.test(word)).length;
        if (words > mostWords) {
          yield {
            span: spanIn(block, start, start + sentence.length),
            message: `This sentence has ${words} words`,
            why: "People who find reading hard lose the thread before its end",
            fix: "Make two sentences of it, or a list; 20 words are a good length",
          };
        }
        start += sentence.length + 1;
      }
    }
  },
};
