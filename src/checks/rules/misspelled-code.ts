import { meantCode } from "../../model/code-pattern.ts";
import { replace } from "../../model/diagnostic.ts";
import type { CodePattern } from "../../model/settings.ts";
import { pagesOf } from "../../model/site.ts";
import { plainSpanIn, spanIn } from "../../model/text-block.ts";
import { isQuoted } from "../prose.ts";
import type { Rule } from "../rule.ts";

/** A code in words that is written as no screen shows it. What looks like a word and a number beside it is left alone. */
export const misspelledCode: Rule = {
  name: "misspelled-code",
  severity: "warning",
  kind: "references",
  title: "An error code is not written as screens show it",
  source: null,
  fixable: true,

  *check(site) {
    const { codes } = site.settings;
    const form = nearlyCode(codes);
    for (const { body } of pagesOf(site)) {
      for (const block of body.facts.blocks) {
        for (const { 0: typed, index } of block.prose.matchAll(form)) {
          const code = meantCode(typed, codes);
          const end = index + typed.length;
          if (code === null || code === typed || isQuoted({ block, start: index })) continue;

          const place = plainSpanIn(block, index, end);
          yield {
            span: place ?? spanIn(block, index, end),
            message: `"${typed}" is not how screens show ${code}`,
            why: "The words do not count as words about the reference, so nobody who looks for it is led to them",
            fix: `Write ${code}`,
            ...(place && { edits: [replace(place, code)] }),
          };
        }
      }
    }
  },
};

/**
 * A code in small letters, with a space, hyphen or low line inside, or with the letter O for a zero. Small letters with a
 * space may be words of their own: "may 2024".
 */
function nearlyCode({ prefix, fewestDigits, mostDigits }: CodePattern): RegExp {
  const digits = `(?=[Oo0]*[1-9])[0-9Oo]{${fewestDigits},${mostDigits}}`;
  const small = prefix.toLowerCase();
  const forms = `(?:${prefix}[ _-]?|${small})${digits}`;
  return new RegExp(String.raw`(?<![\p{L}\p{N}_/#@.?=&-])${forms}(?![\p{L}\p{N}_@]|[.-][\p{L}\p{N}])`, "gu");
}
