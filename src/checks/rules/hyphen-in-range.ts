import { replace } from "../../model/diagnostic.ts";
import { plainSpanIn } from "../../model/text-block.ts";
import { englishBlocks, isName, isQuoted, wordsIn } from "../prose.ts";
import type { Rule } from "../rule.ts";

const day = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
const number = String.raw`\d{1,3}(?:[.:]\d{2})?`;
const units = "seconds|minutes|hours|days|weeks|months|years|working days|characters|digits|letters|times";
const before = String.raw`(?<![\p{L}\p{N}.,/:–-]|\d )`;

/** Ranges beyond doubt: of days, of times, of something counted. Codes and phone numbers have hyphens too. */
const range = new RegExp(
  [
    String.raw`${before}(${day})( ?[-–] ?)(${day})(?!\p{L})`,
    String.raw`${before}(${number} ?(?:am|pm)?)( ?[-–] ?)(${number} ?(?:am|pm))(?!\p{L})`,
    String.raw`${before}(\d{1,3})( ?[-–] ?)(\d{1,3})(?= (?:${units})(?!\p{L}))`,
    String.raw`(?<=\b(?:ages?|aged|open|from|pages?|questions?|steps?) )(\d{1,3})( ?[-–] ?)(\d{1,3})(?![\p{L}\p{N}–-]|[.,/:]\d)`,
  ].join("|"),
  "giu",
);

/** A range with a hyphen or a dash where "to" belongs. */
export const hyphenInRange: Rule = {
  name: "hyphen-in-range",
  severity: "warning",
  kind: "words",
  title: "A range is written with a hyphen",
  source: "NHS service manual, Numbers, measurements, dates and time",
  fixable: true,

  *check(site) {
    for (const block of englishBlocks(site)) {
      if (!/[-–]/.test(block.prose)) continue;

      for (const found of wordsIn(block, range)) {
        if (isName(found) || isQuoted(found)) continue;

        const [first = "", mark = "", last = ""] = found.match.slice(1).filter((part) => part !== undefined);
        const start = found.start + first.length;
        const span = plainSpanIn(block, start, start + mark.length);
        const needsAnd = /\bbetween $/i.test(block.text.slice(0, found.start));
        yield {
          span: found.span,
          message: `"${found.match[0]}" is a range with a hyphen`,
          why: "Screen readers skip the hyphen or call it minus, and some people take it for one",
          fix: needsAnd ? `Write ${first} and ${last}` : `Write ${first} to ${last}`,
          ...(span ? { edits: [replace(span, needsAnd ? " and " : " to ")] } : {}),
        };
      }
    }
  },
};
