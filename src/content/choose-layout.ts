import type { ContentType, PageFields } from "../model/article.ts";
import type { Diagnostic, SourceSpan } from "../model/diagnostic.ts";
import { spanAt } from "../model/diagnostic.ts";
import { layoutOutsideFolderAt } from "./faults/layout-outside-folder.ts";
import { unknownLayoutAt } from "./faults/unknown-layout.ts";

/** The layout of a page that names none, or one that is not there. */
const layoutByType: Readonly<Record<ContentType, string>> = { article: "article.njk", hub: "hub.njk", page: "page.njk" };

/** The front page's own layout. */
const homeLayout = "home.njk";

/** A layout that is there, and what is wrong with the one that was written. */
export interface ChosenLayout {
  readonly layout: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The layout of a page. Editors write `layouts/article.njk`; an older name that is not there warns, and the type's own
 * layout serves; a path that leads out of the folder is an error.
 *
 * @param layouts - file names in `layouts/` that content may choose
 * @param originals - the layout of the page that this one translates
 */
export function chooseLayout(
  file: string,
  { layout: written, type }: PageFields,
  spans: ReadonlyMap<string, SourceSpan>,
  layouts: ReadonlySet<string>,
  originals?: string,
): ChosenLayout {
  const own = originals ?? (file === "index.md" ? homeLayout : layoutByType[type ?? "page"]);
  if (written === undefined) return { layout: own, diagnostics: [] };

  const span = spans.get("layout") ?? spanAt(file, 1, 1);
  const name = written.replace(/^layouts\//, "");
  if (layouts.has(name)) return { layout: name, diagnostics: [] };
  const leadsOut = /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\\/i.test(written);
  const fault = leadsOut
    ? layoutOutsideFolderAt(written, span, choices(layouts))
    : unknownLayoutAt(written, span, own, choices(layouts));
  return { layout: own, diagnostics: [fault] };
}

function choices(layouts: ReadonlySet<string>): string {
  return [...layouts].toSorted().map((name) => `layouts/${name}`).join(", ");
}
