import MarkdownIt from "markdown-it";
import type { MarkdownIt as Parser, StateCore, Token } from "markdown-it";
import { isBalanced } from "./drawings.ts";
import { newContainer } from "./container-tokens.ts";
import { classesOf, readStartTag } from "./html-tags.ts";
import { isActingAttribute } from "./refused-html.ts";

/** Makes expanders of `<details>` in the cells of tables, which hold one line and no blocks. */
export function cellExpanders(md: Parser): void {
  md.core.ruler.after("inline", "cell_expanders", (state: StateCore) => {
    let row: Token["map"] = null;
    for (const [index, token] of state.tokens.entries()) {
      if (token.type === "tr_open") row = token.map;
      if (!/^t[hd]_open$/.test(state.tokens[index - 1]?.type ?? "") || !token.children) continue;
      if (token.content.includes("<")) token.children = withExpanders(token.children, row);
    }
  });
}

/** Replaces each `<details>` that holds a `<summary>` and no other `<details>`. */
function withExpanders(children: readonly Token[], map: Token["map"]): Token[] {
  const read: Token[] = [];
  let start = -1;
  for (const child of children) {
    read.push(child);
    if (isTag(child, "<details")) start = read.length - 1;
    if (start < 0 || !isTag(child, "</details")) continue;
    const made = expander(read.slice(start), map);
    if (made) read.splice(start, read.length - start, ...made);
    start = -1;
  }
  return read;
}

function expander(tokens: readonly Token[], map: Token["map"]): Token[] | null {
  const [open] = tokens;
  const start = tokens.findIndex((token) => isTag(token, "<summary"));
  const end = tokens.findIndex((token) => isTag(token, "</summary"));
  const isFirst = tokens.slice(1, start).every(({ type, content }) => type === "text" && content.trim() === "");
  // A summary that could act stays HTML, which is judged and reported where it is cleaned.
  if (!open || start < 0 || end < start || !isFirst || couldAct(tokens[start])) return null;
  const words = withoutPart(tokens.slice(start + 1, end), "nhsuk-details__summary-text");
  const body = withoutPart(tokens.slice(end + 1, -1), "nhsuk-details__text");
  if (![words, body].every(isBalanced)) return null;
  const container = newContainer("expander", readStartTag(open.content), { text: "", line: 0, level: null });
  const part = (type: string, nesting: -1 | 1): Token =>
    Object.assign(new MarkdownIt.Token(type, "div", nesting), { meta: { container }, map });
  const heading = [part("container_heading_open", 1), ...words, part("container_heading_close", -1)];
  return [part("container_open", 1), ...heading, ...body, part("container_close", -1)];
}

/** Takes away the box that the package's own markup puts around some words; ours is made anew. */
function withoutPart(tokens: readonly Token[], name: string): readonly Token[] {
  const isBlank = ({ type, content }: Token): boolean => type === "text" && content.trim() === "";
  const first = tokens.findIndex((token) => !isBlank(token));
  const last = tokens.findLastIndex((token) => !isBlank(token));
  const isPart =
    classesOf(tokens[first]?.content ?? "").includes(name) && tokens[last]?.content.startsWith("</") === true;
  return isPart && !couldAct(tokens[first]) ? tokens.slice(first + 1, last) : tokens;
}

function couldAct(tag: Token | undefined): boolean {
  return readStartTag(tag?.content ?? "")?.attrs.some(({ name }) => isActingAttribute(name)) ?? false;
}

function isTag({ type, content }: Token, start: string): boolean {
  return type === "html_inline" && new RegExp(`^${start}(?=[\\s>])`, "i").test(content);
}
