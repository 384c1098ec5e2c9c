import type { TextBlock } from "../model/text-block.ts";
import { addPiece, emptyBlock, finish } from "./open-block.ts";
import type { Frame, OpenBlock, OpenElement, PlaceOf } from "./open-block.ts";
import type { WrittenPiece } from "./text-places.ts";

/** Puts the blocks of a page together while it is read from front to back. */
export interface TextBlockBuilder {
  /** Says where what comes next starts in the file, counted from 1. */
  readonly startAt: (line: number) => void;
  readonly open: (element: OpenElement) => void;
  /** Closes the innermost element of a name, and all inside it; nothing where there is none. */
  readonly close: (name: string) => void;
  /** Words of the editor's. @param placeOf - `null` for a place that holds something else after all */
  readonly words: (pieces: readonly WrittenPiece[], placeOf: PlaceOf) => void;
  /** Something that is no prose. */
  readonly other: (text: string) => void;
  readonly space: () => void;
  /** Something that is no words and stands between blocks: no list follows what stands before it. */
  readonly between: () => void;
  /** Ends what is open, and gives the blocks. */
  readonly end: () => readonly TextBlock[];
}

const hidden = /^(?:code|kbd|samp|var|pre|script|style|textarea|template|title|abbr|math|svg)$/;

/** Further in, elements count as those around them. */
const deepest = 200;

/** What has been read so far. */
interface Progress {
  readonly file: string;
  readonly blocks: TextBlock[];
  readonly frames: Frame[];
  block: OpenBlock;
  /** Where what is being read starts in the file. */
  line: number;
  /** Frames and lists that have been opened. */
  numbers: number;
  lists: number;
  expanders: number;
  /** The block before, and the element that it stands in. */
  before: { readonly block: TextBlock; readonly within: number } | null;
}

/** @returns a builder that has read nothing yet */
export function buildTextBlocks(file: string): TextBlockBuilder {
  const progress = unread(file);
  const { frames, blocks } = progress;
  return {
    startAt: (line) => {
      progress.line = line;
    },
    open: (element) => open(progress, element),
    close: (name) => close(progress, name),
    words: (pieces, placeOf) => {
      const isProse = isJudged(frames);
      progress.block.line ??= progress.line;
      for (const piece of pieces) addPiece(progress.block, piece, isProse ? placeOf : () => null, frames);
    },
    other: (text) => {
      progress.block.line ??= progress.line;
      addPiece(progress.block, { text, offset: 0, length: text.length }, () => null, frames);
    },
    space: () => {
      progress.block.needsSpace = true;
    },
    between: () => {
      flush(progress);
      progress.before = null;
    },
    end: () => {
      flush(progress);
      return blocks;
    },
  };
}

/** Nothing has been read of the file. */
function unread(file: string): Progress {
  return {
    file,
    blocks: [],
    frames: [],
    block: emptyBlock(),
    line: 1,
    numbers: 0,
    lists: 0,
    expanders: 0,
    before: null,
  };
}

function open(progress: Progress, element: OpenElement): void {
  const { frames } = progress;
  if (element.isBlock) {
    flush(progress);
    // Bold words and the like end with their block, whatever an editor forgot to close.
    while (frames.at(-1)?.isBlock === false) frames.pop();
  }
  const expander = element.isExpander ? progress.expanders++ : (frames.at(-1)?.expander ?? null);
  if (frames.length >= deepest) return;
  const isList = element.name === "ul" || element.name === "ol";
  const { before } = progress;
  const leadIn = isList && before?.within === innermost(frames) ? before.block : null;
  const list = isList ? { number: progress.lists++, isNumbered: element.name === "ol", leadIn } : null;
  if (element.name === "li") {
    const parent = frames.findLast((frame) => frame.list !== null);
    if (parent) parent.items++;
  }
  frames.push({ ...element, number: ++progress.numbers, list, expander, items: 0, hasBlock: false });
}

function close(progress: Progress, name: string): void {
  const { frames } = progress;
  const index = frames.findLastIndex((frame) => frame.name === name);
  if (index < 0) return;
  if (frames.slice(index).some(({ isBlock }) => isBlock)) flush(progress);
  frames.length = index;
  if (name === "table") progress.before = null;
}

/** Ends the block that is open. One of nothing but pictures is none, and no list follows it. */
function flush(progress: Progress): void {
  const { file, block, frames, blocks } = progress;
  if (/^[\s\uFFFC]*$/.test(block.text)) progress.before = block.text === "" ? progress.before : null;
  else {
    const kindOf = frames.findLast(({ kind }) => kind !== undefined);
    const made = finish(file, block, frames, kindOf);
    blocks.push(made);
    progress.before = { block: made, within: innermost(frames) };
    if (kindOf?.name === "li") kindOf.hasBlock = true;
  }
  progress.block = emptyBlock();
}

/** The number of the element that blocks stand in now; paragraphs do not count. */
function innermost(frames: readonly Frame[]): number {
  return frames.findLast(({ isBlock, name }) => isBlock && name !== "p")?.number ?? 0;
}

/** Whether words that come now are prose in the language of their block. */
function isJudged(frames: readonly Frame[]): boolean {
  return !frames.some(({ name, isBlock, lang }) => hidden.test(name) || (!isBlock && lang !== null));
}
