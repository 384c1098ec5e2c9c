import { rules } from "../checks/rules.ts";
import { checkLoaded } from "../checks/run-rules.ts";
import type { LoadedSite, LoadOptions } from "../content/load-site.ts";
import { assembleSite } from "../content/load-site.ts";
import { nearest } from "../content/nearest.ts";
import type { ContentFiles } from "../content/read-files.ts";
import { readFiles } from "../content/read-files.ts";
import { allRules } from "./all-rules.ts";

/** How a site is to be loaded and checked. */
export interface CheckOptions extends LoadOptions {
  /** `YYYY-MM-DD`: what is overdue by then is told; without it, nothing depends on the day. */
  readonly today?: string;
}

/**
 * Loads a content folder and runs every rule over what stands: what `check`, `build` and `start` all show.
 *
 * @param folder - path on this machine
 * @throws the file system's own error if the folder itself cannot be listed
 */
export async function loadAndCheck(folder: string, options: CheckOptions): Promise<LoadedSite> {
  return assembleAndCheck(await readFiles(folder), options);
}

/** The same for a folder's files, read before and perhaps changed since. */
export async function assembleAndCheck(content: ContentFiles, options: CheckOptions): Promise<LoadedSite> {
  const loaded = await assembleSite(content, options);
  const names = new Set(allRules.map(({ name }) => name));
  const moment = { today: options.today ?? null, leftOut: loaded.leftOut };
  return { ...loaded, diagnostics: checkLoaded(rules, loaded, { names, nearest }, moment) };
}
