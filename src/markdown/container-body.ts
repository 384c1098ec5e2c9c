import type { MarkdownIt, StateBlock } from "markdown-it";
import { dedent } from "./dedent.ts";

interface Body {
  /** The line of the page on which it starts, from 0. */
  readonly firstLine: number;
  /** How many containers it stands in. */
  readonly depth: number;
  /** Its lines that end the paragraph before them, from 0. */
  readonly starts: ReadonlySet<number>;
}

/** For states that read the body of a container. */
const bodies = new WeakMap<StateBlock, Body>();

/** Ends paragraphs in containers where their editor's indent says so. */
export function containerBodies(md: MarkdownIt): void {
  md.block.ruler.before(
    "paragraph",
    "container_line",
    (state, startLine, _endLine, silent) => silent && (bodies.get(state)?.starts.has(startLine) ?? false),
    { alt: ["paragraph", "reference", "blockquote"] },
  );
}

/** The line of the page that a state's own line is, both from 0. */
export function pageLine(state: StateBlock, line: number): number {
  return (bodies.get(state)?.firstLine ?? 0) + line;
}

/** Whether a state stands in so many containers that none is read inside any more: its markup shows instead. */
export function isTooDeep(state: StateBlock): boolean {
  return (bodies.get(state)?.depth ?? 0) >= 20;
}

/** Whether a state reads the body of a container, where indented lines are never code. */
export function isInContainer(state: StateBlock): boolean {
  return bodies.has(state);
}

/**
 * Reads the lines inside a container as Markdown, and adds what they hold to the state's tokens.
 *
 * @param state - the state that the container stands in
 * @param lines - as they stand in the file, without quote marks of blockquotes around the container
 * @param firstLine - the state's line that `lines[0]` is (a part of)
 */
export function parseContainerBody(state: StateBlock, lines: readonly string[], firstLine: number): void {
  const dedented = dedent(lines);
  const body = new state.md.block.State(dedented.lines.join("\n"), state.md, state.env, state.tokens);
  const depth = (bodies.get(state)?.depth ?? 0) + 1;
  bodies.set(body, { firstLine: pageLine(state, firstLine), depth, starts: dedented.starts });
  body.level = state.level;
  const from = state.tokens.length;
  state.md.block.tokenize(body, 0, body.lineMax);
  for (const token of state.tokens.slice(from)) {
    if (token.map) token.map = [token.map[0] + firstLine, token.map[1] + firstLine];
  }
}
