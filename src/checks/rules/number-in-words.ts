import { replace } from "../../model/diagnostic.ts";
import { plainSpanIn } from "../../model/text-block.ts";
import { englishBlocks, isName, isQuoted, wordsIn } from "../prose.ts";
import type { FoundWords } from "../prose.ts";
import type { Rule } from "../rule.ts";
import { startsSentence } from "../spelled-words.ts";

/** From one. */
const upToNineteen = (
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen " +
  "nineteen"
).split(" ");
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const numerals: ReadonlyMap<string, number> = new Map([
  ...upToNineteen.map((word, index) => [word, index + 1] as const),
  ...tens.map((word, index) => [word, (index + 2) * 10] as const),
]);

/** From two to ninety-nine. */
const number = `(?:${tens.join("|")})(?:[- ](?:${upToNineteen.slice(0, 9).join("|")}))?|${upToNineteen.slice(1).join("|")}`;

const aNumber = new RegExp(String.raw`\b(?:one|${number})\b`, "gi");

/** What a help centre counts. A capital belongs to a name: Five Ways. */
const things =
  "accounts|attempts|characters|codes|days|devices|digits|emails|files|hours|letters|links|messages|minutes|months|numbers|" +
  "options|pages|passwords|people|questions|screens|seconds|steps|times|ways|weeks|words|years";
const kinds =
  "calendar|different|easy|email|extra|failed|full|more|new|other|phone|quick|recovery|security|separate|simple|text|whole|" +
  "working|wrong";
const countedThings = new RegExp(things);

/** What a number that counts nothing follows: "on page two people see". Nor is anything counted in "no two people". */
const labels =
  "chapter|class|code|day|form|level|line|month|number|option|page|part|phase|point|question|room|screen|section|stage|step|" +
  "table|type|unit|version|week|year";

/**
 * A number before something that is counted. "One" alone is left: it mostly means "a". So is a number in a row of others,
 * which would have some in words and some in numerals.
 */
const counted = new RegExp(
  String.raw`(?<![\p{L}\p{N}\uFFFC-]|(?<!\p{L})(?i:one|${number}|hundred|thousand),? (?:and |in |of |or |to )?|(?<!\p{L})(?i:no|${labels}) )` +
    String.raw`(?:(?i:(one|${number})) (?:or|to|and(?<=(?i:between) \p{L}+(?:[- ]\p{L}+)? and)) )?(?i:(${number})) ` +
    String.raw`(?=(?:(?:${kinds}) ){0,2}(?:${things})(?![\p{L}'’-]| out of))`,
  "gu",
);

/** A number of minutes, codes or people in words: people find numerals faster. */
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
        if (isName(found) || isQuoted(found) || isLeftInWords(found)) continue;

        const written = found.match[0].trimEnd();
        const inNumerals = written.replace(aNumber, (words) => String(valueOf(words)));
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

const time = /^(?:\p{L}+ ){0,2}(?:seconds|minutes|hours|days|weeks|months|years)/u;

/** A capital is part of a name, or starts a sentence, where words read better: "Two people may share an address". */
function isLeftInWords({ block, match, start, end }: FoundWords): boolean {
  if (!/^\p{Lu}/u.test(match[0])) return false;
  return !startsSentence(block.prose, start) || !time.test(block.prose.slice(end, end + 40));
}

/** @param words - such as `twenty-four` */
function valueOf(words: string): number {
  const parts = words.toLowerCase().split(/[- ]/);
  return parts.reduce((sum, part) => sum + (numerals.get(part) ?? 0), 0);
}
