import type { MarkdownIt, StateBlock } from "markdown-it";
import { withoutBraces } from "./braces.ts";
import { isTooDeep, pageLine, parseContainerBody } from "./container-body.ts";
import { fencedKinds } from "./container-kinds.ts";
import { pushContainer } from "./container-tokens.ts";
import { reportFenceNeverClosed } from "./faults/expander-never-closed.ts";
import { reportStrayContainerEnd } from "./faults/stray-container-end.ts";
import { reportUnknownContainer } from "./faults/unknown-container.ts";
import { pageContext, placeOfLine } from "./page-context.ts";

const opener = /^(:{3,})[ \t]*([A-Za-z][\w-]*)[ \t]*(.*)$/;
const closer = /^(:{3,})[ \t]*$/;

/** For each state: the lines that open containers, with the lines that close them; `null` where nothing does. */
const pairs = new WeakMap<StateBlock, Map<number, number | null>>();

/** `::: expander Summary` … `:::`, and the others that `container-kinds.ts` names. */
export function fencedContainers(md: MarkdownIt): void {
  const alt = ["paragraph", "reference", "blockquote", "list"];
  md.block.ruler.before("fence", "fenced_container", fencedContainer, { alt });
}

function fencedContainer(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (state.src.charCodeAt(start) !== 0x3a || isTooDeep(state)) return false;
  const [, , name = "", words = ""] = opener.exec(textOf(state, startLine)) ?? [];
  if (name === "") return closer.test(textOf(state, startLine)) && strayCloser(state, startLine, silent);
  const known = fencedKinds.get(name.toLowerCase());
  if (!known) return unknownName(state, startLine, name, silent);
  // Asked in silence, the line may stand outside of the list that is being read: whoever reads it will pair it.
  if (silent) return true;
  const end = closingLine(state, startLine, endLine);
  if (end === null) return neverClosed(state, startLine, name);

  const { kind, heading } = known;
  const { words: text, attributes } = withoutBraces(words.replace(/[ \t]:+[ \t]*$/, "").trim());
  const title = heading && text !== "" ? { text, line: startLine, level: null } : null;
  const last = Math.min(end, endLine);
  const lines: string[] = heading || text === "" ? [] : [text];
  for (let line = startLine + 1; line < last; line++)
    lines.push(state.src.slice(state.bMarks[line], state.eMarks[line]));
  const first = heading || text === "" ? startLine + 1 : startLine;
  pushContainer(state, { kind, tag: null, heading: title, attributes }, [startLine, last + 1], () =>
    parseContainerBody(state, lines, first),
  );
  state.line = Math.min(end + 1, endLine);
  return true;
}

/** Whether a line opens one of our containers. */
export function opensFencedContainer(state: StateBlock, line: number): boolean {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  if (state.src.charCodeAt(start) !== 0x3a || isTooDeep(state)) return false;
  return fencedKinds.has(opener.exec(textOf(state, line))?.[2]?.toLowerCase() ?? "");
}

function textOf(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trimEnd();
}

/** Where a container ends; every container met on the way is paired as well, so that no line is read twice. */
function closingLine(state: StateBlock, startLine: number, endLine: number): number | null {
  const known = pairs.get(state) ?? new Map<number, number | null>();
  pairs.set(state, known);
  const paired = known.get(startLine);
  if (paired !== undefined && (paired === null || paired < endLine)) return paired;

  const open: { readonly line: number; readonly colons: number }[] = [];
  let fence: string | null = null;
  for (let line = startLine; line < endLine; line++) {
    const text = textOf(state, line);
    if (line > startLine && text !== "" && (state.sCount[line] ?? 0) < state.blkIndent) break;
    const mark = /^(`{3,}(?!.*`)|~{3,})/.exec(text)?.[1];
    if (fence !== null) {
      if (mark && mark.startsWith(fence) && text === mark) fence = null;
      continue;
    }
    if (mark) fence = mark;
    const opened = opener.exec(text);
    if (opened && fencedKinds.has(opened[2]?.toLowerCase() ?? "")) open.push({ line, colons: opened[1]?.length ?? 0 });
    const closed = closer.exec(text)?.[1]?.length;
    if (closed === undefined) continue;
    closeInnermost(open, closed, line, known);
    if (open.length === 0) break;
  }
  for (const { line } of open) known.set(line, null);
  return known.get(startLine) ?? null;
}

/** As many colons as an opener's close that opener, and leave those inside it open for ever; else the innermost. */
function closeInnermost(
  open: { readonly line: number; readonly colons: number }[],
  colons: number,
  line: number,
  known: Map<number, number | null>,
): void {
  const same = open.findLastIndex((opened) => opened.colons === colons);
  const [closed, ...unclosed] = open.splice(same < 0 ? open.length - 1 : same);
  if (closed) known.set(closed.line, line);
  for (const inner of unclosed) known.set(inner.line, null);
}

function neverClosed(state: StateBlock, line: number, name: string): false {
  const page = pageContext(state.env);
  reportFenceNeverClosed(page, name, placeOfLine(page, pageLine(state, line)));
  return false;
}

function unknownName(state: StateBlock, line: number, name: string, silent: boolean): false {
  if (silent) return false;
  const page = pageContext(state.env);
  reportUnknownContainer(page, name, placeOfLine(page, pageLine(state, line)));
  return false;
}

function strayCloser(state: StateBlock, line: number, silent: boolean): boolean {
  if (silent) return true;
  const page = pageContext(state.env);
  reportStrayContainerEnd(page, placeOfLine(page, pageLine(state, line)));
  state.line = line + 1;
  return true;
}
