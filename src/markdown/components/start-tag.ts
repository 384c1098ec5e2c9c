import { escapeText } from "../html-tags.ts";

/** What an editor may give to a component as a whole. */
export interface OwnAttributes {
  readonly id: string | null;
  /** Besides the component's own. */
  readonly classes: readonly string[];
  /** A BCP 47 tag. */
  readonly lang: string | null;
}

/**
 * The start tag of a component.
 *
 * @param base - its own class names, which come first and are not repeated
 * @param open - whether it is a `details` that stands open
 */
export function startTag(element: string, base: string, { id, classes, lang }: OwnAttributes, open = false): string {
  const names = [...new Set([...base.split(" "), ...classes])].join(" ");
  const attributes = [`class="${escapeText(names)}"`];
  if (id !== null) attributes.push(`id="${escapeText(id)}"`);
  if (lang !== null) attributes.push(`lang="${escapeText(lang)}"`);
  if (open) attributes.push("open");
  return `<${element} ${attributes.join(" ")}>`;
}
