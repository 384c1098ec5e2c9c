import { englishBlocks, isName, isQuoted, wordsIn } from "../prose.ts";
import { commonWords, knownAbbreviations } from "../abbreviations.ts";
import type { Rule } from "../rule.ts";

const run = /(?<![\p{L}\p{N}&-])\p{Lu}{2,}(?:[ ,]{1,2}\p{Lu}{2,})+(?![\p{L}\p{N}&-])/gu;

/** Two words or more in capitals that are no abbreviations. */
export const blockCapitals: Rule = {
  name: "block-capitals",
  severity: "warning",
  kind: "words",
  title: "Words are written in capitals",
  source: "NHS service manual, Punctuation",
  fixable: false,

  *check(site) {
    for (const block of englishBlocks(site)) {
      if (!/[A-Z]{2}/.test(block.prose)) continue;

      for (const found of wordsIn(block, run)) {
        const words = found.match[0].split(/[ ,]+/);
        if (!words.some((word) => commonWords.has(word)) && words.filter(isLong).length < 2) continue;
        if (isName(found) || isQuoted(found)) continue;

        yield {
          span: found.span,
          message: `"${found.match[0]}" is written in capitals`,
          why: "Capitals are hard to read, and sound like shouting; some screen readers spell them out",
          fix: "Write it in small letters",
        };
      }
    }
  },
};

/** Names of organisations and systems are mostly shorter. */
function isLong(word: string): boolean {
  return word.length >= 5 && !knownAbbreviations.has(word);
}
