import { columnWidth, offeredFormats } from "../../model/picture.ts";
import type { Picture } from "../../model/picture.ts";
import { escapeText } from "../html-tags.ts";

/** Classes of nhsuk-frontend's images. */
export const pictureClasses = {
  figure: "nhsuk-image",
  img: "nhsuk-image__img",
  caption: "nhsuk-image__caption",
} as const;

/** The margins at both sides of a page on a small screen, in CSS pixels. */
const pageMargins = 32;

/**
 * A picture, and where there are several widths and formats of it, a choice for the browser. Never wider than the column
 * of words.
 *
 * @param attributes - of the `img`, with its `width`
 * @param hrefOf - the href of a file, by its path in the output folder
 */
export function pictureTag(
  { variants }: Picture,
  attributes: readonly (readonly [name: string, value: string])[],
  hrefOf: (path: string) => string,
): string {
  const img = `<img${attributes.map(([name, value]) => ` ${name}="${escapeText(value)}"`).join("")}>`;
  if (variants.length === 0) return img;
  const width = Number(attributes.find(([name]) => name === "width")?.[1] ?? columnWidth);
  const shown = Math.min(width, columnWidth);
  const sizes = `(min-width: ${shown + pageMargins}px) ${shown}px, calc(100vw - ${pageMargins}px)`;
  const sources = offeredFormats.map((format) => {
    const files = variants.filter((variant) => variant.format === format);
    const srcset = files.map(({ path, width }) => `${hrefOf(path)} ${width}w`).join(", ");
    return `<source type="image/${format}" srcset="${escapeText(srcset)}" sizes="${sizes}">`;
  });
  return `<picture>${sources.join("")}${img}</picture>`;
}

/** The words under a picture. */
export function captionTag(words: string): string {
  return `\n<figcaption class="${pictureClasses.caption}">${escapeText(words)}</figcaption>\n`;
}
