import MarkdownIt from "markdown-it";
import type { MarkdownIt as Parser, StateCore, Token } from "markdown-it";
import type { Heading } from "../model/body.ts";
import type { ComponentWords } from "./components/component-words.ts";
import { scrollEnd, scrollStart } from "./components/scroll.ts";
import { plainText } from "./first-sentence.ts";
import type { PageIds } from "./headings.ts";
import { escapeText } from "./html-tags.ts";

/** With this many columns a table is wider than a small phone; with fewer, its words fit one below the other. */
const fewestColumns = 4;

/** The same inside a box or a list, which leave less room. */
const fewestColumnsInside = 3;

/** The type of the token before a table that scrolls. */
const opening = "table_scroll_open";

/** Puts tables of many columns into parts of the page that scroll by themselves, so that the page does not. */
export function scrollingTables(md: Parser): void {
  md.core.ruler.push("scrolling_tables", (state: StateCore) => {
    let isWide = false;
    state.tokens = state.tokens.flatMap((token, index) => {
      if (token.type === "table_open") {
        isWide = scrolls(columnsOf(state.tokens, index), token.level > 0);
      }
      if (isWide && token.type === "table_open") return [scrollToken(opening, 1, token), token];
      return isWide && token.type === "table_close" ? [token, scrollToken("table_scroll_close", -1, token)] : [token];
    });
  });
  md.renderer.rules[opening] = (tokens, index) =>
    scrollStart(
      (tokens[index]?.attrs ?? []).map(([name, value]) => `${name}="${escapeText(String(value))}"`).join(" "),
    );
  md.renderer.rules["table_scroll_close"] = () => scrollEnd;
}

/**
 * Whether a table needs a part of the page that scrolls by itself.
 *
 * @param isInside - whether it stands in a box or a list
 */
export function scrolls(columns: number, isInside: boolean): boolean {
  return columns >= (isInside ? fewestColumnsInside : fewestColumns);
}

function scrollToken(type: string, nesting: -1 | 1, { map, level }: Token): Token {
  return Object.assign(new MarkdownIt.Token(type, "div", nesting), { block: true, map, level });
}

function columnsOf(tokens: readonly Token[], table: number): number {
  let columns = 0;
  for (let index = table; index < tokens.length && tokens[index]?.type !== "tr_close"; index++) {
    if (tokens[index]?.type === "th_open") columns++;
  }
  return columns;
}

/** Notes the heading that a table stands under, for `nameScrollingTables`. */
export function noteHeading(token: Token, heading: Heading | undefined): void {
  if (token.type === opening) token.meta = { heading };
}

/**
 * Names each part of the page that scrolls: by its table's caption, else by the heading above it, else as a table. The
 * second of a name gets a number, because those who listen go from one to the next by these names alone. Captions
 * get ids of their own when every heading has its own.
 *
 * @param tokens - all of the page, read
 */
export function nameScrollingTables(ids: PageIds, tokens: readonly Token[], words: ComponentWords): void {
  const times = new Map<string, number>();
  for (const [index, token] of tokens.entries()) {
    if (token.type !== opening) continue;
    const heading = token.meta?.["heading"] as Heading | undefined;
    const caption = captionOf(tokens, index);
    const name = caption?.words || heading?.text || words.table;
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    if (caption?.words) caption.open.attrSet("id", ids.idFor(`${words.table} ${name}`));
    const id = caption?.words ? caption.open.attrGet("id") : heading?.text ? heading.id : null;
    const isNamed = time === 1 && id !== null;
    token.attrs = isNamed ? [["aria-labelledby", id]] : [["aria-label", time === 1 ? name : `${name} (${time})`]];
  }
}

function captionOf(tokens: readonly Token[], scroll: number): { readonly open: Token; readonly words: string } | null {
  for (let index = scroll; tokens[index] && tokens[index]?.type !== "thead_open"; index++) {
    const open = tokens[index];
    if (open?.type === "caption_open") return { open, words: plainText(tokens[index + 1]?.children ?? []) };
  }
  return null;
}
