import { componentWords } from "./component-words.ts";
import { startTag } from "./start-tag.ts";
import type { OwnAttributes } from "./start-tag.ts";

/** What stands before the words of nhsuk-frontend's inset text. */
export function insetTextStart(own: OwnAttributes): string {
  const hidden = `<span class="nhsuk-u-visually-hidden">${componentWords.inset}: </span>\n`;
  return `${startTag("div", "nhsuk-inset-text", own)}\n${hidden}`;
}

/** What stands after them. */
export const insetTextEnd = `</div>\n`;
