import { componentWords } from "./component-words.ts";

/** What stands before the words of nhsuk-frontend's inset text. */
export const insetTextStart = `<div class="nhsuk-inset-text">\n<span class="nhsuk-u-visually-hidden">${componentWords.inset}: </span>\n`;

/** What stands after them. */
export const insetTextEnd = `</div>\n`;
