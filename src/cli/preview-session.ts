import { join } from "node:path";
import { styleText } from "node:util";
import { hasErrors } from "../model/diagnostic.ts";
import type { SiteOptions } from "../model/settings.ts";
import { buildAssets } from "../output/assets.ts";
import type { BuiltAssets } from "../output/assets.ts";
import { openLayouts } from "../output/layouts.ts";
import type { Layouts } from "../output/layouts.ts";
import { startPreview } from "../output/preview.ts";
import type { PreviewChange } from "../output/preview.ts";
import { sitePages } from "../output/render-pages.ts";
import { SourceError } from "../output/source-error.ts";
import { countInWords, plural, terminalReport } from "../report/terminal.ts";
import type { LoadedSite } from "../content/load-site.ts";
import { loadAndCheck } from "./load-and-check.ts";
import { programFolder } from "./options.ts";

/** The folders that a preview is made from; a change in any of them brings it up to date. */
export interface PreviewFolders {
  readonly content: string;
  readonly layouts: string;
  readonly assets: string;
  /** Where the preview is written: empty at the start. */
  readonly preview: string;
}

/** What has changed on the disk since the last update. */
export interface Dirty {
  readonly layouts: boolean;
  readonly assets: boolean;
}

/** A preview of a content folder that is brought up to date again and again, whatever is wrong with it meanwhile. */
export interface PreviewSession {
  /**
   * @returns what has changed; `null` where nothing could be laid out at all, which has been said
   */
  readonly update: (dirty: Dirty) => Promise<PreviewChange | null>;
}

interface SessionOptions {
  readonly folders: PreviewFolders;
  /** The content folder as typed, for messages. */
  readonly typedContent: string;
  readonly site: SiteOptions;
  readonly say: (words: string) => void;
}

/** Starts a session. Nothing is read before the first `update`. */
export function startSession({ folders, typedContent, site: siteOptions, say }: SessionOptions): PreviewSession {
  const preview = startPreview(folders.preview);
  const sayOnce = sayingOnce(say);
  // What could be read last: while a layout or a style is broken, the last good one serves.
  let layouts: Layouts | null = null;
  let assets: BuiltAssets | null = null;
  let assetsFor = "";
  let version = 0;

  return {
    update: async (dirty) => {
      const started = performance.now();
      const mistakes: string[] = [];
      if (dirty.layouts || layouts === null) {
        layouts = (await attempt(() => openLayouts(folders.layouts), mistakes)) ?? layouts;
        version += 1;
      }
      if (layouts === null) return sayNothingShows(say, mistakes);
      const names = layouts.names;
      const loaded = await attempt(
        () => loadAndCheck(folders.content, { layouts: names, drafts: true, ...siteOptions }),
        mistakes,
      );
      if (loaded === null) return sayNothingShows(say, mistakes);

      const { pathPrefix, nhsIdentity } = loaded.site.settings;
      if (dirty.assets || assets === null || assetsFor !== `${pathPrefix} ${nhsIdentity}`) {
        const cacheFolder = join(programFolder, "node_modules", ".cache", "help-centre");
        const options = { assetsFolder: folders.assets, cacheFolder, pathPrefix, nhsIdentity };
        assets = (await attempt(() => buildAssets(options), mistakes)) ?? assets;
        assetsFor = `${pathPrefix} ${nhsIdentity}`;
      }
      if (assets === null) return sayNothingShows(say, mistakes);

      const { site, leftOut } = loaded;
      const sources = { site, layouts, assets: assets.view };
      const key = `${version} ${JSON.stringify([site.settings, site.contact, assets.view, navigationKey(loaded)])}`;
      const shown = assets;
      const change = await attempt(
        () => preview.update({ site, pages: sitePages(sources), assets: shown, key }, leftOut),
        mistakes,
      );
      sayOnce(report(loaded, typedContent));
      for (const mistake of new Set([...mistakes, ...(change?.mistakes ?? [])])) say(red(mistake));
      if (change !== null) say(inWords(change, loaded, performance.now() - started));
      return change;
    },
  };
}

/** Does a step; a mistake in it is noted, not thrown, and the step's result is then `null`. */
async function attempt<Result>(step: () => Result | Promise<Result>, mistakes: string[]): Promise<Result | null> {
  try {
    return await step();
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    // A mistake in a layout or style, or a file that is not there, says all in its message; else it is a fault of ours.
    const known = error instanceof SourceError || (error as NodeJS.ErrnoException).syscall !== undefined;
    mistakes.push(
      known ? words : `This is a fault of the help centre, not of your content: ${(error as Error).stack ?? words}`,
    );
    return null;
  }
}

/** What every page shows of the others: the menu, and the links at the foot. */
function navigationKey({ site }: LoadedSite): unknown {
  return [...(site.lists.get("home") ?? []), ...site.plainPages].map((page) => [page.shortTitle, page.address]);
}

function sayNothingShows(say: (words: string) => void, mistakes: readonly string[]): null {
  for (const mistake of mistakes) say(red(mistake));
  say("Nothing new can be shown until this is put right");
  return null;
}

function report({ diagnostics, sources }: LoadedSite, folder: string): string {
  return terminalReport(diagnostics, { folder, sources, colour: process.stdout.isTTY === true });
}

/** Says a report again only when it has changed: an editor who saves sees what is new, not all warnings each time. */
function sayingOnce(say: (words: string) => void): (words: string) => void {
  let last = "";
  return (words) => {
    if (words !== last && words !== "") say(words);
    last = words;
  };
}

function inWords(
  { pages, changed, deleted }: PreviewChange,
  { diagnostics }: LoadedSite,
  milliseconds: number,
): string {
  const files = changed.length - pages.length;
  const parts = [
    pages.length > 0 ? `${plural(pages.length, "page")} updated` : null,
    files > 0 ? `${plural(files, "file")} updated` : null,
    deleted.length > 0 ? `${plural(deleted.length, "file")} deleted` : null,
  ].filter((part) => part !== null);
  const what = parts.length === 0 ? "Nothing on the pages has changed" : parts.join(", ");
  const wrong = diagnostics.length === 0 ? "" : ` (${countInWords(diagnostics)})`;
  const stays = hasErrors(diagnostics) ? "; a page with an error shows its last good version" : "";
  return `${what} in ${Math.round(milliseconds)} ms${wrong}${stays}`;
}

function red(words: string): string {
  return process.stdout.isTTY === true ? styleText("red", words) : words;
}
