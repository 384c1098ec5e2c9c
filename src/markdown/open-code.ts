import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { reportCodeNeverClosed } from "./faults/code-never-closed.ts";
import { pageContext, placeOfLine } from "./page-context.ts";
import type { PageContext } from "./page-context.ts";

/** Code of so many lines may well end where its quote or its page ends. */
const mostLines = 3;

/** What nobody writes into code by accident. */
const structure = /^[ \t]*(?:#{2,6}[ \t]+\S|:{3,}|<\/?details[\s>]|[-*][ \t]+\*\*)/m;

/** Reports code that swallows what comes after it, because nothing closes it. */
export function openCode(md: MarkdownIt): void {
  md.core.ruler.push("open_code", (state: StateCore) => {
    const page = pageContext(state.env);
    const fences = state.tokens.filter(({ type }) => type === "fence");
    for (const [index, fence] of fences.entries()) {
      if (isClosed(page, fence)) continue;
      const lines = fence.content.trimEnd().split("\n").length;
      // An odd number of marks: what is open is the second half of something.
      const isOdd = fences.slice(0, index).some(({ markup }) => markup === fence.markup);
      if (!isOdd && lines <= mostLines && !structure.test(fence.content)) continue;
      reportCodeNeverClosed(page, fence.markup, placeOfLine(page, fence.map?.[0] ?? 0));
    }
  });
}

function isClosed(page: PageContext, { map, markup }: Token): boolean {
  const [start, end] = map ?? [0, 0];
  const last = (page.lines[end - 1] ?? "").replace(/^[\s>]+/, "").trimEnd();
  return end - 1 > start && last.startsWith(markup) && last === (markup[0] ?? "").repeat(last.length);
}
