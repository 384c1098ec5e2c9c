import type { Page } from "../../model/article.ts";
import type { Heading } from "../../model/body.ts";
import { codesIn } from "../../model/code-pattern.ts";
import type { CodePattern } from "../../model/settings.ts";
import { spanIn } from "../../model/text-block.ts";
import type { TextBlock } from "../../model/text-block.ts";
import { pagesOf } from "../../model/site.ts";
import type { Rule } from "../rule.ts";

/** Shorter paragraphs ("Follow these steps:") may well stand twice. */
const fewestWords = 10;

/**
 * The same paragraph twice on a page: one was pasted by mistake, or belongs in one place. Sections about two different
 * error codes may share words, for a reader comes to one of them alone; so may paragraphs whose links differ.
 */
export const repeatedParagraph: Rule = {
  name: "repeated-paragraph",
  severity: "warning",
  kind: "words",
  title: "A page has the same paragraph twice",
  source: null,
  fixable: false,

  *check(site) {
    for (const page of pagesOf(site)) {
      const first = new Map<string, TextBlock>();
      for (const block of page.body.facts.blocks) {
        if (block.kind !== "paragraph" || block.text.split(" ").length < fewestWords) continue;

        const before = first.get(block.text);
        if (before === undefined) first.set(block.text, block);
        else if (saySame(page, before, block, site.settings.codes)) {
          yield {
            span: spanIn(block, 0, block.text.length),
            message: `The same paragraph stands in line ${lineOf(before)}`,
            why: "Where it does not belong, it confuses; where it does, people read it twice",
            fix: "Delete it from the place where it does not belong",
          };
        }
      }
    }
  },
};

function saySame(page: Page, a: TextBlock, b: TextBlock, codes: CodePattern): boolean {
  const links = [a, b].map((block) => linksIn(page, block).join(" "));
  if (links[0] !== links[1]) return false;
  const [codesOfA = "", codesOfB = ""] = [a, b].map((block) => codesAbove(page, block, codes));
  return codesOfA === codesOfB || codesOfA === "" || codesOfB === "";
}

function linksIn({ body }: Page, block: TextBlock): readonly string[] {
  const last = block.runs.at(-1)?.line ?? 0;
  return body.facts.links.filter(({ span }) => span.line >= lineOf(block) && span.line <= last).map(({ href }) => href);
}

function codesAbove({ body }: Page, block: TextBlock, codes: CodePattern): string {
  const heading = body.facts.headings.findLast((found: Heading) => found.span.line <= lineOf(block));
  return codesIn(heading?.text ?? "", codes)
    .map(({ code }) => code)
    .join(" ");
}

function lineOf(block: TextBlock): number {
  return block.runs[0]?.line ?? 0;
}
