import type { MarkdownIt, StateCore } from "markdown-it";
import { reportDanglingRule } from "./faults/dangling-rule.ts";
import { pageContext } from "./page-context.ts";

/** A rule (`---`) parts what stands before it from what stands after it: with nothing on one side it goes. */
export function danglingRules(md: MarkdownIt): void {
  md.core.ruler.push("dangling_rules", (state: StateCore) => {
    const first = state.tokens.findIndex((token) => token.type !== "hr");
    const end = state.tokens.findLastIndex((token) => token.type !== "hr") + 1;
    const dropped = first < 0 ? state.tokens : [...state.tokens.slice(0, first), ...state.tokens.slice(end)];
    for (const [index, { map, markup }] of dropped.entries()) {
      const side = first < 0 ? index === 0 : index < first;
      reportDanglingRule(pageContext(state.env), map?.[0] ?? 0, markup, side ? "before" : "after");
    }
    state.tokens = first < 0 ? [] : state.tokens.slice(first, end);
  });
}
