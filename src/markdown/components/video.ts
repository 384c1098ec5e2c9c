import { startTag } from "./start-tag.ts";
import type { OwnAttributes } from "./start-tag.ts";

/** A video that stands elsewhere, with a way to it and its transcript: what stands before its title. */
export function videoStart(own: OwnAttributes): string {
  return `${startTag("figure", "app-video", own)}\n<figcaption class="app-video__title">`;
}

/** What stands between its title and the rest. */
export const videoMiddle = `</figcaption>\n`;

/** What stands after the rest. */
export const videoEnd = `</figure>\n`;
