import { createHash } from "node:crypto";
import { mkdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ContentFile, Site } from "../model/site.ts";
import type { BuiltAssets } from "./assets.ts";
import { readContentFile } from "./content-file.ts";
import type { Entry } from "./entry.ts";
import { editionFiles } from "./edition-files.ts";
import { pagesFile } from "./machine-files.ts";
import { outputPathOf } from "./output-paths.ts";
import { encodedPictures, makePictures } from "./pictures.ts";
import { addressOf } from "../model/address.ts";
import type { SitePages } from "./render-pages.ts";

/** What has changed in a preview since it was last updated. */
export interface PreviewChange {
  /** Pages whose HTML is new or different. */
  readonly pages: readonly { readonly entry: Entry; readonly html: string }[];
  /** Paths of all files that are new or different, pages among them. */
  readonly changed: readonly string[];
  /** Paths of files whose source is gone. */
  readonly deleted: readonly string[];
  /** What went wrong where a page could not be laid out; its last good version stays. Each once. */
  readonly mistakes: readonly string[];
}

/** A folder with a site in it that is kept up to date, file by file. */
export interface Preview {
  readonly folder: string;
  /**
   * Brings the folder up to date.
   *
   * @param leftOut - files of the content folder whose pages do not load: their last good versions stay
   */
  readonly update: (sources: PreviewSources, leftOut: readonly string[]) => Promise<PreviewChange>;
}

/** What a preview is made from. */
export interface PreviewSources {
  readonly site: Site;
  readonly pages: SitePages;
  readonly assets: BuiltAssets;
  /** Where pictures stay from one preview to the next; without it, each preview makes them anew. */
  readonly cacheFolder?: string;
  /** Names everything beside an entry that its HTML depends on: while it is the same, a page is not laid out again. */
  readonly key: string;
}

interface LaidOut {
  readonly key: string;
  readonly html: string;
}

/**
 * Starts a preview in an empty folder. Files are written beside their place and renamed into it, so that no request
 * finds half of one; pages are laid out without Eleventy, by the same function, to the same bytes.
 */
export function startPreview(folder: string): Preview {
  const laidOut = new Map<string, LaidOut>();
  const written = new Map<string, string>();
  return {
    folder,
    update: async (sources, leftOut) => {
      const { pages, mistakes } = layOut(sources, laidOut);
      const kept = new Set(leftOut.map((file) => outputPathOf(addressOf(file))));
      const isKept = ({ isFallback, outputPath }: Entry) =>
        isFallback && kept.has(outputPath) && written.has(outputPath);
      const wanted = await wantedFiles(
        sources,
        pages.filter(({ entry }) => !isKept(entry)),
        written,
      );
      // Scripts ask for them: the contact page's own, the search's, and those of other services.
      const forScripts = [pagesFile(sources.site), ...sources.pages.editions.flatMap(editionFiles)];
      for (const { path, content } of forScripts) wanted.set(path, content);
      const changed: string[] = [];
      for (const [path, content] of wanted) {
        if (content === null) continue;
        const hash = createHash("sha256").update(content).digest("hex");
        if (written.get(path) === hash) continue;
        await replaceFile(folder, path, content);
        written.set(path, hash);
        changed.push(path);
      }
      const deleted = [...written.keys()].filter((path) => !wanted.has(path) && !kept.has(path));
      for (const path of deleted) {
        await removeFile(folder, path);
        written.delete(path);
        laidOut.delete(path);
      }
      const changedPaths = new Set(changed);
      return { pages: pages.filter(({ entry }) => changedPaths.has(entry.outputPath)), changed, deleted, mistakes };
    },
  };
}

/** Every page's HTML: laid out where something that it depends on has changed, else as it was. */
function layOut({ pages, key }: PreviewSources, laidOut: Map<string, LaidOut>) {
  const mistakes = new Set<string>();
  const result = pages.entries.flatMap((entry) => {
    const entryKey = `${key}\n${JSON.stringify(entry)}`;
    const before = laidOut.get(entry.outputPath);
    if (before?.key === entryKey) return [{ entry, html: before.html }];
    try {
      const html = pages.render(entry);
      laidOut.set(entry.outputPath, { key: entryKey, html });
      return [{ entry, html }];
    } catch (error) {
      mistakes.add(error instanceof Error ? error.message : String(error));
      return before === undefined ? [] : [{ entry, html: before.html }];
    }
  });
  return { pages: result, mistakes: [...mistakes] };
}

/**
 * Every file that is to be there, what pages ask for before the pages themselves: they are written in this order.
 *
 * @param written - paths of the files that are there; `null` stands for one that need not be written again
 */
async function wantedFiles(
  { site, assets, cacheFolder }: PreviewSources,
  pages: readonly { readonly entry: Entry; readonly html: string }[],
  written: { readonly has: (path: string) => boolean },
) {
  const files = new Map<string, string | Uint8Array | null>(assets.files.map(({ path, content }) => [path, content]));
  for (const file of site.files) {
    // Deleted since it was listed, or a link by now: the next look at the folder says so.
    const contents = await publishedFiles(file, cacheFolder ?? null, written).catch(() => []);
    for (const [path, content] of contents) files.set(path, content);
  }
  for (const { entry, html } of pages) files.set(entry.outputPath, html);
  return files;
}

/** What becomes of an editor's file: itself, and the variants of a picture, whose names hold all that they depend on. */
async function publishedFiles(
  file: ContentFile,
  cacheFolder: string | null,
  written: { readonly has: (path: string) => boolean },
): Promise<readonly (readonly [path: string, content: Uint8Array | null])[]> {
  const encoded = encodedPictures(file);
  const missing = encoded.filter(({ path }) => path === file.path || !written.has(path));
  const made = await makePictures(file, missing, cacheFolder);
  const itself = file.picture?.stripped ? [] : [[file.path, await readContentFile(file)] as const];
  const there = encoded.filter((picture) => !missing.includes(picture));
  return [
    ...itself,
    ...made.map(({ path, content }) => [path, content] as const),
    ...there.map(({ path }) => [path, null] as const),
  ];
}

async function replaceFile(folder: string, path: string, content: string | Uint8Array): Promise<void> {
  const place = join(folder, path);
  const beside = join(folder, ".writing");
  await mkdir(dirname(place), { recursive: true });
  await writeFile(beside, content);
  await rename(beside, place);
}

/** Deletes a file, and the folders that it leaves empty. */
async function removeFile(folder: string, path: string): Promise<void> {
  await rm(join(folder, path), { force: true });
  for (let parent = dirname(path); parent !== "."; parent = dirname(parent)) {
    try {
      await rmdir(join(folder, parent));
    } catch {
      return;
    }
  }
}
