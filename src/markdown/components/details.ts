import { escapeText } from "../html-tags.ts";

/** Words that open: nhsuk-frontend's details and expander, in three parts around the summary and the body. */
export interface DetailsOptions {
  /** Classes besides `nhsuk-details`: `nhsuk-expander`. */
  readonly classes: readonly string[];
  readonly id: string | null;
  readonly open: boolean;
  readonly lang?: string | null;
}

/** What stands before the summary's words. */
export function detailsStart({ classes, id, open, lang }: DetailsOptions): string {
  const names = ["nhsuk-details", ...classes.filter((name) => name !== "nhsuk-details")].join(" ");
  const attributes = [`class="${escapeText(names)}"`];
  if (id !== null) attributes.push(`id="${escapeText(id)}"`);
  if (lang) attributes.push(`lang="${escapeText(lang)}"`);
  if (open) attributes.push("open");
  return (
    `<details ${attributes.join(" ")}>\n<summary class="nhsuk-details__summary">\n` +
    `<span class="nhsuk-details__summary-text">\n`
  );
}

/** What stands between the summary's words and the body. */
export const detailsMiddle = `\n</span>\n</summary>\n<div class="nhsuk-details__text">\n`;

/** What stands after the body. */
export const detailsEnd = `</div>\n</details>\n`;
