import { blockElements, endedBy, voidElements } from "./allowed-html.ts";
import type { DroppedTag } from "./faults/dropped-html.ts";
import { reportDetailsNeverClosed } from "./faults/expander-never-closed.ts";
import { reportUnclosedElement } from "./faults/unclosed-element.ts";
import type { PageContext, Place } from "./page-context.ts";

/** An element that an editor opened as HTML, and has not closed yet. */
interface OpenElement {
  readonly name: string;
  readonly place: Place;
}

/**
 * The HTML elements that are open at a point of the page, outermost first. `floors` are the numbers of those that were
 * open when each block of Markdown around the point began: nothing inside a block can close what stands outside.
 */
export interface OpenElements {
  readonly elements: OpenElement[];
  readonly floors: number[];
  /** Paragraphs that a block inside them ended: their end tags are let go without a word. */
  endedParagraphs: number;
  /** The start tags of each name that have been dropped, `null` for controls: their end tags go without a word. */
  readonly dropped: Map<string, (DroppedTag | null)[]>;
}

/** The start of a page: nothing is open. */
export function noOpenElements(): OpenElements {
  return { elements: [], floors: [0], endedParagraphs: 0, dropped: new Map() };
}

/** Elements that go on until their parent ends: nobody needs to close them. */
const optionalEnd = new Set([...endedBy.keys(), "tfoot", "colgroup", "rt", "rp"]);

/**
 * Opens an element.
 *
 * @returns the end tags of those that it ends by starting
 */
export function openElement(open: OpenElements, name: string, place: Place): string {
  const floor = open.floors.at(-1) ?? 0;
  let ended = "";
  if (blockElements.has(name)) ended += endParagraph(open);
  for (let top = open.elements.at(-1); top && open.elements.length > floor; top = open.elements.at(-1)) {
    if (endedBy.get(top.name)?.has(name) !== true) break;
    ended += endTags(open.elements.splice(-1));
  }
  if (!voidElements.has(name)) open.elements.push({ name, place });
  return ended;
}

/**
 * Ends the paragraph that a block starts in.
 *
 * @returns its end tag, behind those of what is open in it; `""` where no paragraph is open
 */
export function endParagraph(open: OpenElements): string {
  const index = lastOpen(open, "p");
  if (index < 0) return "";
  open.endedParagraphs++;
  return endTags(open.elements.splice(index));
}

/**
 * Closes an element.
 *
 * @returns its end tag, behind the end tags that were left out; `null` where no such element is open
 */
export function closeElement(page: PageContext, open: OpenElements, name: string): string | null {
  const index = lastOpen(open, name);
  if (index < 0) return null;
  const closed = open.elements.splice(index);
  for (const element of closed.slice(1)) reportUnclosed(page, element);
  return endTags(closed);
}

/** Elements deeper than this inside another are too many for any page: a guard for texts of nothing but tags. */
const deepest = 100;

/** The innermost open element of a name in the block that is being read; -1 where there is none. */
function lastOpen({ elements, floors }: OpenElements, name: string): number {
  const lowest = Math.max(floors.at(-1) ?? 0, elements.length - deepest);
  for (let index = elements.length - 1; index >= lowest; index--) if (elements[index]?.name === name) return index;
  return -1;
}

/** Starts a block of Markdown. */
export function enterBlock(open: OpenElements): void {
  open.floors.push(open.elements.length);
}

/**
 * Ends a block of Markdown, or the page.
 *
 * @returns the end tags of what was opened in it and not closed
 */
export function leaveBlock(page: PageContext, open: OpenElements): string {
  const unclosed = open.elements.splice(open.floors.pop() ?? 0);
  for (const element of unclosed) reportUnclosed(page, element);
  return endTags(unclosed);
}

function endTags(elements: readonly OpenElement[]): string {
  return elements
    .map(({ name }) => `</${name}>`)
    .toReversed()
    .join("");
}

function reportUnclosed(page: PageContext, { name, place }: OpenElement): void {
  if (name === "details") reportDetailsNeverClosed(page, place);
  else if (!optionalEnd.has(name)) reportUnclosedElement(page, name, place);
}
