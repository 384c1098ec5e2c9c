import MarkdownIt from "markdown-it";
import type { MarkdownIt as Parser, StateBlock, StateCore, Token } from "markdown-it";
import { alignmentClasses, tableClasses } from "./components/tables.ts";
import { reportNoCaption } from "./faults/table-without-caption.ts";
import { plainText } from "./first-sentence.ts";
import { pageContext, placeOfLine } from "./page-context.ts";

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
    const start = token.type === "table_close" ? open.pop() : undefined;
    if (start === undefined) continue;
    const [before, , paragraph, words] = state.tokens.slice(index - 1, index + 3);
    const isCaption = paragraph?.type === "paragraph_open" && words !== undefined && withoutPrefix(words);
    const isSaid = isCaption && plainText(words.children ?? []) !== "";
    if (!isSaid && before?.type === "tbody_close") reportTable(state, tokens[start]);
    if (!isCaption) continue;
    for (const [name, value] of paragraph.attrs ?? []) giveTable(tokens[start], name, String(value));
    tokens.splice(start + 1, 0, new MarkdownIt.Token("caption_open", "caption", 1), words, closed());
    index += 3;
  }
  state.tokens = tokens;
}

function reportTable(state: StateCore, table: Token | undefined): void {
  const page = pageContext(state.env);
  const place = placeOfLine(page, table?.map?.[0] ?? 0);
  reportNoCaption(page, place, "Write below the table, after an empty line, what it is about: Table: Your words");
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
