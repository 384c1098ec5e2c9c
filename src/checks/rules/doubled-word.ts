import { replace } from "../../model/diagnostic.ts";
import { plainSpanIn, spanIn } from "../../model/text-block.ts";
import { englishBlocks, wordsIn } from "../prose.ts";
import type { Rule } from "../rule.ts";
import { startsSentence } from "../spelled-words.ts";

const twice = /(?<![\p{L}\p{N}'’\uFFFC-])(\p{L}[\p{L}'’]*) \1(?![\p{L}\p{N}'’\uFFFC-])/giu;

/** Words that people do say twice, or that may stand twice anywhere: "That that is so", "Will will call". */
const usual: ReadonlySet<string> = new Set(
  "bye far ha had knock long may no now really so that there very will".split(" "),
);

/**
 * Words that stand twice where one part of a sentence ends and the next begins: "sign in in seconds", "what it is is",
 * "I gave her her phone". At the start of a sentence nothing has ended.
 */
const joining: ReadonlySet<string> = new Set(
  (
    "about are around at by can could did do does down for from has have her in is it off on out over through to under up was were " +
    "with would you"
  ).split(" "),
);

/** The same word twice in a row, also where the second stands behind a link. */
export const doubledWord: Rule = {
  name: "doubled-word",
  severity: "warning",
  kind: "words",
  title: "A word stands twice in a row",
  source: null,
  fixable: true,

  *check(site) {
    for (const block of englishBlocks(site)) {
      if (!mayRepeat(block.prose)) continue;

      for (const { match, start, end } of wordsIn(block, twice)) {
        const word = (match[1] ?? "").toLowerCase();
        // Names may be doubled: Duran Duran.
        if (usual.has(word) || /^\p{Lu}/u.test(match[0].slice(word.length + 1))) continue;
        if (joining.has(word) && !startsSentence(block.prose, start)) continue;

        const firstEnd = start + word.length;
        const extra = plainSpanIn(block, firstEnd, end);
        const isPlain = extra !== null && plainSpanIn(block, start, end) !== null;
        yield {
          span: spanIn(block, end - word.length, end),
          message: `"${word}" stands twice in a row`,
          why: "Readers stumble, and screen readers say it twice",
          fix: "Delete one of the two",
          ...(isPlain ? { edits: [replace(extra, "")] } : {}),
        };
      }
    }
  },
};

/** Whether a word starts like the one before it: the pattern is slow, and in most blocks none does. */
function mayRepeat(prose: string): boolean {
  const words = prose.toLowerCase().split(" ");
  return words.some((word, index) => words[index + 1]?.startsWith(word.replace(/^["'(]+/, "")));
}
