import type { MarkdownIt as Parser, Token } from "markdown-it";
import { noProse } from "../model/text-block.ts";
import { endOfToken, placeText } from "./text-places.ts";

/**
 * The content of a block with U+FFFC for each character that is not shown as it is typed: marks of links, bold words and
 * code, and whatever is escaped. As long as the content, so that offsets are the same.
 */
export function typedText(md: Parser, { content, children }: Token): string {
  let typed = "";
  let at = 0;
  const skipTo = (end: number): void => {
    typed += content.slice(typed.length, Math.max(typed.length, end)).replace(/[^\n]/g, noProse);
  };
  for (const token of children ?? []) {
    if (token.type !== "text") {
      at = endOfToken(md, content, token, at);
      continue;
    }
    for (const { text, offset, length } of placeText(content, at, token.content) ?? []) {
      at = offset + length;
      if (length !== text.length || offset < typed.length) continue;
      skipTo(offset);
      typed += text;
    }
  }
  skipTo(content.length);
  return typed;
}
