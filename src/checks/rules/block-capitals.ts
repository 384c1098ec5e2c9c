import { englishBlocks, isName, isQuoted, wordsIn } from "../prose.ts";
import { commonWords, knownAbbreviations } from "../abbreviations.ts";
import type { Rule } from "../rule.ts";

/** Words that people write in capitals one by one, to be heard. Others may be what a text message has to say: STOP, YES. */
const stressed = "ALWAYS|CANNOT|EVERY|IMPORTANT|MUST|NEVER|NOT|NOTE|ONLY|PLEASE|URGENT|VERY|WARNING|WITHOUT";

const run = new RegExp(
  String.raw`(?<![\p{L}\p{N}&/-])(?:\p{Lu}{2,}(?:[ ,]{1,2}\p{Lu}{2,})+|${stressed})(?![\p{L}\p{N}&/-])`,
  "gu",
);

/** Words in capitals that are no abbreviations: two in a row, or one that is stressed. */
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
