import MarkdownIt from "markdown-it";
import type { MarkdownIt as Parser, StateCore, Token } from "markdown-it";
import { blockElements, voidElements } from "./allowed-html.ts";
import { isPartOf } from "./positions.ts";

/**
 * HTML lists, boxes and headings that stand in the middle of a paragraph end it, as they do in a browser: what stands
 * before and after them become paragraphs of their own, and none is left empty.
 */
export function splitParagraphs(md: Parser): void {
  md.core.ruler.push("split_paragraphs", (state: StateCore) => {
    const tokens: Token[] = [];
    for (let index = 0; index < state.tokens.length; index++) {
      const [open, block, close] = state.tokens.slice(index, index + 3);
      if (open?.type === "paragraph_open" && block?.children && close) {
        for (const token of split(open, block, close)) tokens.push(token);
        index += 2;
      } else if (open) tokens.push(open);
    }
    state.tokens = tokens;
  });
}

function split(open: Token, block: Token, close: Token): Token[] {
  const children = block.children ?? [];
  if (isBlank(children)) return [htmlBlock(block)];
  if (!children.some((child) => blockTag(child) !== null)) return [open, block, close];
  const tokens: Token[] = [];
  let run: Token[] = [];
  let depth = 0;
  const end = (isBlock: boolean): void => {
    const words = isBlock ? run : trimmed(run);
    run = [];
    if (words.length === 0) return;
    if (isBlock) tokens.push(part(block, words));
    // `block: false` prints no line end, which would show where the paragraph stands in a <pre>.
    else tokens.push(copy(open), part(block, words), Object.assign(copy(close), { block: false }));
  };
  let nesting = 0;
  for (const child of children) {
    const tag = nesting === 0 ? blockTag(child) : null;
    nesting += child.nesting;
    if (tag === null) {
      run.push(child);
      continue;
    }
    if (depth === 0) end(false);
    run.push(child);
    depth = Math.max(0, depth + (tag.isEnd ? -1 : voidElements.has(tag.name) ? 0 : 1));
    if (depth === 0) end(true);
  }
  end(depth > 0);
  return tokens;
}

/** The tag of a block that an inline token is; `null` for other tokens. */
function blockTag(token: Token): { readonly name: string; readonly isEnd: boolean } | null {
  if (token.type !== "html_inline") return null;
  const [, slash, name = ""] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(token.content) ?? [];
  return blockElements.has(name.toLowerCase()) ? { name: name.toLowerCase(), isEnd: slash === "/" } : null;
}

/** Whether nothing of what the tokens hold would show: white space, comments and line breaks. */
function isBlank(tokens: readonly Token[]): boolean {
  return tokens.every(
    ({ type, content }) =>
      type === "softbreak" ||
      type === "hardbreak" ||
      (type === "text" && /^[\s\u00A0]*$/.test(content)) ||
      (type === "html_inline" && /^(?:<!--[^]*-->|<\/?br\b[^>]*>)$/i.test(content)),
  );
}

function trimmed(tokens: readonly Token[]): Token[] {
  const isBreak = ({ type, content }: Token): boolean =>
    type.endsWith("break") ||
    (type === "text" && content.trim() === "") ||
    (type === "html_inline" && /^<\/?br\b/i.test(content));
  const first = tokens.findIndex((token) => !isBreak(token));
  const end = tokens.findLastIndex((token) => !isBreak(token)) + 1;
  return first < 0 ? [] : tokens.slice(first, tokens[end]?.type === "softbreak" ? end + 1 : end);
}

/** A paragraph of nothing but comments and line breaks is read like a block of HTML. */
function htmlBlock(block: Token): Token {
  const token = new MarkdownIt.Token("html_block", "", 0);
  return Object.assign(token, { content: block.content, map: block.map, block: true, level: block.level });
}

/** A piece of an inline token: the same content, so that places stay right, and some of its children. */
function part(block: Token, children: Token[]): Token {
  const token = isPartOf(copy(block), block);
  token.children = children;
  return token;
}

function copy(token: Token): Token {
  return Object.assign(new MarkdownIt.Token(token.type, token.tag, token.nesting), token);
}
