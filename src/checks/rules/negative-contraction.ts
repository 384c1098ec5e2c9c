import { replace } from "../../model/diagnostic.ts";
import { plainSpanIn } from "../../model/text-block.ts";
import type { TextBlock } from "../../model/text-block.ts";
import { englishBlocks, isName, isQuoted, withCapitalsOf, wordsIn } from "../prose.ts";
import type { Rule } from "../rule.ts";

const contraction =
  /(?<![\p{L}\p{N}])(?:(ca|wo|sha|do|does|did|is|are|was|were|has|have|had|would|could|should|must|need|might)n['’]t|(should|could|would|might|must|they)['’]ve)(?![\p{L}\p{N}])/giu;

/** Those of which more than the end changes. */
const wholes: ReadonlyMap<string, string> = new Map([
  ["ca", "cannot"],
  ["wo", "will not"],
  ["sha", "shall not"],
]);

/** `can't`, `don't`, `should've`: the manual wants them in full, for people misread them. */
export const negativeContraction: Rule = {
  name: "negative-contraction",
  severity: "warning",
  kind: "words",
  title: "A negative is shortened",
  source: "NHS service manual, Punctuation",
  fixable: true,

  *check(site) {
    for (const block of englishBlocks(site)) {
      for (const found of wordsIn(block, contraction)) {
        if (isName(found) || isQuoted(found) || isHeadingOfList(block)) continue;

        const [written, negative, other] = found.match;
        const full = negative ? (wholes.get(negative.toLowerCase()) ?? `${negative} not`) : `${other} have`;
        const words = withCapitalsOf(written, full.toLowerCase());
        const span = isQuestion(block, found.end) ? null : plainSpanIn(block, found.start, found.end);
        yield {
          span: found.span,
          message: `"${written}" is short for "${words.toLowerCase()}"`,
          why: "Many people misread it as the opposite of what it says",
          fix: span ? `Write "${words}"` : `Write "${words}", and put the words in their right order`,
          ...(span ? { edits: [replace(span, words)] } : {}),
        };
      }
    }
  },
};

/** "Don't you have a code?" cannot be written out in its place. */
function isQuestion(block: TextBlock, end: number): boolean {
  return /^ (?:I|you|he|she|it|we|they|people|this|that|there)\b/i.test(block.text.slice(end));
}

/** The manual lets the boxes with crosses be called Don't. */
function isHeadingOfList({ kind, text }: TextBlock): boolean {
  return kind.endsWith("heading") && /^don['’]t$/i.test(text);
}
