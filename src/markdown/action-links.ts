import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { actionLinkClass, actionLinkEnd, actionLinkStart } from "./components/action-link.ts";
import { rewriteContainers } from "./container-tokens.ts";
import { ownHtml } from "./own-html.ts";
import { reportActionWithoutLink } from "./faults/action-without-link.ts";
import { pageContext, placeOfLine } from "./page-context.ts";

/** `::: action` makes the links inside it ones that start a task. */
export function actionLinks(md: MarkdownIt): void {
  md.core.ruler.push("action_links", (state: StateCore) => {
    state.tokens = rewriteContainers(state.tokens, new Set(["action"]), (open, inside) => {
      let links = 0;
      for (const block of inside) {
        links += (block.children ?? []).filter(({ type }) => type === "link_open").length;
        block.children &&= block.children.flatMap(withAction);
      }
      const page = pageContext(state.env);
      if (links === 0) reportActionWithoutLink(page, placeOfLine(page, open.map?.[0] ?? 0));
      return inside;
    });
  });
}

function withAction(token: Token): Token[] {
  if (token.type === "link_close") return [ownHtml(actionLinkEnd), token];
  if (token.type !== "link_open") return [token];
  token.attrJoin("class", actionLinkClass);
  return [token, ownHtml(actionLinkStart)];
}
