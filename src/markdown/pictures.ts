import type { MarkdownIt as Parser, StateCore, Token } from "markdown-it";
import { linkTarget, publishedHref } from "../model/address.ts";
import type { Picture } from "../model/picture.ts";
import type { Reading } from "./body-facts.ts";
import type { Cleaner } from "./clean-html.ts";
import { captionTag, pictureClasses, pictureTag } from "./components/picture.ts";
import { placeOfPicture } from "./link-places.ts";
import { checkTarget, publishedTarget, setAddress } from "./links.ts";
import { ownHtml } from "./own-html.ts";
import { reportNoWords } from "./faults/missing-alternative-text.ts";
import { pageContext } from "./page-context.ts";
import type { PageContext, Place } from "./page-context.ts";

type Attributes = readonly (readonly [name: string, value: string])[];

/**
 * Pictures of the content folder get their size, and a choice of widths and formats. One that stands alone in its
 * paragraph is nhsuk-frontend's image, with its title as the words under it. Other pictures stay as CommonMark has them.
 */
export function pictures(md: Parser): void {
  md.core.ruler.push("figures", figures);
  const plain = md.renderer.rules.image;
  md.renderer.rules.image = (tokens, index, options, env, self) => {
    const token = tokens[index]!;
    const page = pageContext(env ?? {});
    const picture = pictureOf(page, String(token.meta?.src ?? ""));
    if (picture === null) return plain?.(tokens, index, options, env, self) ?? "";
    const alt = self.renderInlineAsText(token.children ?? [], options, env);
    const attributes = (token.attrs ?? []).map(
      ([name, value]) => [name, name === "alt" ? alt : String(value)] as const,
    );
    return printed(page, picture, attributes, token.meta?.isLazy === true);
  };
}

/** The picture of the content folder that an address of a page names; `null` for none that is known. */
function pictureOf({ source, settings }: PageContext, src: string): Picture | null {
  const target = settings.pictures.size === 0 ? null : linkTarget(src, source.file);
  return target?.kind === "file" ? (settings.pictures.get(target.path) ?? null) : null;
}

/** Makes figures of paragraphs that hold a known picture and nothing else. */
function figures(state: StateCore): void {
  const page = pageContext(state.env);
  if (page.settings.pictures.size === 0) return;
  for (const [index, block] of state.tokens.entries()) {
    const [open, close] = [state.tokens[index - 1], state.tokens[index + 1]];
    if (block.type !== "inline" || open?.type !== "paragraph_open" || close?.type !== "paragraph_close") continue;
    const [picture, ...others] = (block.children ?? []).filter(
      ({ type, content }) => type !== "text" || content.trim() !== "",
    );
    if (picture?.type !== "image" || others.length > 0) continue;
    if (pictureOf(page, String(picture.attrGet("src") ?? "")) === null) continue;
    asFigure(open, block, picture, close);
  }
}

function asFigure(open: Token, block: Token, picture: Token, close: Token): void {
  for (const token of [open, close])
    Object.assign(token, { type: token.type.replace("paragraph", "figure"), tag: "figure", hidden: false });
  const classes = [pictureClasses.figure, open.attrGet("class")].filter(Boolean).join(" ");
  open.attrs = [["class", classes], ...(open.attrs ?? []).filter(([name]) => name !== "class")];
  picture.attrJoin("class", pictureClasses.img);
  const title = picture.attrGet("title");
  const caption = title === null ? "" : String(title).trim();
  picture.attrs = (picture.attrs ?? []).filter(([name]) => name !== "title");
  picture.meta = { ...picture.meta, caption: caption === "" ? null : caption };
  block.children = caption === "" ? [picture] : [picture, ownHtml(captionTag(caption))];
}

/** Takes in a Markdown picture, and gives it the address that is published. */
export function readPicture(
  { md, page, facts }: Pick<Reading, "md" | "page" | "facts">,
  block: Token,
  token: Token,
): void {
  const src = String(token.attrGet("src") ?? "");
  const place = placeOfPicture(md, page, block, token);
  checkTarget(page, src, place);
  setAddress(token, "src", publishedTarget(src, page.source.file, page.settings));
  const alt = md.renderer.renderInlineAsText(token.children ?? [], md.options, {});
  const caption = typeof token.meta?.caption === "string" ? token.meta.caption : null;
  if (alt.trim() === "" && pictureOf(page, src)) reportNoWords(page, src, place, "between the square brackets");
  token.meta = { ...token.meta, src, isLazy: facts.isBelowHeading() };
  facts.picture(src, alt, place, caption);
}

/**
 * A picture that an editor wrote as HTML.
 *
 * @param written - its address as it was written
 * @param attributes - those that stay
 * @returns `null` where it is no known picture
 */
export function htmlPicture(
  { page, reader }: Pick<Cleaner, "page" | "reader">,
  written: string | null,
  attributes: Attributes,
  place: Place,
): string | null {
  const picture = written === null ? null : pictureOf(page, written);
  if (written === null || picture === null) return null;
  // Left empty on purpose (alt="") is an answer; left out is none.
  if (!attributes.some(([name]) => name === "alt")) reportNoWords(page, written, place, 'into alt="…"');
  return printed(page, picture, attributes, reader.isBelowHeading());
}

/** @param attributes - what is written of the `img`, its address among it */
function printed(page: PageContext, picture: Picture, attributes: Attributes, isLazy: boolean): string {
  const own = new Map(attributes);
  const { width, height } = shownSize(picture, Number(own.get("width")), Number(own.get("height")));
  const set: Attributes = [
    ["src", own.get("src") ?? ""],
    ["width", String(width)],
    ["height", String(height)],
    ["alt", own.get("alt") ?? ""],
  ];
  const waiting: Attributes = isLazy
    ? [
        ["loading", "lazy"],
        ["decoding", "async"],
      ]
    : [];
  const besides = attributes.filter(([name]) => !set.some(([other]) => other === name));
  const all = [...set, ...besides, ...waiting.filter(([name]) => !own.has(name))];
  return pictureTag(picture, all, (path) => publishedHref(path, page.settings.pathPrefix));
}

/** The size at which a picture is shown: never larger than it is, drawings apart, and never out of shape. */
function shownSize({ format, width, height }: Picture, wantedWidth: number, wantedHeight: number) {
  const wanted = wantedWidth > 0 ? wantedWidth : wantedHeight > 0 ? (wantedHeight * width) / height : width;
  const shown = Math.max(1, Math.round(format === "svg" ? wanted : Math.min(wanted, width)));
  return { width: shown, height: Math.max(1, Math.round((shown * height) / width)) };
}
