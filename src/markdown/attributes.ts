import type { MarkdownIt, StateCore, Token } from "markdown-it";
import attributesPlugin from "markdown-it-attrs";
import { looksLikeAttributes } from "./braces.ts";
import { isActingAttribute } from "./refused-html.ts";
import { cleanAttributes } from "./clean-attributes.ts";
import { containerOf } from "./container-tokens.ts";
import { reportDroppedValue } from "./faults/dropped-html.ts";
import { reportTooManyAttributes } from "./faults/too-many-attributes.ts";
import { reportUnsafeBraces } from "./faults/unsafe-html.ts";
import { pageContext, placeOfLine } from "./page-context.ts";
import type { PageContext, Place } from "./page-context.ts";

/** Reading attributes takes time by the square of their number in a block: more than these stay text. */
const mostInBlock = 20;

/** Stands for a brace that is text while the plugin runs: a character that no text holds (Unicode, private use). */
const literalBrace = "\uF8FE";

/** Names that Markdown elements may be given in braces. */
const allowedNames: ReadonlySet<string> = new Set([
  "id",
  "class",
  "lang",
  "dir",
  "width",
  "height",
  "start",
  "type",
  "scope",
  "title",
  "translate",
  "loading",
]);

/** `{#id .class name=value}` behind words, lists, tables and fences, for the names of the allow list. */
export function attributes(md: MarkdownIt): void {
  md.use(attributesPlugin);
  const plugin = md.core.ruler.__rules__.find(({ name }) => name === "curly_attributes");
  if (!plugin) throw new Error("markdown-it-attrs has changed the name of its rule");
  const readAttributes = plugin.fn;
  md.core.ruler.at("curly_attributes", (state) => {
    if (!state.src.includes("{")) return;
    keepLiteralBraces(state);
    readAttributes(state);
    checkAttributes(state);
  });
}

const before = new WeakMap<Token, ReadonlyMap<string, string>>();

/** Hides braces that are text from the plugin: `{{7*7}}`, `{name}`, and those beyond what a block may hold. */
function keepLiteralBraces(state: StateCore): void {
  const page = pageContext(state.env);
  for (const block of state.tokens) {
    remember(block);
    if (block.type === "fence") block.info = hideLiteral(block.info).text;
    if (block.type !== "inline" || !block.content.includes("{")) continue;
    let groups = 0;
    for (const child of block.children ?? []) {
      remember(child);
      if (child.type !== "text" || !child.content.includes("{")) continue;
      const hidden = hideLiteral(child.content, mostInBlock - groups);
      groups += hidden.groups;
      child.content = hidden.text;
    }
    if (groups > mostInBlock) reportTooManyAttributes(page, mostInBlock, placeOfLine(page, block.map?.[0] ?? 0));
    // The plugin asks the block's content as well, for attributes on a line of their own.
    block.content = hideLiteral(block.content).text;
  }
}

function hideLiteral(text: string, most = Number.MAX_SAFE_INTEGER): { readonly text: string; readonly groups: number } {
  let groups = 0;
  const hidden = text.replace(/\{([^{}]*)\}|\{/g, (whole, inside?: string, at = 0) => {
    const doubled = text[at - 1] === "{" || text[at + whole.length] === "}";
    const isGroup = inside !== undefined && !doubled && looksLikeAttributes(inside);
    if (isGroup && ++groups <= most) return whole;
    return literalBrace + whole.slice(1);
  });
  return { text: hidden, groups };
}

function remember(token: Token): void {
  // What stands on a container's token was read from braces as well, by the rule that made it.
  const own = containerOf(token) ? [] : (token.attrs ?? []);
  before.set(token, new Map(own.map(([name, value]) => [name, String(value)])));
}

/** Takes away what the plugin has added and the allow list does not name, with a diagnostic. */
function checkAttributes(state: StateCore): void {
  const page = pageContext(state.env);
  const ids = new Set<string>();
  for (const block of state.tokens) {
    if (block.type === "fence") block.info = block.info.replaceAll(literalBrace, "{");
    checkToken(page, block, block, ids);
    if (block.type !== "inline") continue;
    block.content = block.content.replaceAll(literalBrace, "{");
    for (const child of block.children ?? []) {
      if (child.type === "text") child.content = child.content.replaceAll(literalBrace, "{");
      else checkToken(page, child, block, ids);
    }
  }
}

function checkToken(page: PageContext, token: Token, block: Token, ids: Set<string>): void {
  const old = before.get(token);
  if (!old) return;
  const added = (token.attrs ?? [])
    .map(([name, value]) => ({ name, value: String(value) }))
    .filter(({ name, value }) => old.get(name) !== value);
  if (added.length === 0) return;
  const allowed = added.filter(({ name, value }) => isAllowed(page, block, name, value));
  const clean = cleanAttributes(page, token.tag === "code" ? "pre" : token.tag, allowed, ids, (name) =>
    placeOfBrace(page, block, name),
  );
  const kept = new Map([...old, ...clean.attributes]);
  token.attrs = kept.size === 0 ? null : [...kept];
}

function isAllowed(page: PageContext, block: Token, name: string, value: string): boolean {
  if (allowedNames.has(name)) {
    const foreign = name === "class" && value.split(" ").some((word) => !/^(?:nhsuk|app)-[\w-]+$/.test(word));
    return !foreign || refuse(page, block, name, `The class "${value}" is not one of this site's`);
  }
  return refuse(page, block, name, `The attribute "${name}" cannot be given in braces`);
}

function refuse(page: PageContext, block: Token, name: string, message: string): false {
  const acts = isActingAttribute(name) || name === "href" || name === "src";
  const place = placeOfBrace(page, block, name);
  if (acts) reportUnsafeBraces(page, name, place);
  else reportDroppedValue(page, place, { message, fix: "Delete it from the braces" });
  return false;
}

/** Where an attribute is written in a block, or in the lines just after it. */
function placeOfBrace(page: PageContext, block: Token, name: string): Place {
  const [first, end] = block.map ?? [0, 1];
  const sign = name === "id" ? "#" : name === "class" ? "." : name;
  for (let line = first; line < Math.min(end + 2, page.lines.length); line++) {
    const text = page.lines[line] ?? "";
    const brace = text.indexOf("{");
    const column = brace < 0 ? -1 : text.indexOf(sign, brace);
    if (column >= 0) return { line, column, length: sign.length };
  }
  return placeOfLine(page, first);
}
