import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { icon } from "./components/icon.ts";
import { containerOf, rewriteContainers } from "./container-tokens.ts";
import { ownHtml } from "./own-html.ts";

/** `::: do` and `::: dont` give the items of the lists inside them ticks and crosses. */
export function doLists(md: MarkdownIt): void {
  md.core.ruler.push("do_lists", (state: StateCore) => {
    state.tokens = rewriteContainers(state.tokens, new Set(["do", "dont"]), (open, inside) => {
      const sign = containerOf(open)?.kind === "do" ? "tick" : "cross";
      return inside.flatMap((token) => withSign(token, open.level, sign));
    });
  });
}

function withSign(token: Token, level: number, sign: "tick" | "cross"): Token[] {
  if (token.type === "bullet_list_open" && token.level === level + 1) {
    token.attrJoin("class", `nhsuk-list nhsuk-list--${sign}`);
    token.attrSet("role", "list");
  }
  const isItem = token.type === "list_item_open" && token.level === level + 2;
  return isItem ? [token, ownHtml(`${icon(sign)}\n`)] : [token];
}
