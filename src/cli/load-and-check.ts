import { rules } from "../checks/rules.ts";
import { runRules, withoutAllowed } from "../checks/run-rules.ts";
import type { LoadedSite, LoadOptions } from "../content/load-site.ts";
import { loadSite } from "../content/load-site.ts";
import { compareDiagnostics } from "../model/diagnostic.ts";
import { pagesOf } from "../model/site.ts";

/**
 * Loads a content folder and runs every rule over what stands: what `check`, `build` and `start` all show.
 *
 * @param folder - path on this machine
 * @throws the file system's own error if the folder itself cannot be listed
 */
export async function loadAndCheck(folder: string, options: LoadOptions): Promise<LoadedSite> {
  const loaded = await loadSite(folder, options);
  const allowed = new Map(pagesOf(loaded.site).map((page) => [page.file, page.allow]));
  const diagnostics = [...withoutAllowed(loaded.diagnostics, allowed), ...runRules(rules, loaded.site)];
  return { ...loaded, diagnostics: diagnostics.toSorted(compareDiagnostics) };
}
