import type { MarkdownIt, StateCore, Token } from "markdown-it";

/**
 * A numbered list goes on after a note that stands between its items at the margin. Markdown does that by itself where
 * the items are numbered in order; here also where each of them is numbered 1.
 */
export function continuedNumbering(md: MarkdownIt): void {
  md.core.ruler.push("continued_numbering", (state: StateCore) => {
    const stack: Token[] = [];
    let ended: { readonly next: number; readonly level: number } | null = null;
    let items = 0;
    let allOnes = true;
    const saved: (readonly [number, boolean])[] = [];
    for (const token of state.tokens) {
      if (token.type === "ordered_list_open") {
        const continues = ended !== null && ended.level === token.level && token.attrGet("start") === null;
        if (continues && ended) token.attrSet("start", ended.next);
        saved.push([items, allOnes]);
        stack.push(token);
        items = 0;
        allOnes = true;
        ended = null;
      } else if (
        token.type === "list_item_open" &&
        stack.length > 0 &&
        token.level === (stack.at(-1)?.level ?? 0) + 1
      ) {
        items++;
        allOnes &&= token.info === "1";
      } else if (token.type === "ordered_list_close") {
        const open = stack.pop();
        const start = Number(open?.attrGet("start") ?? 1);
        ended = allOnes && items > 0 && (items > 1 || start > 1) ? { next: start + items, level: token.level } : null;
        [items, allOnes] = saved.pop() ?? [0, true];
      } else if (ended !== null && token.level === ended.level && !token.type.startsWith("container_")) ended = null;
    }
  });
}
