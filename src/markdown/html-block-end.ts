import type { StateBlock } from "markdown-it";
import { isInContainer } from "./container-body.ts";
import { opensFencedContainer } from "./fenced-container.ts";

/** Blocks of HTML that only their own end mark ends (CommonMark, section 4.6, types 1 to 5). */
const endsByMark = /^<(?:(?:script|pre|style|textarea)(?=[\s>]|$)|!--|\?|![A-Z]|!\[CDATA\[)/i;

const verbatimMark = /<!--|-->|<(\/?)(pre|script|style|textarea)(?=[\s>])/gi;

/**
 * Where a block of HTML that a blank line would end has to end before that: at the first line that opens one of our
 * containers, which is no HTML. Lines in comments and in `<pre>` open nothing.
 *
 * @param startLine - the block's first line
 * @param endLine - excluded
 * @returns the line that opens a container; `endLine` where none does before the blank line
 */
export function htmlBlockEnd(state: StateBlock, startLine: number, endLine: number): number {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (state.src.charCodeAt(start) !== 0x3c) return endLine;
  if (endsByMark.test(state.src.slice(start, state.eMarks[startLine]))) return endLine;
  let verbatim: string | null = null;
  for (let line = startLine; line < endLine && !state.isEmpty(line); line++) {
    const isCode = !isInContainer(state) && (state.sCount[line] ?? 0) - state.blkIndent >= 4;
    if (line > startLine && verbatim === null && !isCode && opensFencedContainer(state, line)) return line;
    verbatim = verbatimAfter(state.src.slice(state.bMarks[line], state.eMarks[line]), verbatim);
  }
  return endLine;
}

/** What a line leaves open of what is shown or hidden as it is written: `<!--` or an element's name. */
function verbatimAfter(text: string, before: string | null): string | null {
  let open = before;
  for (const [mark, slash, name] of text.matchAll(verbatimMark)) {
    if (name === undefined) open = mark === "-->" ? (open === "<!--" ? null : open) : (open ?? mark);
    else if (slash === "") open ??= name.toLowerCase();
    else if (open === name.toLowerCase()) open = null;
  }
  return open;
}
