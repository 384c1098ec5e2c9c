import { Tokenizer } from "parse5";
import type { Token } from "parse5";

/** What a tokenizer of the HTML standard finds in a stretch of HTML, in order. */
export type HtmlPiece =
  | { readonly kind: "start" | "end"; readonly tag: Token.TagToken; readonly start: number; readonly end: number }
  | { readonly kind: "text" | "comment" | "declaration"; readonly start: number; readonly end: number };

/** The pieces of a stretch of HTML. */
export interface HtmlPieces {
  readonly pieces: readonly HtmlPiece[];
  /** Where a tag or comment starts that the stretch does not finish; its length where there is none. */
  readonly unfinished: number;
}

/**
 * Reads HTML as a browser does. No element changes how the rest is read (a `<script>`'s words are text as well): whoever
 * calls must never let those elements through.
 *
 * @returns pieces without gaps from the start to `unfinished`
 */
export function readHtml(html: string): HtmlPieces {
  const pieces: HtmlPiece[] = [];
  let end = 0;
  const add = (piece: HtmlPiece): void => {
    if (piece.start > end) pieces.push({ kind: "text", start: end, end: piece.start });
    pieces.push(piece);
    end = piece.end;
  };
  const place = (token: Token.Token): { start: number; end: number } => ({
    start: token.location?.startOffset ?? end,
    end: Math.min(token.location?.endOffset ?? end, html.length),
  });
  let textEnd = 0;
  const text = (token: Token.CharacterToken): void => {
    textEnd = Math.max(textEnd, place(token).end);
  };
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: (tag) => add({ kind: "start", tag, ...place(tag) }),
      onEndTag: (tag) => add({ kind: "end", tag, ...place(tag) }),
      onComment: (token) => add({ kind: "comment", ...place(token) }),
      onDoctype: (token) => add({ kind: "declaration", ...place(token) }),
      onCharacter: text,
      onNullCharacter: text,
      onWhitespaceCharacter: text,
      onEof: () => undefined,
    },
  );
  tokenizer.write(html, true);
  if (textEnd > end) {
    pieces.push({ kind: "text", start: end, end: Math.min(textEnd, html.length) });
    end = Math.min(textEnd, html.length);
  }
  return withoutUnfinishedComment(html, pieces, end);
}

function withoutUnfinishedComment(html: string, pieces: readonly HtmlPiece[], end: number): HtmlPieces {
  const last = pieces.at(-1);
  if (last?.kind === "comment" && last.end === html.length && !isFinished(html.slice(last.start))) {
    return { pieces: pieces.slice(0, -1), unfinished: last.start };
  }
  return { pieces, unfinished: end };
}

/** Whether a comment ends by itself and not with the text around it (HTML, 13.2.5.43 and after). */
function isFinished(comment: string): boolean {
  return comment.startsWith("<!--") ? /^<!--(?:-?>|[^]*--!?>)$/.test(comment) : comment.endsWith(">");
}

/** The value of an attribute, `null` where the tag has none. */
export function attributeOf(tag: Token.TagToken, name: string): string | null {
  return tag.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

const classAttribute = /\sclass\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

/** The class names of a start tag, as it is written. */
export function classesOf(tag: string): readonly string[] {
  const [, double, single, bare] = classAttribute.exec(tag) ?? [];
  return (double ?? single ?? bare ?? "").split(/\s+/).filter((name) => name !== "");
}

/** Reads one start tag; `null` for anything else. */
export function readStartTag(html: string): Token.TagToken | null {
  const piece = readHtml(html).pieces[0];
  return piece?.kind === "start" ? piece.tag : null;
}

/** Text as HTML text or as an attribute's value in double quotes. */
export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** HTML text as the characters that a reader sees. */
export function unescapeText(html: string): string {
  let text = "";
  const read = (token: Token.CharacterToken): void => {
    text += token.chars;
  };
  const ignore = (): void => undefined;
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag: ignore,
      onEndTag: ignore,
      onComment: ignore,
      onDoctype: ignore,
      onEof: ignore,
      onCharacter: read,
      onNullCharacter: read,
      onWhitespaceCharacter: read,
    },
  );
  tokenizer.write(html, true);
  return text;
}
