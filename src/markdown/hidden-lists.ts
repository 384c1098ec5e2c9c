import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { reportHiddenList, reportListAsWords } from "./faults/hidden-list.ts";
import { pageContext, placeOfLine } from "./page-context.ts";
import type { PageContext } from "./page-context.ts";
import { placeIn } from "./positions.ts";

const listItem = /^[ \t]*(?:[-*+]|(\d{1,9})[.)])[ \t]+\S/;

/** Reports lists with no empty line before them: those that are read as lists all the same, and those that are not. */
export function hiddenLists(md: MarkdownIt): void {
  md.core.ruler.push("hidden_lists", (state: StateCore) => {
    const page = pageContext(state.env);
    let items = 0;
    for (const [index, token] of state.tokens.entries()) {
      if (token.type === "list_item_open") items++;
      if (token.type === "list_item_close") items--;
      const before = state.tokens[index - 1];
      if (token.type === "inline" && before?.type === "paragraph_open") reportInWords(page, token);
      // A list in an item follows the item's words line by line, as everybody writes it.
      if (items > 0 || !token.type.endsWith("_list_open") || before?.type !== "paragraph_close") continue;
      const words = state.tokens[index - 2]?.map;
      const line = token.map?.[0];
      if (line !== undefined && words?.[1] === line) reportHiddenList(page, placeOfLine(page, line), line);
    }
  });
}

/** Looks for list items in the lines of a paragraph: where they are indented too far, Markdown reads them as its words. */
function reportInWords(page: PageContext, block: Token): void {
  if (!block.content.includes("\n")) return;
  const lines = block.content.split("\n");
  const first = lines.findIndex((line, index) => index > 0 && listItem.test(line));
  if (first < 0) return;
  const numbers = lines.slice(first).map((line) => listItem.exec(line));
  const [start, second] = numbers;
  const isList = second
    ? start?.[1] === undefined || Number(second[1]) === Number(start[1]) + 1
    : start?.[1] === undefined && /:\s*$/.test(lines[first - 1] ?? "");
  if (!isList) return;
  const written = lines[first] ?? "";
  const space = written.length - written.trimStart().length;
  const offset = lines.slice(0, first).join("\n").length + 1 + space;
  const place = placeIn(page, block, offset, written.length - space);
  reportListAsWords(page, place, numbers.every((item) => item !== null) ? numbers.length : null);
}
