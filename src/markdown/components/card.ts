import { hiddenWords } from "./component-words.ts";
import type { ComponentWords } from "./component-words.ts";
import { startTag } from "./start-tag.ts";
import type { OwnAttributes } from "./start-tag.ts";

/** The cards of nhsuk-frontend that editors can use. */
export type CardKind = "warning" | "non-urgent" | "urgent" | "emergency" | "feature";

/** A card with a heading, in three parts around the heading's words and the body. */
export interface CardMarkup {
  readonly start: string;
  readonly middle: string;
  readonly end: string;
}

const spoken = {
  warning: "warning",
  "non-urgent": "nonUrgent",
  urgent: "urgent",
  emergency: "emergency",
} as const satisfies Readonly<Record<Exclude<CardKind, "feature">, keyof ComponentWords>>;

/**
 * The markup of a card. What the colour of a card says is said in hidden words too, unless the heading says it itself.
 *
 * @param level - of the heading, 2 to 6
 * @param heading - its words, without markup
 */
export function card(
  kind: CardKind,
  level: number,
  heading: string,
  own: OwnAttributes,
  words: ComponentWords,
): CardMarkup {
  const silent = kind === "feature" || (kind === "warning" && words.saysWarning.test(heading));
  const before = silent ? "" : `<span role="text">\n${hiddenWords(words[spoken[kind]], words)}`;
  const after = silent ? "" : `\n</span>`;
  const title = `<h${level} class="nhsuk-card__heading">\n${before}`;
  const titleEnd = `${after}\n</h${level}>\n`;
  const end = `</div>\n</div>\n`;
  if (kind === "warning" || kind === "feature") {
    const content = `${startTag("div", `nhsuk-card nhsuk-card--${kind}`, own)}\n<div class="nhsuk-card__content">\n`;
    return { start: content + title, middle: titleEnd, end };
  }
  return {
    start: `${startTag("div", `nhsuk-card nhsuk-card--care nhsuk-card--care--${kind}`, own)}\n<div class="nhsuk-card__heading-container">\n${title}`,
    middle: `${titleEnd}<span class="nhsuk-card--care__arrow" aria-hidden="true"></span>\n</div>\n<div class="nhsuk-card__content">\n`,
    end,
  };
}

/** The words of a card that was written without a heading. */
export function defaultHeading(kind: Exclude<CardKind, "feature">, words: ComponentWords): string {
  return words[spoken[kind]];
}
