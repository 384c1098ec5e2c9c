import { hiddenWords } from "./component-words.ts";
import type { ComponentWords } from "./component-words.ts";
import { startTag } from "./start-tag.ts";
import type { OwnAttributes } from "./start-tag.ts";

/** What stands before the words of nhsuk-frontend's inset text. */
export function insetTextStart(own: OwnAttributes, words: ComponentWords): string {
  return `${startTag("div", "nhsuk-inset-text", own)}\n${hiddenWords(words.inset, words)}\n`;
}

/** What stands after them. */
export const insetTextEnd = `</div>\n`;
