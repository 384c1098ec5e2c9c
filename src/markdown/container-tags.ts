import { kindOfTag } from "./container-kinds.ts";
import type { ContainerKind } from "./container-kinds.ts";

/** A pair of tags around words, by offsets into the text that it stands in. */
export interface TagPair {
  /** The start tag as it is written. */
  readonly tag: string;
  /** Where the start tag starts, and the first character after it. */
  readonly start: number;
  readonly startEnd: number;
  /** Where the end tag starts, and the first character after it. */
  readonly end: number;
  readonly endEnd: number;
}

/** A pair of tags that is a container of ours. */
export interface RawContainer extends TagPair {
  readonly kind: ContainerKind;
  /** The first character after the outermost HTML list, table or box around it; `endEnd` where there is none. */
  readonly surroundingEnd: number;
}

/** The containers of a text, in order of their start tags. */
export interface RawContainers {
  readonly byStart: ReadonlyMap<number, RawContainer>;
  readonly starts: readonly number[];
}

const none: RawContainers = { byStart: new Map(), starts: [] };

/** Elements whose nesting decides which end tag belongs to which start tag. */
const names = "details|div|section|ul|ol|li|table|thead|tbody|tr|td|th|dl|dd";
const tagPattern = new RegExp(
  `<!--|<(?<verbatim>pre|script|style|textarea)(?=[\\s>])|` +
    `(?<!\\\\)<(?<slash>/?)(?<name>${names})(?=[\\s/>])(?:"[^"]*"|'[^']*'|[^'"<>])*>`,
  "gi",
);

/** Nothing closes a tag that stands deeper than this; a guard for texts of nothing but tags. */
const deepest = 200;

/**
 * Finds the expanders, insets, warnings and care cards that a text writes as HTML. Tags in fences, code spans and
 * comments do not count.
 *
 * @param text - Markdown; quote marks and list markers may stand before tags
 */
export function findRawContainers(text: string): RawContainers {
  if (!/<(?:details|div|section)[\s>]/i.test(text)) return none;
  const containers: RawContainer[] = [];
  for (const opened of pairTags(withoutCode(text))) {
    const pair = tagPair(opened, text);
    const kind = pair && kindOfTag(pair.tag);
    if (!pair || !kind) continue;
    containers.push({ ...pair, kind, surroundingEnd: opened.outermost?.endEnd ?? pair.endEnd });
  }
  return {
    byStart: new Map(containers.map((container) => [container.start, container])),
    starts: containers.map(({ start }) => start),
  };
}

interface OpenedTag {
  readonly name: string;
  readonly start: number;
  readonly startEnd: number;
  /** `null` where nothing closes it. */
  end: number | null;
  endEnd: number | null;
  /** The outermost element around it. */
  readonly outermost: OpenedTag | null;
}

/** The tags of a text that open elements, in order, each with what closes it. */
function pairTags(text: string): readonly OpenedTag[] {
  const opened: OpenedTag[] = [];
  const open: OpenedTag[] = [];
  const closers = new Map<string, boolean>();
  tagPattern.lastIndex = 0;
  for (let match = tagPattern.exec(text); match !== null; match = tagPattern.exec(text)) {
    const { verbatim, slash, name } = match.groups ?? {};
    const start = match.index;
    const startEnd = start + match[0].length;
    if (name === undefined) {
      tagPattern.lastIndex = verbatimEnd(text, startEnd, verbatim ?? "", closers);
    } else if (slash === "") {
      const tag = { name: name.toLowerCase(), start, startEnd, end: null, endEnd: null, outermost: open[0] ?? null };
      opened.push(tag);
      open.push(tag);
    } else {
      const index = indexOfOpen(open, name.toLowerCase());
      const tag = open[index];
      if (tag === undefined) continue;
      open.length = index;
      tag.end = start;
      tag.endEnd = startEnd;
    }
  }
  return opened;
}

/** Where a comment (`""`) or an element whose words are no HTML ends; where it starts if nothing closes it. */
function verbatimEnd(text: string, from: number, name: string, closers: Map<string, boolean>): number {
  if (closers.get(name) === false) return from;
  const closer = name === "" ? /-->/g : new RegExp(`</${name}\\s*>`, "gi");
  closer.lastIndex = from;
  const found = closer.exec(text) !== null;
  closers.set(name, found);
  return found ? closer.lastIndex : from;
}

/** An end tag never reaches out of the expander that it stands in. */
function indexOfOpen(open: readonly OpenedTag[], name: string): number {
  for (let index = open.length - 1; index >= Math.max(0, open.length - deepest); index--) {
    if (open[index]?.name === name) return index;
    if (open[index]?.name === "details") return -1;
  }
  return -1;
}

function tagPair({ start, startEnd, end, endEnd }: OpenedTag, text: string): TagPair | null {
  if (end === null || endEnd === null) return null;
  const tag = text.slice(start, startEnd);
  return /\sclass\s*=|^<details/i.test(tag) ? { tag, start, startEnd, end, endEnd } : null;
}

/** The pairs of tags of a text that have classes, in order of their start tags. */
export function findTagPairs(text: string): readonly TagPair[] {
  return pairTags(withoutCode(text)).flatMap((opened) => tagPair(opened, text) ?? []);
}

const fence = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}(?!.*`)|~{3,})/;

/** A text with the words of fences and code spans blotted out, offset for offset. */
function withoutCode(text: string): string {
  if (!/[`~]/.test(text)) return text;
  let open: string | null = null;
  return text
    .split("\n")
    .map((line) => {
      if (open === null) {
        open = fence.exec(line)?.[1] ?? null;
        return open === null ? withoutCodeSpans(line) : " ".repeat(line.length);
      }
      const close = /^[\s>]*(`{3,}|~{3,})\s*$/.exec(line)?.[1];
      if (close !== undefined && close[0] === open[0] && close.length >= open.length) open = null;
      return " ".repeat(line.length);
    })
    .join("\n");
}

/** Blots out the code spans of one line; a span over several lines is seldom and stays. */
function withoutCodeSpans(line: string): string {
  if (!line.includes("<") || !line.includes("`")) return line;
  const runs = [...line.matchAll(/`+/g)].map((run) => ({ start: run.index, length: run[0].length }));
  const next = new Map<number, number>();
  const partners: (number | undefined)[] = [];
  for (let index = runs.length - 1; index >= 0; index--) {
    const length = runs[index]?.length ?? 0;
    partners[index] = next.get(length);
    next.set(length, index);
  }
  let masked = "";
  let end = 0;
  for (let index = 0; index < runs.length; index++) {
    const partner = runs[partners[index] ?? -1];
    const run = runs[index];
    if (!run || !partner) continue;
    masked += line.slice(end, run.start);
    end = partner.start + partner.length;
    masked += " ".repeat(end - run.start);
    index = partners[index] ?? index;
  }
  return masked + line.slice(end);
}
