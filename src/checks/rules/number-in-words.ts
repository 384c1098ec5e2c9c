import { replace } from "../../model/diagnostic.ts";
import { plainSpanIn } from "../../model/text-block.ts";
import { englishBlocks, isName, isQuoted, wordsIn } from "../prose.ts";
import type { Rule } from "../rule.ts";

const numerals: ReadonlyMap<string, string> = new Map([
  ...["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"].map(
    (word, index) => [word, String(index + 1)] as const,
  ),
  ...["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"].map(
    (word, index) => [word, String((index + 2) * 10)] as const,
  ),
]);
const word = [...numerals.keys()].slice(1).join("|");

const things = "seconds|minutes|hours|days|weeks|months|years|times|digits|characters|letters|numbers";
const countedThings = new RegExp(things);

/** A number before something that is counted. "One" alone is left: it mostly means "a". */
const counted = new RegExp(
  String.raw`(?<![\p{L}\p{N}\uFFFC-]|(?:${word}|(?:hundred|thousand)(?: and)?) )(?:(one|${word}) (?:or|to) )?(${word}) ` +
    String.raw`(?=(?:(?:working|calendar|more) )?(?:${things})(?![\p{L}'’-]))`,
  "giu",
);

/** A number of minutes, days or digits in words: people find numerals faster. */
export const numberInWords: Rule = {
  name: "number-in-words",
  severity: "warning",
  kind: "words",
  title: "A number is written in words",
  source: "NHS service manual, Numbers, measurements, dates and time",
  fixable: true,

  *check(site) {
    for (const block of englishBlocks(site)) {
      // The whole pattern is slow, and most blocks count nothing.
      if (!countedThings.test(block.prose)) continue;

      for (const found of wordsIn(block, counted)) {
        if (isName(found) || isQuoted(found)) continue;

        const written = found.match[0].trimEnd();
        const inNumerals = written.replace(/\p{L}+/gu, (part) => numerals.get(part.toLowerCase()) ?? part);
        const span = plainSpanIn(block, found.start, found.start + written.length);
        yield {
          span: span ?? found.span,
          message: `"${written}" is a number in words`,
          why: "People look for numerals on a page, and read them more easily",
          fix: `Write ${inNumerals}`,
          ...(span ? { edits: [replace(span, inNumerals)] } : {}),
        };
      }
    }
  },
};
