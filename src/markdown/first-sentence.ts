import type { Token } from "markdown-it";

/** The first sentence of the first paragraph that stands in no list, quote or container; without one, of any. */
export function firstSentence(tokens: readonly Token[]): string {
  const paragraphs = tokens.flatMap((token, index) => (token.type === "paragraph_open" ? [{ token, index }] : []));
  const first = paragraphs.find(({ token }) => token.level === 0) ?? paragraphs[0];
  const words = tokens[(first?.index ?? 0) + 1]?.children ?? [];
  const text = first ? plainText(words) : "";
  const end = /[.!?](?=["'”’)]*\s+["'“‘(]?[\p{Lu}\p{N}])/u.exec(text);
  return end ? text.slice(0, end.index + 1) : text;
}

/** The words of inline tokens, without markup, white space made single. */
export function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === "text" || token.type === "code_inline") return token.content;
      return token.type === "softbreak" || token.type === "hardbreak" ? " " : "";
    })
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}
