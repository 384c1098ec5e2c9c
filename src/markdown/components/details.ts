import { startTag } from "./start-tag.ts";
import type { OwnAttributes } from "./start-tag.ts";

/** What stands before the summary's words: nhsuk-frontend's details and expander. */
export function detailsStart(own: OwnAttributes, open: boolean): string {
  return (
    `${startTag("details", "nhsuk-details", own, open)}\n<summary class="nhsuk-details__summary">\n` +
    `<span class="nhsuk-details__summary-text">\n`
  );
}

/** What stands between the summary's words and the body. */
export const detailsMiddle = `\n</span>\n</summary>\n<div class="nhsuk-details__text">\n`;

/** What stands after the body. */
export const detailsEnd = `</div>\n</details>\n`;
