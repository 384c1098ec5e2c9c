import { commonWords, knownAbbreviations } from "../abbreviations.ts";
import { englishPages, isName, isQuoted, wordsIn } from "../prose.ts";
import type { EnglishPage } from "../prose.ts";
import type { Rule } from "../rule.ts";

/** Two to six capitals, with the s of a plural. What stands beside others is block capitals or a name. */
const abbreviation =
  /(?<![\p{L}\p{N}&/.@'’\uFFFC-]|\p{Lu}{2} )(\p{Lu}{2,6})s?(?![\p{L}\p{N}&/@'’\uFFFC-]|\.\p{L}| \p{Lu}{2}| [(\d])/gu;

/** An abbreviation that a page uses and nowhere explains. Headings are silent: the text below explains. */
export const unexplainedAbbreviation: Rule = {
  name: "unexplained-abbreviation",
  severity: "warning",
  kind: "words",
  title: "An abbreviation is not explained",
  source: "NHS service manual, Formatting",
  fixable: false,

  *check(site) {
    for (const english of englishPages(site)) {
      let onPage: ReadonlySet<string> | null = null;
      const told = new Set<string>([site.settings.codes.prefix]);
      for (const block of english.blocks) {
        if (/heading$|summary/.test(block.kind) || !/[A-Z]{2}/.test(block.prose)) continue;

        for (const found of wordsIn(block, abbreviation)) {
          const name = found.match[1] ?? "";
          if (told.has(name) || knownAbbreviations.has(name) || commonWords.has(name)) continue;
          onPage ??= knownOn(english);
          if (onPage.has(name) || isName(found) || isQuoted(found)) continue;

          told.add(name);
          yield {
            span: found.span,
            message: `The page does not say what ${name} stands for`,
            why: "People who do not know it cannot follow, and may think that the page is not for them",
            fix: `Write the words in full first, with the abbreviation in brackets: "a body mass index (BMI)"`,
          };
        }
      }
    }
  },
};

/** How a page says what an abbreviation stands for, or that something bears it as a name. */
const explanation =
  /\((\p{Lu}{2,6})s?\)|\bcalled (?:an? |the )?(\p{Lu}{2,6})|(?<!\p{L})(\p{Lu}{2,6})s? (?:\(|stands for|means|is short for)/gu;

/** What a page explains, and, in capitals, the words that it also has in small letters: those are not abbreviations. */
function knownOn({ page, blocks }: EnglishPage): ReadonlySet<string> {
  const known = new Set<string>();
  for (const text of [page.title, page.subtitle ?? "", ...blocks.map((block) => block.text)]) {
    for (const [, ...names] of text.matchAll(explanation)) for (const name of names) if (name) known.add(name);
    for (const [word] of text.matchAll(/(?<!\p{L})\p{Ll}{2,6}(?!\p{L})/gu)) known.add(word.toUpperCase());
  }
  return known;
}
