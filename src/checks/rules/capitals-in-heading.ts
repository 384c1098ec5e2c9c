import { codesIn } from "../../model/code-pattern.ts";
import { pagesOf } from "../../model/site.ts";
import type { Site } from "../../model/site.ts";
import type { Problem } from "../../model/diagnostic.ts";
import { noProse, spanIn } from "../../model/text-block.ts";
import type { TextBlock } from "../../model/text-block.ts";
import { englishPages } from "../prose.ts";
import type { Rule } from "../rule.ts";
import { titleCaseFinder } from "../sentence-case.ts";
import type { TitleCaseFinder } from "../sentence-case.ts";

/**
 * A title or heading in Which Every Word Has a Capital. Headings that name a reference are left alone: they repeat what
 * stands on a screen.
 */
export const capitalsInHeading: Rule = {
  name: "capitals-in-heading",
  severity: "warning",
  kind: "words",
  title: "Every word of a heading has a capital",
  source: "NHS service manual, Punctuation",
  fixable: false,

  *check(site) {
    const finder = titleCaseFinder(site);
    const find: TitleCaseFinder = (heading) =>
      codesIn(heading, site.settings.codes).length > 0 ? null : finder(heading);
    yield* inTitles(site, find);
    for (const { blocks } of englishPages(site)) {
      for (const block of blocks) {
        if (!/heading$|summary/.test(block.kind)) continue;

        const found = find(withoutNames(block));
        if (found) yield problem(spanIn(block, 0, block.text.length), "heading", shown(block, found));
      }
    }
  },
};

function* inTitles(site: Site, find: TitleCaseFinder): Iterable<Problem> {
  for (const { title, lang, fieldSpans } of pagesOf(site)) {
    const span = fieldSpans.get("title");
    const found = span && /^en\b/i.test(lang) ? find(title) : null;
    if (span && found) yield problem(span, "title", found);
  }
}

function problem(span: Problem["span"], what: string, right: string): Problem {
  return {
    span,
    message: `Every word of this ${what} has a capital`,
    why: "It is harder to read than a sentence, and nobody sees which of the words are names",
    fix: `Leave capitals to the first word and to names: "${right}"`,
  };
}

/** The prose of a heading without what is bold: names on the screen are written as the screen has them. */
function withoutNames({ prose, runs }: TextBlock): string {
  return runs
    .filter(({ isBold }) => isBold)
    .reduce(
      (text, { offset, length }) => text.slice(0, offset) + noProse.repeat(length) + text.slice(offset + length),
      prose,
    );
}

/** The heading as it is to be, with the code and the names that were left out. */
function shown({ text }: TextBlock, inSentenceCase: string): string {
  return inSentenceCase.replaceAll(noProse, (_, index: number) => text[index] ?? "");
}
