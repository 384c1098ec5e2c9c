import { replace } from "../../model/diagnostic.ts";
import { plainSpanIn } from "../../model/text-block.ts";
import type { TextBlock } from "../../model/text-block.ts";
import { englishBlocks, isName, isQuoted, wordsIn } from "../prose.ts";
import type { Rule } from "../rule.ts";

/** Without hours, which follow a time of day too: 1730 hours. */
const things =
  "accounts|adults|appointments|babies|calls|characters|children|citizens|days|emails|files|hospitals|letters|messages|" +
  "metres|miles|minutes|months|pages|patients|people|pharmacies|pounds|records|seconds|services|steps|surgeries|tests|times|" +
  "users|visits|weeks|women|words|years";

/** From 1000 up. What has ten digits or more, or starts with 0, is a number to call or to type. */
const amount = "[1-9][0-9]{3,8}";

/** A sum of money, or a number before something that is counted. Numbers beside other digits and signs are codes. */
const counted = new RegExp(
  String.raw`(?<![\p{L}\p{N}\uFFFC£$€.,:/#–-]|\d )(?:` +
    String.raw`£(${amount})(?![\p{L}\p{N}\uFFFC/_-]|[,:]\d|\.\d(?!\d(?![\p{L}\p{N}])))|` +
    String.raw`(?:(${amount}) (?:or|to) )?(${amount})(?= (?:(?:different|more|new|other|registered) )?(?:${things})(?![\p{L}\p{N}'’-])))`,
  "gu",
);

/** Words at the start of a sentence that a number of things follows. Other words with a capital are names: "Nokia 3310". */
const counting = /^(?:About|All|Almost|Around|Every|Exactly|Nearly|Only|Over|Roughly|Some|The|These|Those|Under)$/;

/** What comes before the number of a thing. */
const label = new RegExp(
  "^(?:account|bay|bed|box|building|call|channel|clinic|code|dial|error|ext|extension|flat|form|house|id|issue|leaflet|" +
    "letter|line|message|model|no|number|page|phone|platform|port|postcode|ref|reference|ring|room|route|section|series|" +
    "step|suite|table|telephone|text|ticket|unit|version|ward)$",
);

/** Words that no year follows. After others, such as "in" and "by", one may: "By 2020 people had phones". */
const noYear = /^(?:almost|exactly|nearly|than)$/i;

/** From here on, a number is no year. */
const afterYears = 2100;

/** A number over 999 without its comma. */
export const numberWithoutComma: Rule = {
  name: "number-without-comma",
  severity: "warning",
  kind: "words",
  title: "A number over 999 has no comma",
  source: "NHS service manual, Numbers, measurements, dates and time",
  fixable: true,

  *check(site) {
    for (const block of englishBlocks(site)) {
      if (!/\d{4}/.test(block.prose)) continue;

      for (const found of wordsIn(block, counted)) {
        const [written, money, ...numbers] = found.match;
        if (isName(found) || isQuoted(found) || (money === undefined && !isAmount(block, found.start, numbers)))
          continue;

        const withCommas = written.replace(/\d+/g, (digits) => digits.replace(/\B(?=(?:\d{3})+$)/g, ","));
        const span = plainSpanIn(block, found.start, found.end);
        yield {
          span: span ?? found.span,
          message: `"${written}" has no comma`,
          why: "A long row of digits is hard to take in, and a thousand is soon read as a hundred or a year",
          fix: `Write ${withCommas}`,
          ...(span ? { edits: [replace(span, withCommas)] } : {}),
        };
      }
    }
  },
};

/** Whether a number says how many, and is no year and no number of a room. @param numbers - one, or both ends of a range */
function isAmount({ prose }: TextBlock, start: number, numbers: readonly (string | undefined)[]): boolean {
  const near = prose.slice(Math.max(0, start - 40), start);
  const [, before] = /(?:^|[^\p{L}])(\p{L}+)[,;]? $/u.exec(near) ?? [];
  const isStart = start === 0 || /[.!?:] $/.test(near);
  const largest = Math.max(...numbers.flatMap((digits) => (digits === undefined ? [] : Number(digits))));
  if (before === undefined) return isStart && largest >= afterYears;
  if (/^\p{Lu}/u.test(before) ? !counting.test(before) : label.test(before)) return false;
  return largest >= afterYears || noYear.test(before);
}
