import { linkTarget } from "../model/address.ts";
import type { Page } from "../model/article.ts";
import type { RenderSettings } from "../model/body.ts";
import type { Picture } from "../model/picture.ts";
import { renderBody } from "../markdown/renderer.ts";
import { toPage } from "./page-from-outline.ts";
import { isPictureName, readPictures } from "./pictures.ts";
import type { ReadPictures } from "./pictures.ts";
import type { OtherFile } from "./read-files.ts";
import type { PageOutline } from "./read-page.ts";

/** The pages of a site with their bodies, and the pictures that they use. */
export interface RenderedBodies extends ReadPictures {
  /** In the order of the outlines. */
  readonly pages: readonly Page[];
}

/**
 * Renders the bodies of pages. Which pictures a site uses is known only then, and no others are opened; the few pages
 * that show one are rendered a second time, with its size.
 *
 * @param others - the files beside the pages
 */
export async function renderBodies(
  outlines: readonly PageOutline[],
  settings: Omit<RenderSettings, "pictures">,
  others: readonly OtherFile[],
): Promise<RenderedBodies> {
  const render = (outline: PageOutline, pictures: RenderSettings["pictures"]) => {
    const { body, diagnostics } = renderBody(outline.source, { ...settings, pictures });
    return { outline, page: toPage(outline, body), diagnostics };
  };
  const first = outlines.map((outline) => render(outline, new Map()));
  const shown = new Set(first.flatMap(({ page }) => page.body.facts.pictures.flatMap(({ src }) => pathOf(src, page))));
  const linked = new Set(first.flatMap(({ page }) => page.body.facts.links.flatMap(({ href }) => pathOf(href, page))));
  const read = await readPictures(
    others.filter(({ path }) => isPictureName(path) && (shown.has(path) || linked.has(path))),
  );
  const rendered = first.map((was) =>
    was.page.body.facts.pictures.some(({ src }) => pathOf(src, was.page).some((path) => read.pictures.has(path)))
      ? render(was.outline, read.pictures)
      : was,
  );
  return {
    pages: rendered.map(({ page }) => page),
    pictures: new Map([...read.pictures].map(([path, picture]) => [path, shown.has(path) ? picture : alone(picture)])),
    refused: read.refused,
    diagnostics: [...read.diagnostics, ...rendered.flatMap(({ diagnostics }) => diagnostics)],
  };
}

/** The file that an address of a page names; none for another kind of address. */
function pathOf(href: string, { file }: Page): readonly string[] {
  const target = file === null ? null : linkTarget(href, file);
  return target?.kind === "file" ? [target.path] : [];
}

/** A picture that pages lead to and none shows: nobody chooses among its sizes. */
function alone(picture: Picture): Picture {
  return { ...picture, variants: [] };
}
