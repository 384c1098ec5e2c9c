import MarkdownIt from "markdown-it";
import type { MarkdownIt as Parser, StateBlock, StateCore, Token } from "markdown-it";
import { alignmentClasses, tableClasses } from "./components/tables.ts";

const caption = /^table:[ \t]*/i;

/** Tables get nhsuk-frontend's markup, and a paragraph `Table: …` straight after one becomes its caption. */
export function tables(md: Parser): void {
  md.block.ruler.before("table", "table_caption", endTable, { alt: ["blockquote"] });
  md.core.ruler.push("table_captions", captions);
  md.core.ruler.push("table_markup", markup);
}

/** A caption in the line after the last row is no row. */
function endTable(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  if (!silent || state.parentType !== "table") return false;
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  return caption.test(state.src.slice(start, state.eMarks[startLine]));
}

function captions(state: StateCore): void {
  const tokens: Token[] = [];
  const open: number[] = [];
  for (let index = 0; index < state.tokens.length; index++) {
    const token = state.tokens[index];
    if (!token) continue;
    if (token.type === "table_open") open.push(tokens.length);
    tokens.push(token);
    const words = state.tokens[index + 2];
    const start = token.type === "table_close" ? open.pop() : undefined;
    const paragraph = state.tokens[index + 1];
    const isParagraph = paragraph?.type === "paragraph_open";
    if (start === undefined || !isParagraph || !words || !withoutPrefix(words)) continue;
    for (const [name, value] of paragraph.attrs ?? []) giveTable(tokens[start], name, String(value));
    tokens.splice(start + 1, 0, new MarkdownIt.Token("caption_open", "caption", 1), words, closed());
    index += 3;
  }
  state.tokens = tokens;
}

/** What braces behind a caption say is the table's, unless it has one of its own. */
function giveTable(table: Token | undefined, name: string, value: string): void {
  if (name === "class") table?.attrJoin(name, value);
  else if (table?.attrGet(name) === null) table.attrSet(name, value);
}

function closed(): Token {
  const token = new MarkdownIt.Token("caption_close", "caption", -1);
  token.block = true;
  return token;
}

/** Takes `Table:` from the front of some words; false where they do not start with it. */
function withoutPrefix(words: Token): boolean {
  const [first] = words.children ?? [];
  if (first?.type !== "text" || !caption.test(first.content)) return false;
  first.content = first.content.replace(caption, "");
  return true;
}

function markup(state: StateCore): void {
  for (const token of state.tokens) {
    if (token.nesting !== 1 || !(token.tag in tableClasses)) continue;
    const alignment = alignmentClasses.get(String(token.attrGet("style") ?? ""));
    token.attrs = token.attrs?.filter(([name]) => name !== "style") ?? null;
    const own = token.attrGet("class");
    token.attrs = token.attrs?.filter(([name]) => name !== "class") ?? null;
    const classes = [tableClasses[token.tag as keyof typeof tableClasses], alignment, own].filter(Boolean);
    token.attrs = [["class", classes.join(" ")], ...(token.attrs ?? [])];
    if (token.tag === "th") token.attrSet("scope", "col");
  }
}
