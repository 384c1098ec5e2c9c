import MarkdownIt from "markdown-it";
import type { MarkdownIt as Parser, Token } from "markdown-it";

const type = "own_html";

/** Prints the HTML that our own rules make, which does not pass the allow list. */
export function ownHtmlTokens(md: Parser): void {
  md.renderer.rules[type] = (tokens, index) => tokens[index]?.content ?? "";
}

/** A token that prints HTML of ours as it is. Nothing that an editor wrote may stand in it unescaped. */
export function ownHtml(html: string): Token {
  const token = new MarkdownIt.Token(type, "", 0);
  token.content = html;
  return token;
}
