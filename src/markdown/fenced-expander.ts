import type { StateBlock } from "markdown-it";
import type { Token } from "parse5";
import { isInContainer } from "./container-body.ts";
import type { ContainerParts } from "./container-parts.ts";
import type { RawContainer } from "./container-tags.ts";
import { dedent } from "./dedent.ts";
import { markdownOf } from "./html-to-markdown.ts";

/** Tags of blocks: lines that start with them are HTML, and not Markdown with some tags in it. */
const block = /^<(?:p|ul|ol)[\s>]/i;

/** Tags that may stand in the middle of Markdown. */
const inline =
  /<\/?(?:a|abbr|b|bdi|br|cite|code|em|i|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr)(?=[\s/>])(?:"[^"]*"|'[^']*'|[^'"<>])*>/gi;

/** What has a meaning of its own in the middle of an expander: it would need more colons, or could swallow them. */
const marks = /^[\s>]*(?::{3,}|`{3,}|~{3,})/;

/**
 * Whether three colons could stand in the place of an expander's tags: not where other words stand on their lines, where
 * Markdown would read them as code, nor inside a list or a table of HTML. What could act is left for an editor to see.
 *
 * @param written - the lines inside the expander
 */
export function canBeFenced(
  state: StateBlock,
  { start, endEnd, surroundingEnd }: RawContainer,
  written: readonly string[],
): boolean {
  const before = state.src.slice(state.src.lastIndexOf("\n", start - 1) + 1, start);
  const [behind = ""] = /^.*/.exec(state.src.slice(endEnd, endEnd + mostBehind)) ?? [];
  const isAlone = before.trim() === "" && behind.trim() === "" && surroundingEnd === endEnd;
  const isCode = !isInContainer(state) && before.replaceAll("\t", "    ").length - state.blkIndent >= 4;
  return isAlone && !isCode && !written.some((text) => /\son[a-z]+\s*=/i.test(text));
}

/** Nobody writes more white space behind an end tag than this; where it stands, a person looks at it. */
const mostBehind = 100;

/**
 * Writes an expander that was HTML as `::: expander`: its Markdown stays, its paragraphs and lists of HTML become
 * Markdown.
 *
 * @returns the lines; `null` where a person has to decide what becomes of something in it
 */
export function fencedExpander(tag: Token.TagToken, { heading, lines }: ContainerParts): readonly string[] | null {
  const attributes = bracesOf(tag);
  const summary = heading?.text.split("\n").join(" ").trim() ?? "";
  const isPlain = !/[{}\\]|[ \t]:+$/.test(summary) && !/<(?=[a-z/!?])/i.test(summary.replace(inline, ""));
  if (attributes === null || summary === "" || !isPlain) return null;
  const body = bodyOf(lines);
  return body && body.length > 0 ? [`::: expander ${summary}${attributes}`, "", ...body, "", ":::"] : null;
}

/** What a start tag says besides that it opens an expander, in braces. */
function bracesOf({ attrs }: Token.TagToken): string | null {
  const words: string[] = [];
  for (const { name, value } of attrs) {
    if (name === "class" && value.split(/\s+/).every((part) => /^(?:nhsuk-(?:details|expander))?$/.test(part)))
      continue;
    if (name === "id" && /^[A-Za-z][\w-]*$/.test(value)) words.push(`#${value}`);
    else if (name === "lang" && /^[A-Za-z-]+$/.test(value)) words.push(`lang=${value}`);
    else return null;
  }
  return words.length === 0 ? "" : ` {${words.join(" ")}}`;
}

/** The inside of an expander in Markdown; `null` where there is something in it that is not plain. */
function bodyOf(written: readonly string[]): readonly string[] | null {
  if (written.some((line) => marks.test(line))) return null;
  const blocks: Block[] = [];
  let rest = "";
  let joined = 0;
  for (const chunk of chunksOf(written)) {
    const text = rest + chunk;
    const isHtml = block.test(text);
    const made = isHtml ? markdownOf(text) : markdown(text);
    // A list of HTML may go on behind an empty line.
    rest = made === null ? `${text}\n\n` : "";
    joined = made === null ? joined + 1 : 0;
    if (made === null && (!isHtml || joined > mostJoined)) return null;
    for (const lines of made ?? []) blocks.push({ lines, isHtml });
  }
  if (rest !== "" || blocks.some((made, index) => index > 0 && isJoined(made, blocks[index - 1]!))) return null;
  return blocks.flatMap(({ lines }, index) => (index === 0 ? lines : ["", ...lines]));
}

/** A list of HTML with more empty lines in it is not plain: a guard for texts that never end one. */
const mostJoined = 20;

/** Some lines in Markdown, with empty lines around them. */
interface Block {
  readonly lines: readonly string[];
  /** Whether they were HTML. */
  readonly isHtml: boolean;
}

/** The lines between empty ones, joined; a line that ends the paragraph before it starts another. */
function chunksOf(written: readonly string[]): readonly string[] {
  const { lines, starts } = dedent(written);
  const parted = lines.map((line, index) => (starts.has(index) ? `\n${line}` : line)).join("\n");
  return (
    parted
      .split(/\n(?:[ \t]*\n)+/)
      // A space that never breaks stays: without it, a hyphen before it would make a heading of the line above.
      .map((chunk) => chunk.replace(/^\n|[ \t\n]+$/g, ""))
      .filter((chunk) => chunk !== "")
  );
}

/** Lines of Markdown stay as they are, unless a tag stands in them that might start or end something. */
function markdown(chunk: string): readonly (readonly string[])[] | null {
  const text = chunk
    .replace(/`[^`\n]*`/g, "")
    .replace(inline, "")
    .replace(/<(?:https?:|mailto:)[^<>\s]*>/gi, "");
  return /<(?=[a-z/!?])/i.test(text) ? null : [chunk.split("\n")];
}

/** Whether a list that was HTML would become part of the list beside it. */
function isJoined({ lines, isHtml }: Block, before: Block): boolean {
  const list = /^\s*(?:[-*+]|\d{1,9}[.)])\s/;
  const [isList, isBehindList] = [
    list.test(lines[0] ?? ""),
    new RegExp(`${list.source}|^\\s`).test(before.lines[0] ?? ""),
  ];
  return (isHtml || before.isHtml) && isList && isBehindList;
}
