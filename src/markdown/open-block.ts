import { noProse } from "../model/text-block.ts";
import type { ListItem, TextBlock, TextBlockKind, TextRun } from "../model/text-block.ts";
import type { WrittenPiece } from "./text-places.ts";

/** Something that is open while the words of a page are read: an element, or a container of ours. */
export interface OpenElement {
  /** Its tag, or the type of a container's token. */
  readonly name: string;
  readonly isBlock: boolean;
  readonly kind?: TextBlockKind | undefined;
  readonly level?: number | null;
  readonly lang: string | null;
  readonly isExpander?: boolean;
}

/** Where a piece of a source stands in the file, counted from 1. */
export type PlaceOf = (piece: WrittenPiece) => { readonly line: number; readonly column: number } | null;

/** An element, with what is known of what stands in it. */
export interface Frame extends OpenElement {
  /** Counted on the page. */
  readonly number: number;
  /** For lists. */
  readonly list: ListItem["list"] | null;
  /** The expander that it is, or stands in: counted from 0 on the page. */
  readonly expander: number | null;
  items: number;
  /** For items of lists: whether a block of theirs has been read. */
  hasBlock: boolean;
}

/** A block whose words are being read. */
export interface OpenBlock {
  /** Of the part of the page that its first words stand in; `null` before them. */
  line: number | null;
  text: string;
  prose: string;
  readonly runs: TextRun[];
  needsSpace: boolean;
}

/** E-mail and web addresses. Every part has a longest length, so that no text takes long to read. */
const addresses =
  /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|https?:\/\/\S+|(?<![\w.-])(?:[a-z0-9-]{1,63}\.){1,8}(?:com|cymru|gov|info|io|net|org|uk|wales)(?![\w-])(?:\/\S*)?/gi;

/** @returns a block without words */
export function emptyBlock(): OpenBlock {
  return { line: null, text: "", prose: "", runs: [], needsSpace: false };
}

/** Adds words to a block, white space made single. @param placeOf - `null` for words that are no prose */
export function addPiece(block: OpenBlock, piece: WrittenPiece, placeOf: PlaceOf, frames: readonly Frame[]): void {
  const isEntity = piece.length !== piece.text.length;
  for (const { 0: words, index } of piece.text.matchAll(/\S+(?: \S+)*|\s+/g)) {
    if (words.trim() === "") {
      block.needsSpace = true;
      continue;
    }
    if (block.needsSpace && block.text !== "") {
      block.text += " ";
      block.prose += " ";
    }
    block.needsSpace = false;
    const source = isEntity ? piece : { text: words, offset: piece.offset + index, length: words.length };
    const place = placeOf(source);
    if (place !== null) {
      block.runs.push({
        offset: block.text.length,
        length: words.length,
        ...place,
        sourceLength: source.length,
        isEmphasised: frames.some(({ name }) => name === "em" || name === "i"),
        isBold: frames.some(({ name }) => name === "strong" || name === "b"),
        isLink: frames.some(({ name }) => name === "a"),
      });
    }
    block.text += words;
    block.prose += place === null ? words.replace(/\S/g, noProse) : words;
  }
}

/** The block as it stands. @param kindOf - the innermost element that says what it is */
export function finish(
  file: string,
  { line, text, prose, runs }: OpenBlock,
  frames: readonly Frame[],
  kindOf: Frame | undefined,
): TextBlock {
  const list = kindOf?.name === "li" ? frames.findLast((frame) => frame.list !== null) : undefined;
  return {
    kind: kindOf?.kind ?? "paragraph",
    file,
    line: line ?? 1,
    level: kindOf?.level ?? null,
    text,
    prose: withoutAddresses(prose),
    lang: frames.findLast(({ isBlock, lang }) => isBlock && lang !== null)?.lang ?? null,
    expander: frames.at(-1)?.expander ?? null,
    item: list?.list ? { list: list.list, position: list.items - 1, isFirst: !kindOf!.hasBlock } : null,
    runs,
  };
}

function withoutAddresses(prose: string): string {
  if (!/[@.:]\S/.test(prose)) return prose;
  return prose.replace(addresses, (address) => noProse.repeat(address.length));
}
