import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { ContentFile, Site } from "../model/site.ts";
import { compareText } from "../model/diagnostic.ts";
import { checkUnchanged, openContentFile } from "./content-file.ts";
import { deployFiles } from "./deploy-files.ts";
import { printPages } from "./eleventy-plugin.ts";
import { editionFiles } from "./edition-files.ts";
import type { BuiltAssets } from "./assets.ts";
import type { Layouts } from "./layouts.ts";
import { pagesFile, robotsFile, sitemapFile, versionFile } from "./machine-files.ts";
import type { Generator } from "./machine-files.ts";
import { checkOutputPaths } from "./output-paths.ts";
import { pageTypes } from "./page-types.ts";
import { encodedPictures, makePictures } from "./pictures.ts";
import { sitePages } from "./render-pages.ts";

/** What a site is printed from, and where. */
export interface PrintRequest {
  readonly site: Site;
  readonly layouts: Layouts;
  readonly assets: BuiltAssets;
  /** Where pictures stay from build to build; without it, each build makes them anew. */
  readonly cacheFolder?: string;
  /** An empty folder. */
  readonly stage: string;
  readonly generator: Generator;
  /** The time of the commit, ISO 8601; `null` outside git. */
  readonly commit: string | null;
}

/** What was printed. */
export interface PrintedSite {
  /** How many pages there are of each type, in the order of `pageTypes`; types without a page are left out. */
  readonly pagesByType: ReadonlyMap<string, number>;
  readonly files: number;
  readonly bytes: number;
  /** SHA-256 of every file but `version.json`, in hexadecimal: the same content, the same hash. */
  readonly hash: string;
}

/**
 * Writes a whole site into an empty folder: pages, assets, the editors' pictures, and files for machines and hosts.
 *
 * @throws SourceError for a mistake in a layout; the system's own error for the disk; Error for two files of one path
 */
export async function printSite(request: PrintRequest): Promise<PrintedSite> {
  const { site, layouts, assets, cacheFolder, stage, generator, commit } = request;
  const pages = sitePages({ site, layouts, assets: assets.view });
  const machineFiles = [...sitemapFile(site, pages.entries, layouts.sitemap), robotsFile(site), pagesFile(site)];
  const texts = [...machineFiles, ...pages.editions.flatMap(editionFiles), ...deployFiles(site)];
  const encoder = new TextEncoder();
  const made = [...assets.files, ...texts.map(({ path, content }) => ({ path, content: encoder.encode(content) }))];
  const variants = variantPaths(site);
  checkOutputPaths([
    ...pages.entries.map((entry) => entry.outputPath),
    ...made.map((file) => file.path),
    ...site.files.map((file) => file.path),
    ...variants,
    "version.json",
  ]);

  const written = new Map<string, FileFacts>();
  await printPages(pages, stage, (path, html) => written.set(path, factsOf(encoder.encode(html))));
  for (const { path, content } of made) {
    await write(stage, path, content);
    written.set(path, factsOf(content));
  }
  for (const file of site.files) await publishFile(file, stage, cacheFolder ?? null, written);

  const hash = treeHash(written);
  const carried = [...assets.files.map((file) => file.path).filter((path) => path.startsWith("assets/")), ...variants];
  const version = versionFile({ generator, content: hash, commit, assets: carried.toSorted(compareText) });
  const versionBytes = encoder.encode(version.content);
  await write(stage, version.path, versionBytes);

  const sizes = [...written.values()].map((facts) => facts.bytes);
  const counts = pageTypes.map(({ type }) => [type, pages.entries.filter((e) => e.type === type).length] as const);
  return {
    pagesByType: new Map(counts.filter(([, count]) => count > 0)),
    files: written.size + 1,
    bytes: sizes.reduce((sum, bytes) => sum + bytes, versionBytes.byteLength),
    hash,
  };
}

/** Where the variants of pictures go, each once: the same picture under two paths has the same ones. */
function variantPaths({ files }: Site): readonly string[] {
  return [...new Set(files.flatMap(({ picture }) => (picture?.variants ?? []).map(({ path }) => path)))];
}

interface FileFacts {
  readonly bytes: number;
  /** SHA-256, in hexadecimal. */
  readonly hash: string;
}

function factsOf(content: Uint8Array): FileFacts {
  return { bytes: content.byteLength, hash: createHash("sha256").update(content).digest("hex") };
}

function treeHash(files: ReadonlyMap<string, FileFacts>): string {
  const hash = createHash("sha256");
  for (const [path, facts] of [...files].toSorted(([a], [b]) => compareText(a, b)))
    hash.update(`${facts.hash} ${path}\n`);
  return hash.digest("hex");
}

async function write(stage: string, path: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(join(stage, path)), { recursive: true });
  await writeFile(join(stage, path), content);
}

/** Writes what becomes of a file of an editor's: itself as it is or without what it tells besides, and its variants. */
async function publishFile(
  file: ContentFile,
  stage: string,
  cacheFolder: string | null,
  written: Map<string, FileFacts>,
): Promise<void> {
  if (!file.picture?.stripped) written.set(file.path, await copy(file, join(stage, file.path)));
  for (const { path, content } of await makePictures(file, encodedPictures(file), cacheFolder)) {
    await write(stage, path, content);
    written.set(path, factsOf(content));
  }
}

/** Copies a file of an editor's, without reading it into memory. */
async function copy(file: ContentFile, to: string): Promise<FileFacts> {
  await mkdir(dirname(to), { recursive: true });
  const hash = createHash("sha256");
  let bytes = 0;
  const from = await openContentFile(file);
  await pipeline(
    from.createReadStream(),
    async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.byteLength;
        yield chunk;
      }
    },
    createWriteStream(to),
  );
  const facts = { bytes, hash: hash.digest("hex") };
  checkUnchanged(file, facts.hash);
  return facts;
}
