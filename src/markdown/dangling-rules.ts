import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { pageContext, placeOfLine, report } from "./page-context.ts";

/** A rule (`---`) parts what stands before it from what stands after it: with nothing on one side it goes. */
export function danglingRules(md: MarkdownIt): void {
  md.core.ruler.push("dangling_rules", (state: StateCore) => {
    const first = state.tokens.findIndex((token) => token.type !== "hr");
    const end = state.tokens.findLastIndex((token) => token.type !== "hr") + 1;
    const dropped = first < 0 ? state.tokens : [...state.tokens.slice(0, first), ...state.tokens.slice(end)];
    for (const token of dropped)
      reportDropped(state, token, first < 0 || token === state.tokens[0] ? "before" : "after");
    state.tokens = first < 0 ? [] : state.tokens.slice(first, end);
  });
}

function reportDropped(state: StateCore, rule: Token, side: "before" | "after"): void {
  const page = pageContext(state.env);
  report(page, "dangling-rule", "warning", placeOfLine(page, rule.map?.[0] ?? 0), {
    message: `This line is left out: there is nothing ${side} it`,
    why: "A line with nothing on one side looks as if something were missing",
    fix: `Delete the ${rule.markup}`,
  });
}
