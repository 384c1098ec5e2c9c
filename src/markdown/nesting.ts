import type { MarkdownIt, StateCore } from "markdown-it";
import { pageContext, placeOfLine, report } from "./page-context.ts";

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
      report(page, "nesting-too-deep", lost ? "error" : "warning", placeOfLine(page, token.map?.[0] ?? 0), {
        message: `Lists, quotes or boxes stand more than ${lost ? most / 2 : deepestReadable} deep inside each other`,
        why: lost ? "The words inside them are lost" : "Nobody can follow what belongs to what, least of all by ear",
        fix: "Take the inner ones out, and write them one after the other",
      });
      if (lost) break;
    }
  });
}
