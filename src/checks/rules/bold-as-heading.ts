import { spanIn } from "../../model/text-block.ts";
import type { TextBlock } from "../../model/text-block.ts";
import { pagesOf } from "../../model/site.ts";
import type { Rule } from "../rule.ts";

/** A heading is hardly longer. */
const mostWords = 12;

/** A paragraph of nothing but bold words that something follows: it looks like a heading and is none. */
export const boldAsHeading: Rule = {
  name: "bold-as-heading",
  severity: "warning",
  kind: "structure",
  title: "A bold line stands for a heading",
  source: "NHS service manual, Use headings correctly",
  fixable: false,

  *check(site) {
    for (const { body } of pagesOf(site)) {
      const { blocks } = body.facts;
      for (const [index, block] of blocks.entries()) {
        const isFollowed = /^(?:paragraph|list-item)$/.test(blocks[index + 1]?.kind ?? "");
        if (!isFollowed || !looksLikeHeading(block)) continue;

        yield {
          span: spanIn(block, 0, block.text.length),
          message: "This bold line looks like a heading and is none",
          why: "People who cannot see it do not find it in the list of headings, nor can they go there",
          fix: "Write ## and a space in front of it instead of the asterisks",
        };
      }
    }
  },
};

function looksLikeHeading({ kind, text, runs }: TextBlock): boolean {
  if (kind !== "paragraph" || /[.!;,]$/.test(text) || text.split(" ").length > mostWords) return false;
  const bold = runs.filter(({ isBold }) => isBold).reduce((sum, { length }) => sum + length, 0);
  return (
    bold > 0 && bold === runs.reduce((sum, { length }) => sum + length, 0) && bold + runs.length - 1 >= text.length
  );
}
