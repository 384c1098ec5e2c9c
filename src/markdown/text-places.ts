import type { MarkdownIt as Parser, Token } from "markdown-it";
import { unescapeText } from "./html-tags.ts";
import { offsetOf } from "./positions.ts";

/** Some words of a reader's, and where they were written. */
export interface WrittenPiece {
  readonly text: string;
  /** Into the source. */
  readonly offset: number;
  /** In the source: more than the text's own for an entity. */
  readonly length: number;
}

const entity = /&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});/y;

/** Markup that may stand before words: no letters, except in braces and in tags that became containers. */
const markup = /(?:[^\p{L}\p{N}&{<]|\{[^{}]{0,200}\}|<[^<>]{1,200}>|<)/uy;

/** Characters of markup between two tokens; nobody writes more, and looking through them takes time. */
const mostMarkup = 2000;

/**
 * Finds out where a token of text stands: markdown-it has undone its escapes and entities, and joined what stood apart.
 *
 * @param content - what the token was read from
 * @param from - where the token before it ends; markup may follow
 * @returns `null` where its words do not stand there, because they are not the editor's
 */
export function placeText(content: string, from: number, text: string): readonly WrittenPiece[] | null {
  for (let start = from; start <= Math.min(content.length, from + mostMarkup);) {
    const pieces = piecesAt(content, start, text);
    if (pieces !== null) return pieces;
    markup.lastIndex = start;
    const [skipped] = markup.exec(content) ?? [];
    if (skipped === undefined) return null;
    start += skipped.length;
  }
  return null;
}

function piecesAt(content: string, start: number, text: string): readonly WrittenPiece[] | null {
  if (!text.includes("&") && content.startsWith(text, start)) return [{ text, offset: start, length: text.length }];
  const pieces: WrittenPiece[] = [];
  let plain = start;
  let read = 0;
  let at = start;
  const endPlain = (): void => {
    if (at > plain) pieces.push({ text: content.slice(plain, at), offset: plain, length: at - plain });
  };
  while (read < text.length) {
    const written = specialAt(content, at);
    if (written === null) {
      if (content[at] !== text[read]) return null;
      at++;
      read++;
      continue;
    }
    if (!text.startsWith(written.text, read)) return null;
    endPlain();
    pieces.push({ text: written.text, offset: at, length: written.length });
    at += written.length;
    plain = at;
    read += written.text.length;
  }
  endPlain();
  return pieces;
}

/** The escape or entity that starts at an offset. */
function specialAt(content: string, at: number): { readonly text: string; readonly length: number } | null {
  if (content[at] === "\\") {
    const next = content[at + 1] ?? "";
    return /[!-/:-@[-`{-~]/.test(next) ? { text: next, length: 2 } : null;
  }
  if (content[at] !== "&") return null;
  entity.lastIndex = at;
  const [written] = entity.exec(content) ?? [];
  const text = written === undefined ? undefined : unescapeText(written);
  return written === undefined || text === undefined || text === written ? null : { text, length: written.length };
}

/** The pieces of text in HTML, which holds entities and no escapes. */
export function piecesOfHtml(html: string, offset: number): readonly WrittenPiece[] {
  if (!html.includes("&")) return [{ text: html, offset, length: html.length }];
  return [...html.matchAll(/&(?:#[xX][0-9a-fA-F]+|#[0-9]+|[A-Za-z][A-Za-z0-9]*);?|[^&]+|&/g)].map(
    ({ 0: written, index }) => ({
      text: written.startsWith("&") ? unescapeText(written) : written,
      offset: offset + index,
      length: written.length,
    }),
  );
}

/**
 * Where the markup of an inline token that is no text ends in what it was read from; `from` for one that marks no place.
 *
 * @param from - where the token before it ends
 */
export function endOfToken(md: Parser, content: string, token: Token, from: number): number {
  const start = offsetOf(token);
  if (token.type === "html_inline") return Math.max(from, start + token.content.length);
  if (token.type === "code_inline") return Math.max(from, endOfCode(content, start, token.markup));
  if (token.type === "link_close" && token.markup === "autolink") return afterFirst(content, ">", from);
  if (token.type === "link_close") return Math.max(from, endOfLink(md, content, start));
  if (token.type === "image") return Math.max(from, endOfLink(md, content, start + 2 + token.content.length));
  return from;
}

function endOfCode(content: string, start: number, ticks: string): number {
  const runs = /`+/g;
  runs.lastIndex = start + ticks.length;
  for (let run = runs.exec(content); run !== null; run = runs.exec(content)) {
    if (run[0].length === ticks.length) return run.index + run[0].length;
  }
  return start;
}

/** @param labelEnd - where the `]` behind a link's words stands */
function endOfLink(md: Parser, content: string, labelEnd: number): number {
  if (content[labelEnd] !== "]") return labelEnd;
  if (content[labelEnd + 1] === "[") return afterFirst(content, "]", labelEnd + 2);
  if (content[labelEnd + 1] !== "(") return labelEnd + 1;
  const skipSpace = (at: number): number => at + (/^\s*/.exec(content.slice(at, at + 1000))?.[0].length ?? 0);
  const start = skipSpace(labelEnd + 2);
  const address = md.helpers.parseLinkDestination(content, start, content.length);
  if (!address.ok) return labelEnd + 1;
  const behind = skipSpace(address.pos);
  const title = md.helpers.parseLinkTitle(content, behind, content.length);
  const end = skipSpace(title.ok ? title.pos : behind);
  return content[end] === ")" ? end + 1 : labelEnd + 1;
}

function afterFirst(content: string, mark: string, from: number): number {
  const found = content.indexOf(mark, from);
  return found < 0 ? from : found + 1;
}
