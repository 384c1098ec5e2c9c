import { catalogueFiles } from "./error-catalogue.ts";
import { pagesFile } from "./machine-files.ts";
import type { TextFile } from "./machine-files.ts";
import type { EditionPages } from "./render-pages.ts";
import { searchFiles } from "./search-index.ts";

/**
 * What scripts and other services read of an edition, below its own folder: `cy/api/errors.json`. The list of pages of
 * the whole site stands at its root, and only the other editions have one of their own.
 */
export function editionFiles({ site, folder, entries }: EditionPages): readonly TextFile[] {
  const own = site.editionOf === null ? [] : [pagesFile(site)];
  const files = [...own, ...catalogueFiles(site, entries), ...searchFiles(site, entries)];
  return files.map((file) => ({ ...file, path: folder + file.path }));
}
