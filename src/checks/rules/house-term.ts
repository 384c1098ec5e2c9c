import { replace } from "../../model/diagnostic.ts";
import { plainSpanIn } from "../../model/text-block.ts";
import { houseTermOf, houseTermPattern } from "../house-terms.ts";
import { englishBlocks, isName, isQuoted, withCapitalsOf, wordsIn } from "../prose.ts";
import type { FoundWords } from "../prose.ts";
import type { Rule } from "../rule.ts";

/** A word for which the NHS has another. Words in bold, in quotation marks or in brackets may stay. */
export const houseTerm: Rule = {
  name: "house-term",
  severity: "warning",
  kind: "words",
  title: "The NHS uses another word",
  source: "NHS service manual, A to Z of NHS health writing",
  fixable: true,

  *check(site) {
    for (const block of englishBlocks(site)) {
      for (const found of wordsIn(block, houseTermPattern)) {
        const written = found.match[0];
        const term = houseTermOf(found.match);
        if (!term || isName(found) || isQuoted(found) || (!term.isName && isPartOfName(found))) continue;

        const words = term.isName ? term.use : withCapitalsOf(written, term.use);
        const span = term.fits ? plainSpanIn(block, found.start, found.end) : null;
        yield {
          span: found.span,
          message: `The NHS writes "${term.use}", not "${written}"`,
          why: term.why,
          fix: `Write "${words}"${term.fits ? "" : ", or put the sentence another way"}`,
          ...(span ? { edits: [replace(span, words)] } : {}),
        };
      }
    }
  },
};

/** A capital in the middle of a sentence: Telephone Preference Service. */
function isPartOfName({ block, match, start }: FoundWords): boolean {
  return /^\p{Lu}/u.test(match[0]) && /[^.!?:]["'(]? $/.test(block.text.slice(0, start));
}
