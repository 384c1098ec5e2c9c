import type { MarkdownIt, StateBlock } from "markdown-it";
import { isInContainer, isTooDeep, pageLine, parseContainerBody } from "./container-body.ts";
import { takeApart } from "./container-parts.ts";
import { opensFencedContainer } from "./fenced-container.ts";
import { htmlBlockEnd } from "./html-block-end.ts";
import { findRawContainers } from "./container-tags.ts";
import type { RawContainer, RawContainers } from "./container-tags.ts";
import { pushContainer } from "./container-tokens.ts";
import { readStartTag } from "./html-tags.ts";
import { canBeFenced } from "./fenced-expander.ts";
import { reportRawExpander } from "./faults/raw-expander.ts";
import { reportLostHandlers } from "./lost-handlers.ts";
import { pageContext } from "./page-context.ts";

const found = new WeakMap<StateBlock, RawContainers>();

function containersOf(state: StateBlock): RawContainers {
  const known = found.get(state) ?? findRawContainers(state.src);
  found.set(state, known);
  return known;
}

/** For states that a container in an HTML list has been found in: where the list ends. No code is made before it. */
const surroundings = new WeakMap<StateBlock, number>();

/**
 * Expanders, insets, warnings and care cards that editors wrote as HTML. Their bodies are read as Markdown whatever
 * their indent; they may stand anywhere in a line, inside lists, quotes, HTML lists and each other.
 */
export function rawContainers(md: MarkdownIt): void {
  const alt = ["paragraph", "reference", "blockquote", "list"];
  md.block.ruler.before("table", "raw_container", rawContainer, { alt });
  const rules = new Map(["code", "html_block", "paragraph"].map((name) => [name, blockRule(md, name)]));
  md.block.ruler.at("code", (state, startLine, endLine, silent) => {
    const start = state.bMarks[startLine] ?? 0;
    if (isInContainer(state) || start < (surroundings.get(state) ?? 0)) return false;
    return rules.get("code")?.(state, startLine, endLine, silent) ?? false;
  });
  for (const name of ["html_block", "paragraph"]) {
    const rule = rules.get(name);
    if (!rule) continue;
    md.block.ruler.at(
      name,
      (state, startLine, endLine, silent) => {
        const end = name === "html_block" && !silent ? htmlBlockEnd(state, startLine, endLine) : endLine;
        return rule(state, startLine, end, silent) && (silent || cut(state, startLine, endLine));
      },
      name === "html_block" ? { alt: ["paragraph", "reference", "blockquote"] } : {},
    );
  }
}

type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;

/** A rule that markdown-it brings; replaced by one that calls it. */
function blockRule(md: MarkdownIt, name: string): BlockRule | undefined {
  return md.block.ruler.__rules__.find((rule) => rule.name === name)?.fn;
}

const rawContainer: BlockRule = (state, startLine, endLine, silent) => {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (state.src.charCodeAt(start) !== 0x3c || readsNoContainers(state)) return false;
  const container = containersOf(state).byStart.get(start);
  const last = container && closingLine(state, container, startLine, endLine);
  if (!container || last === undefined || last === null) return false;
  if (!silent) pushRawContainer(state, container, startLine, last);
  return true;
};

/** The line on which a container ends, `null` where that is beyond the block that it starts in. */
function closingLine(state: StateBlock, container: RawContainer, startLine: number, endLine: number): number | null {
  let low = startLine;
  for (let high = endLine - 1; low < high;) {
    const middle = Math.ceil((low + high) / 2);
    if ((state.bMarks[middle] ?? 0) <= container.end) low = middle;
    else high = middle - 1;
  }
  return container.endEnd <= (state.eMarks[low] ?? 0) ? low : null;
}

function pushRawContainer(state: StateBlock, container: RawContainer, startLine: number, last: number): void {
  let first = startLine;
  while ((state.eMarks[first] ?? 0) < container.startEnd) first++;
  const lines: string[] = [];
  for (let line = first; line <= last; line++) {
    const from = Math.max(state.bMarks[line] ?? 0, container.startEnd);
    lines.push(state.src.slice(from, Math.min(state.eMarks[line] ?? 0, container.end)));
  }
  const { kind } = container;
  const parts = takeApart(kind, lines.join("\n"));
  const page = pageContext(state.env);
  reportLostHandlers(page, lines.join("\n"), parts, pageLine(state, first));
  const { heading, lines: body } = parts;
  const tag = readStartTag(container.tag);
  if (kind === "expander" && tag) {
    const canMove = canBeFenced(state, container, lines);
    reportRawExpander(page, tag, parts, [pageLine(state, startLine), pageLine(state, last)], canMove);
  }
  const words = heading && { ...heading, line: heading.line + first };
  pushContainer(state, { kind, tag, heading: words }, [startLine, last + 1], () =>
    parseContainerBody(state, body, first),
  );
  state.line = last + 1;
  readRestOfLine(state, container.endEnd, last);
}

/** For states that read the rest of a line behind a container: how often they have done so on that line. */
const rests = new WeakMap<StateBlock, number>();

/** On one line, containers beyond so many are not read: their HTML shows as it is. */
const mostOnLine = 50;

/** What stands behind an end tag on its line is read as if it stood on a line of its own. */
function readRestOfLine(state: StateBlock, from: number, line: number): void {
  const end = state.eMarks[line] ?? 0;
  if (state.skipSpaces(from) >= end) return;
  startLineAt(state, line, from);
  rests.set(state, (rests.get(state) ?? 0) + 1);
  state.md.block.tokenize(state, line, line + 1);
  rests.set(state, (rests.get(state) ?? 0) - 1);
  state.line = line + 1;
}

function readsNoContainers(state: StateBlock): boolean {
  return isTooDeep(state) || (rests.get(state) ?? 0) > mostOnLine;
}

function startLineAt(state: StateBlock, line: number, from: number): void {
  const spaces = state.skipSpaces(from) - from;
  state.bMarks[line] = from;
  state.tShift[line] = spaces;
  state.sCount[line] = state.blkIndent;
  state.bsCount[line] = 0;
}

/**
 * Cuts a paragraph or a block of HTML that has just been read where a container starts in it, and reads the container.
 *
 * @returns true always: the block has been read
 */
function cut(state: StateBlock, startLine: number, endLine: number): boolean {
  const container = readsNoContainers(state) ? null : firstWithin(state, startLine, state.line);
  if (container === null) return true;
  const line = lineAt(state, container.start, startLine, state.line);
  if (closingLine(state, container, line, endLine) === null) return true;
  const isHtml = state.tokens.at(-1)?.type === "html_block";
  shorten(state, startLine, line, container.start);
  startLineAt(state, line, container.start);
  if (container.surroundingEnd > (surroundings.get(state) ?? 0)) surroundings.set(state, container.surroundingEnd);
  rawContainer(state, line, endLine, false);
  if (isHtml) readHtmlUntilBlank(state, endLine);
  return true;
}

/** The first container that starts in some lines. */
function firstWithin(state: StateBlock, startLine: number, endLine: number): RawContainer | null {
  const { starts, byStart } = containersOf(state);
  const from = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  let low = 0;
  for (let high = starts.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const start = starts[low];
  return start !== undefined && start < (state.eMarks[endLine - 1] ?? 0) ? (byStart.get(start) ?? null) : null;
}

function lineAt(state: StateBlock, offset: number, startLine: number, endLine: number): number {
  let line = startLine;
  while (line + 1 < endLine && (state.bMarks[line + 1] ?? 0) <= offset) line++;
  return line;
}

/** Ends the block that was read last at an offset; nothing remains of a block that would be empty. */
function shorten(state: StateBlock, startLine: number, line: number, end: number): void {
  const isHtml = state.tokens.at(-1)?.type === "html_block";
  const block = state.tokens.at(isHtml ? -1 : -2);
  if (!block) return;
  const start = state.bMarks[line] ?? 0;
  const text = state.getLines(startLine, line, state.blkIndent, true) + state.src.slice(start, end);
  block.content = isHtml ? text.trimEnd() + "\n" : text.trim();
  const map: [number, number] = [startLine, line + 1];
  if (text.trim() === "") state.tokens.length -= isHtml ? 1 : 3;
  else for (const token of state.tokens.slice(isHtml ? -1 : -3)) if (token.map) token.map = map;
}

/** After a container inside a block of HTML, the block goes on until a blank line. */
function readHtmlUntilBlank(state: StateBlock, endLine: number): void {
  const start = state.line;
  let line = start;
  while (line < endLine && !state.isEmpty(line) && !opensFencedContainer(state, line)) line++;
  if (line === start) return;
  const token = state.push("html_block", "", 0);
  token.content = state.getLines(start, line, state.blkIndent, true);
  token.map = [start, line];
  state.line = line;
  cut(state, start, endLine);
}
