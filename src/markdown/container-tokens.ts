import MarkdownIt from "markdown-it";
import type { StateBlock, Token } from "markdown-it";
import type { Token as HtmlToken } from "parse5";
import type { ContainerKind } from "./container-kinds.ts";

/** What a container's opening token knows of it, in `meta`. */
export interface Container {
  readonly kind: ContainerKind;
  /** The tag it was written as; `null` for `:::`. */
  readonly tag: HtmlToken.TagToken | null;
  readonly hasHeading: boolean;
  /** The level of its heading; `null` until `container-facts.ts` has given it one. */
  level: number | null;
  /** The words of its heading; `""` until they have been read. */
  headingText: string;
  /** Its id; `null` for those that need none. */
  id: string | null;
  /** Class names of the editor's own. */
  classes: readonly string[];
  lang: string | null;
  /** Whether it stands open at first. */
  isOpen: boolean;
}

/** What stands before a container's body: words, and the state's line on which they start. */
export interface HeadingWords {
  readonly text: string;
  readonly line: number;
  readonly level: number | null;
}

/**
 * Adds the tokens of a container to a state.
 *
 * @param lines - the state's lines that the container takes up; the last one excluded
 * @param parseBody - adds the tokens of the body
 */
export function pushContainer(
  state: StateBlock,
  container: {
    readonly kind: ContainerKind;
    readonly tag: HtmlToken.TagToken | null;
    readonly heading: HeadingWords | null;
    /** Attributes that braces give it, not judged yet. */
    readonly attributes?: readonly [name: string, value: string][] | null;
  },
  lines: readonly [number, number],
  parseBody: () => void,
): void {
  const { kind, tag, heading } = container;
  const open = state.push("container_open", "div", 1);
  open.map = [...lines];
  open.meta = { container: newContainer(kind, tag, heading) };
  if (container.attributes) open.attrs = [...container.attributes];
  if (heading) {
    state.push("container_heading_open", "div", 1).meta = open.meta;
    const words = state.push("inline", "", 0);
    words.content = heading.text;
    words.map = [heading.line, heading.line + heading.text.split("\n").length];
    words.children = [];
    state.push("container_heading_close", "div", -1).meta = open.meta;
  }
  parseBody();
  state.push("container_close", "div", -1).meta = open.meta;
}

/** A container of which nothing is known yet but how it is written. */
export function newContainer(
  kind: ContainerKind,
  tag: HtmlToken.TagToken | null,
  heading: HeadingWords | null,
): Container {
  return {
    kind,
    tag,
    hasHeading: heading !== null,
    level: heading?.level ?? null,
    headingText: "",
    id: null,
    classes: kind === "expander" && tag === null ? ["nhsuk-expander"] : [],
    lang: null,
    isOpen: false,
  };
}

/**
 * Puts tokens into an expander of our own making.
 *
 * @param map - the lines that it counts as standing on
 */
export function wrapInExpander(summary: string, body: readonly Token[], map: Token["map"]): Token[] {
  const container = newContainer("expander", null, { text: summary, line: 0, level: null });
  const token = (type: string, nesting: -1 | 0 | 1): Token =>
    Object.assign(new MarkdownIt.Token(type, "div", nesting), { meta: { container }, map, block: true });
  const text = Object.assign(new MarkdownIt.Token("text", "", 0), { content: summary });
  const words = Object.assign(new MarkdownIt.Token("inline", "", 0), { content: summary, children: [text], map });
  const heading = [token("container_heading_open", 1), words, token("container_heading_close", -1)];
  return [token("container_open", 1), ...heading, ...body, token("container_close", -1)];
}

/**
 * Changes what stands inside containers of some kinds.
 *
 * @param rewrite - gets the opening token and the tokens inside, and gives back those that take the place of the latter
 */
export function rewriteContainers(
  tokens: readonly Token[],
  kinds: ReadonlySet<ContainerKind>,
  rewrite: (open: Token, inside: readonly Token[]) => readonly Token[],
): Token[] {
  const written: Token[] = [];
  const starts: number[] = [];
  for (const token of tokens) {
    const wanted = kinds.has(containerOf(token)?.kind ?? ("" as ContainerKind));
    if (wanted && token.type === "container_close") {
      const start = starts.pop() ?? 0;
      const open = written[start];
      const inside = written.splice(start + 1);
      if (open) for (const inner of rewrite(open, inside)) written.push(inner);
    }
    written.push(token);
    if (wanted && token.type === "container_open") starts.push(written.length - 1);
  }
  return written;
}

/** The container that one of its tokens belongs to; `null` for other tokens. */
export function containerOf(token: Token): Container | null {
  return (token.meta?.["container"] as Container | undefined) ?? null;
}
