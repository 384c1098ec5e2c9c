import { join } from "node:path";
import { editionsOf } from "../model/edition.ts";
import type { CodePattern, SiteOptions } from "../model/settings.ts";
import { buildAssets } from "../output/assets.ts";
import type { BuiltAssets } from "../output/assets.ts";
import { openLayouts } from "../output/layouts.ts";
import type { Layouts } from "../output/layouts.ts";
import { startPreview } from "../output/preview.ts";
import type { PreviewChange, PreviewSources } from "../output/preview.ts";
import type { PreviewProblems } from "../output/preview-panel.ts";
import { sitePages } from "../output/render-pages.ts";
import { placeName } from "../report/place-name.ts";
import type { LoadedSite, LoadOptions } from "../content/load-site.ts";
import { errorInWords } from "./error-in-words.ts";
import { formOfSite } from "./form-of-site.ts";
import type { FormOfSite } from "./form-of-site.ts";
import { loadAndCheck } from "./load-and-check.ts";
import { programFolder } from "./options.ts";
import { inWords, red, report, sayingOnce } from "./preview-words.ts";

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
   * @returns what has changed; `null` where the pages stay as they were because of a mistake, which has been said
   */
  readonly update: (dirty: Dirty) => Promise<PreviewChange | null>;
  /** What was wrong at the last update. */
  readonly problems: () => PreviewProblems;
  /** The contact form as it is shown; `null` where there is none, or where it is sent to another host. */
  readonly form: () => FormOfSite | null;
  /** What an error code looks like; `null` while nothing can be shown. */
  readonly codes: () => CodePattern | null;
}

/** How the site is shown: where it lives on its host, and for which day. */
export type PreviewOptions = SiteOptions & Pick<LoadOptions, "day">;

interface SessionOptions {
  readonly folders: PreviewFolders;
  /** The content folder as typed, for messages. */
  readonly typedContent: string;
  readonly site: PreviewOptions;
  readonly say: (words: string) => void;
}

const cacheFolder = join(programFolder, "node_modules", ".cache", "help-centre");

/** Starts a session. Nothing is read before the first `update`. */
export function startSession({ folders, typedContent, site, say }: SessionOptions): PreviewSession {
  const preview = startPreview(folders.preview);
  const read = startReading(folders, site);
  const sayOnce = sayingOnce(say);
  const nameOf = (file: string) => placeName(typedContent, file);
  let problems: PreviewProblems = { nameOf, diagnostics: [], mistakes: [] };
  let shown: ReadSources | null = null;
  return {
    problems: () => problems,
    form: () => shown && previewForm(shown),
    codes: () => shown && shown.loaded.site.settings.codes,
    update: async (dirty) => {
      const started = performance.now();
      const mistakes: string[] = [];
      const { loaded, sources } = await read(dirty, mistakes);
      // Before any page: what a new page sends must be taken.
      shown = sources ?? shown;
      const change =
        sources && (await attempt(() => preview.update(previewSources(sources), sources.loaded.leftOut), mistakes));
      if (loaded !== null) sayOnce(report(loaded, typedContent));
      const allMistakes = [...new Set([...mistakes, ...(change?.mistakes ?? [])])];
      for (const mistake of allMistakes) say(red(mistake));
      problems = { nameOf, diagnostics: loaded?.diagnostics ?? [], mistakes: allMistakes };
      say(change === null ? nothingNew : inWords(change, sources!.loaded, started));
      return change;
    },
  };
}

const nothingNew = "Nothing new can be shown until this is put right";

/** Everything that a preview is made from, as it could be read last. */
interface ReadSources {
  readonly loaded: LoadedSite;
  readonly layouts: Layouts;
  /** How often the layouts have been opened. */
  readonly layoutsVersion: number;
  readonly assets: BuiltAssets;
}

/** What was read: `sources` is `null` where the pages had better stay as they were. */
interface Reading {
  readonly loaded: LoadedSite | null;
  readonly sources: ReadSources | null;
}

/**
 * Reads what a preview is made from, again where it has changed; while a layout or a style is broken, the last good one
 * serves. While a register is broken, no page changes: one with half its settings would look like another site.
 */
function startReading(folders: PreviewFolders, siteOptions: PreviewOptions) {
  let layouts: Layouts | null = null;
  let layoutsVersion = 0;
  let assets: BuiltAssets | null = null;
  let assetsFor = "";
  let shown: LoadedSite | null = null;
  return async (dirty: Dirty, mistakes: string[]): Promise<Reading> => {
    if (dirty.assets) assetsFor = "";
    if (dirty.layouts || layouts === null) {
      layouts = (await attempt(() => openLayouts(folders.layouts), mistakes)) ?? layouts;
      layoutsVersion += 1;
    }
    if (layouts === null) return { loaded: null, sources: null };
    const options = { layouts: layouts.names, languages: layouts.languages, drafts: true, ...siteOptions };
    const loaded = await attempt(() => loadAndCheck(folders.content, options), mistakes);
    if (loaded === null || (shown !== null && breaksRegister(loaded, shown))) return { loaded, sources: null };
    shown = loaded;

    const identity = loaded.site.settings;
    const identityKey = JSON.stringify(identity);
    if (assets === null || assetsFor !== identityKey) {
      const wanted = { assetsFolder: folders.assets, cacheFolder, identity };
      assets = (await attempt(() => buildAssets(wanted), mistakes)) ?? assets;
      assetsFor = identityKey;
    }
    return { loaded, sources: assets && { loaded, layouts, layoutsVersion, assets } };
  };
}

/**
 * Whether a register has been edited since the pages were last brought up to date, and now has an error. One that is as
 * it was may have an error too, of another file's making: a redirect to a page that was deleted.
 */
function breaksRegister({ diagnostics, sources }: LoadedSite, shown: LoadedSite): boolean {
  return diagnostics.some(
    ({ severity, span: { file } }) =>
      severity === "error" && file.endsWith(".yml") && sources.get(file) !== shown.sources.get(file),
  );
}

/**
 * What the preview is given; the key names what a page may show beside its own entry: settings, ways to get in touch and
 * services of the day, menu, foot, an example of a code.
 */
function previewSources({ loaded: { site }, layouts, layoutsVersion, assets }: ReadSources): PreviewSources {
  const frames = editionsOf(site).map(({ settings, contact, services, lists, plainPages, errorReferences }) => {
    const linked = [...(lists.get("home") ?? []), ...plainPages].map((page) => [
      page.shortTitle,
      page.address,
      page.lang,
    ]);
    return [settings, contact, services, linked, errorReferences[0]];
  });
  return {
    site,
    assets,
    cacheFolder,
    pages: sitePages({ site, layouts, assets: assets.view }),
    key: JSON.stringify([layoutsVersion, site.day, assets.view, frames]),
  };
}

function previewForm({ loaded: { site }, layouts, assets }: ReadSources): FormOfSite | null {
  return site.contact.form?.address.startsWith("/") === true ? formOfSite(site, layouts, assets.view) : null;
}

/** Does a step; a mistake in it is noted, not thrown, and the step's result is then `null`. */
async function attempt<Result>(step: () => Result | Promise<Result>, mistakes: string[]): Promise<Result | null> {
  try {
    return await step();
  } catch (error) {
    mistakes.push(errorInWords(error));
    return null;
  }
}
