import type { MarkdownIt, StateCore } from "markdown-it";
import { reportNoBreakSpace } from "./faults/no-break-space-in-heading.ts";
import { pageContext } from "./page-context.ts";
import { placeIn } from "./positions.ts";

/** Number signs at the front of a line, and spaces of other kinds than Markdown knows. */
const lostHeading = /^(#{1,6})([^\S\n\t ]+)(?=\S)/gm;

/** Reports paragraphs that were meant as headings: a space typed with Alt or Ctrl held down is none for Markdown. */
export function lostHeadings(md: MarkdownIt): void {
  md.core.ruler.push("lost_headings", (state: StateCore) => {
    const page = pageContext(state.env);
    for (const [index, block] of state.tokens.entries()) {
      if (block.type !== "inline" || state.tokens[index - 1]?.type !== "paragraph_open") continue;
      for (const { index: at, 1: marks = "", 2: space = "" } of block.content.matchAll(lostHeading)) {
        reportNoBreakSpace(page, marks, space, placeIn(page, block, at + marks.length, space.length));
      }
    }
  });
}
