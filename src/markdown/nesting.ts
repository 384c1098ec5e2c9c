import type { MarkdownIt, StateCore } from "markdown-it";
import { reportLostWords, reportTooDeep } from "./faults/nesting-too-deep.ts";
import { pageContext, placeOfLine } from "./page-context.ts";

/** Blocks inside each other beyond which a reader is lost. */
const deepestReadable = 10;

const blocks = new Set(["blockquote_open", "list_item_open", "container_open"]);

/** Reports blocks that stand too deep inside each other: markdown-it drops what stands deeper than its limit. */
export function nesting(md: MarkdownIt): void {
  md.core.ruler.push("nesting", (state: StateCore) => {
    const page = pageContext(state.env);
    const most = state.md.options.maxNesting;
    let depth = 0;
    let isReported = false;
    for (const token of state.tokens) {
      if (blocks.has(token.type)) depth++;
      if (token.nesting === -1 && blocks.has(token.type.replace(/_close$/, "_open"))) depth--;
      if (depth === 0) isReported = false;
      const lost = token.nesting === 1 && token.level >= most - 1;
      if (isReported ? !lost : depth <= deepestReadable) continue;
      isReported = true;
      const place = placeOfLine(page, token.map?.[0] ?? 0);
      if (!lost) reportTooDeep(page, deepestReadable, place);
      else {
        reportLostWords(page, most / 2, place);
        break;
      }
    }
  });
}
