import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Eleventy from "@11ty/eleventy";
import type { UserConfig } from "@11ty/eleventy";
import { pageTypes } from "./page-types.ts";
import type { SitePages } from "./render-pages.ts";

/**
 * Eleventy as the printer: one template a page type, held in memory, that prints every entry of the type. It never
 * reads the content folder, and is known to this module alone (docs/decisions has why).
 *
 * @param printed - called with each page as it is printed
 */
export function eleventyPlugin(
  { entries, render }: SitePages,
  printed: (outputPath: string, html: string) => void = () => {},
): (config: UserConfig) => void {
  return (config) => {
    const byPath = new Map(entries.map((entry) => [entry.outputPath, entry]));
    const pathsByType = Object.fromEntries(
      pageTypes.map(({ type }) => [type, entries.filter((entry) => entry.type === type).map((e) => e.outputPath)]),
    );
    // Only paths travel through Eleventy's data: it copies and merges what it is given, and an editor's words are not
    // for it to look into.
    config.addGlobalData("outputPaths", pathsByType);
    for (const { type } of pageTypes) {
      if (pathsByType[type]!.length === 0) continue;
      config.addTemplate(`${type}.11ty.js`, {
        data: {
          pagination: { data: `outputPaths.${type}`, size: 1, alias: "outputPath" },
          permalink: ({ outputPath }: { outputPath: string }) => outputPath,
          eleventyExcludeFromCollections: true,
        },
        render: ({ outputPath }: { outputPath: string }) => {
          const html = render(byPath.get(outputPath)!);
          printed(outputPath, html);
          return html;
        },
      });
    }
  };
}

/**
 * Prints every page into a folder.
 *
 * @param folder - must be there; files in it of the same names are replaced
 * @param printed - called with each page as it is printed
 * @throws what stopped it: SourceError for a mistake in a layout, the system's own error for the disk
 */
export async function printPages(
  pages: SitePages,
  folder: string,
  printed: (outputPath: string, html: string) => void,
): Promise<void> {
  // Eleventy looks for templates in a folder: it is given one with nothing in it.
  const views = await mkdtemp(join(tmpdir(), "help-centre-views-"));
  try {
    const eleventy = new Eleventy(views, folder, {
      configPath: false,
      quietMode: true,
      config: eleventyPlugin(pages, printed),
    });
    eleventy.disableLogger();
    await eleventy.write();
  } catch (error) {
    throw causeOf(error);
  } finally {
    await rm(views, { recursive: true, force: true });
  }
}

/** Eleventy wraps what went wrong, several times over. */
function causeOf(error: unknown): unknown {
  const { originalError, cause } = error as { originalError?: unknown; cause?: unknown };
  const inner = originalError ?? cause;
  // A SourceError carries the tool's own error as its cause, and is the better of the two.
  return inner === undefined || inner === null || (error as Error).name === "SourceError" ? error : causeOf(inner);
}
