import type { MarkdownIt as Parser, Token } from "markdown-it";
import type { TextBlock, TextBlockKind } from "../model/text-block.ts";
import { noProse } from "../model/text-block.ts";
import { blockElements, voidElements } from "./allowed-html.ts";
import { containerOf } from "./container-tokens.ts";
import { attributeOf, readHtml } from "./html-tags.ts";
import type { PageContext } from "./page-context.ts";
import type { OpenElement, PlaceOf } from "./open-block.ts";
import { placeIn } from "./positions.ts";
import { buildTextBlocks } from "./text-block-builder.ts";
import type { TextBlockBuilder } from "./text-block-builder.ts";
import { endOfToken, piecesOfHtml, placeText } from "./text-places.ts";

const kinds: ReadonlyMap<string, TextBlockKind> = new Map([
  ["h1", "heading"],
  ["h2", "heading"],
  ["h3", "heading"],
  ["h4", "heading"],
  ["h5", "heading"],
  ["h6", "heading"],
  ["li", "list-item"],
  ["td", "cell"],
  ["th", "cell"],
  ["caption", "caption"],
  ["figcaption", "caption"],
  ["summary", "summary"],
  ["blockquote", "quote"],
]);

interface Reading {
  readonly md: Parser;
  readonly page: PageContext;
  readonly builder: TextBlockBuilder;
}

/** The blocks of words of a page. @param tokens - before their HTML is cleaned and their addresses are rewritten */
export function textBlocks(md: Parser, page: PageContext, tokens: readonly Token[]): readonly TextBlock[] {
  const reading: Reading = { md, page, builder: buildTextBlocks(page.source.file) };
  /** The block of content that was read last, and how far: what splits a paragraph makes parts with one content. */
  let last: { readonly content: string; readonly map: Token["map"]; readonly end: number } | null = null;
  for (const token of tokens) {
    if (token.map) reading.builder.startAt(page.source.firstLine + token.map[0]);
    if (token.type === "inline") {
      const isPart: boolean = last !== null && last.map === token.map && last.content === token.content;
      const end: number = readInline(reading, token, isPart ? last!.end : 0);
      last = { content: token.content, map: token.map, end };
    } else if (token.type === "html_block") readHtmlWords(reading, token, 0, token.content);
    else if (token.nesting === 1) {
      // Two cells of a row may hold the same words.
      if (kinds.get(token.tag) === "cell") last = null;
      reading.builder.open(elementOf(token));
    } else if (token.nesting === -1) reading.builder.close(nameOf(token));
    else if (token.type !== "own_html") reading.builder.between();
  }
  return reading.builder.end();
}

/** What an opening and its closing token are called while they are open. */
function nameOf(token: Token): string {
  return containerOf(token) ? token.type.replace(/_(?:open|close)$/, "") : token.tag;
}

function elementOf(token: Token): OpenElement {
  const container = containerOf(token);
  const lang = token.attrGet("lang") ?? (container?.tag ? attributeOf(container.tag, "lang") : null);
  const isHeading = token.type.startsWith("container_heading");
  const kind = !container
    ? kinds.get(token.tag)
    : !isHeading
      ? "paragraph"
      : container.kind === "expander"
        ? "summary"
        : "box-heading";
  return {
    name: nameOf(token),
    isBlock: token.block || container !== null || blockElements.has(token.tag),
    kind,
    level: kind === "heading" ? Number(token.tag.slice(1)) : null,
    lang: lang === null ? null : String(lang),
    isExpander: token.type === "container_open" && container?.kind === "expander",
  };
}

/** @returns how far the block's content was read */
function readInline({ md, page, builder }: Reading, block: Token, from: number): number {
  const { content } = block;
  const placeOf = placesIn(page, block);
  let at = from;
  if (from === 0 && /^table:/i.test(content)) at = /^table:[ \t]*/i.exec(content)?.[0].length ?? 0;
  const caption = at;
  for (const [index, token] of (block.children ?? []).entries()) {
    if (token.type === "text") {
      const start = index === 0 && token.content.startsWith(content.slice(0, caption)) ? from : at;
      const pieces = placeText(content, start, token.content);
      const end = pieces?.at(-1);
      if (end) at = end.offset + end.length;
      if (pieces) builder.words(pieces, placeOf);
      else builder.other(token.content);
      continue;
    }
    const end = endOfToken(md, content, token, at);
    if (token.type === "code_inline") builder.other(token.content);
    else if (token.type === "softbreak" || token.type === "hardbreak") builder.space();
    else if (token.type === "image") builder.other(noProse);
    else if (token.type === "html_inline")
      readHtmlWords({ md, page, builder }, block, end - token.content.length, token.content);
    else if (token.nesting === 1) builder.open(elementOf(token));
    else if (token.nesting === -1) builder.close(nameOf(token));
    at = end;
  }
  return at;
}

/** @param offset - of the HTML in the block's content */
function readHtmlWords({ page, builder }: Reading, block: Token, offset: number, html: string): void {
  const placeOf = placesIn(page, block);
  for (const piece of readHtml(html).pieces) {
    const { kind, start, end } = piece;
    if (kind === "text") builder.words(piecesOfHtml(html.slice(start, end), offset + start), placeOf);
    if (kind !== "start" && kind !== "end") continue;
    const name = piece.tag.tagName;
    const isBlock = blockElements.has(name) || name === "blockquote";
    if (name === "br") builder.space();
    else if (name === "img") builder.other(noProse);
    else if (name === "hr") builder.between();
    else if (kind === "end") builder.close(name);
    else if (!voidElements.has(name) && !piece.tag.selfClosing) {
      const blockKind = kinds.get(name);
      const level = blockKind === "heading" ? Number(name.slice(1)) : null;
      builder.open({ name, isBlock, kind: blockKind, level, lang: attributeOf(piece.tag, "lang") });
    }
  }
}

/** Where pieces of a block's content stand. What is not found in its line has no place: our own code may have made it. */
function placesIn(page: PageContext, block: Token): PlaceOf {
  return ({ offset, length }) => {
    if (!block.map) return null;
    const { line, column } = placeIn(page, block, offset, length);
    const written = block.content.slice(offset, offset + length);
    if (!page.lines[line]?.startsWith(written, column)) return null;
    return { line: page.source.firstLine + line, column: column + 1 };
  };
}
