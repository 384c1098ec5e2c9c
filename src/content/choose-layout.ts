import type { ContentType, PageFields } from "../model/article.ts";
import type { Diagnostic, SourceSpan } from "../model/diagnostic.ts";
import { spanAt } from "../model/diagnostic.ts";

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
 */
export function chooseLayout(
  file: string,
  { layout: written, type }: PageFields,
  spans: ReadonlyMap<string, SourceSpan>,
  layouts: ReadonlySet<string>,
): ChosenLayout {
  const own = file === "index.md" ? homeLayout : layoutByType[type ?? "page"];
  if (written === undefined) return { layout: own, diagnostics: [] };

  const span = spans.get("layout") ?? spanAt(file, 1, 1);
  const name = written.replace(/^layouts\//, "");
  if (layouts.has(name)) return { layout: name, diagnostics: [] };
  if (/(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\\/i.test(written)) {
    return {
      layout: own,
      diagnostics: [
        {
          rule: "layout-outside-folder",
          severity: "error",
          span,
          message: `The layout "${written}" leads out of the layouts folder`,
          why: "It could publish a file that was never meant for the public",
          fix: `Write one of: ${choices(layouts)}`,
        },
      ],
    };
  }
  return {
    layout: own,
    diagnostics: [
      {
        rule: "unknown-layout",
        severity: "warning",
        span,
        message: `There is no layout "${written}" for pages; layouts/${own} is used`,
        why: "The page may look different from what was meant",
        fix: `Delete the line, or write one of: ${choices(layouts)}`,
      },
    ],
  };
}

function choices(layouts: ReadonlySet<string>): string {
  return [...layouts].toSorted().map((name) => `layouts/${name}`).join(", ");
}
