import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { decoderSettings, encoderSettings } from "../model/picture.ts";
import type { EncodedPicture, Picture } from "../model/picture.ts";
import type { ContentFile } from "../model/site.ts";
import type { BuiltFile } from "./assets.ts";
import { readContentFile } from "./content-file.ts";
import { sourceError } from "./source-error.ts";

/** What the build saves anew of an editor's file: the file itself if it tells more than it shows, and its variants. */
export function encodedPictures({ picture }: ContentFile): readonly EncodedPicture[] {
  return picture === undefined ? [] : [picture.stripped ?? [], picture.variants].flat();
}

/**
 * Makes pictures of one file, side by side. The file is read only for those that the cache does not hold whole; a cache
 * that cannot be read or written costs time and nothing else.
 *
 * @param wanted - some of `encodedPictures(file)`
 * @param cacheFolder - where pictures stay from build to build; `null` for none
 * @throws SourceError naming the file where one cannot be made; the system's own error where the file cannot be read
 */
export async function makePictures(
  file: ContentFile,
  wanted: readonly EncodedPicture[],
  cacheFolder: string | null,
): Promise<readonly BuiltFile[]> {
  let source: Promise<Uint8Array> | null = null;
  const make = async (encoded: EncodedPicture): Promise<BuiltFile> => {
    const kept = cacheFolder === null ? null : await readKept(cacheFolder, encoded);
    if (kept !== null) return { path: encoded.path, content: kept };
    source ??= readContentFile(file);
    const content = await encode(await source, file, encoded);
    if (cacheFolder !== null) await keep(cacheFolder, encoded, content);
    return { path: encoded.path, content };
  };
  return Promise.all(wanted.map(make));
}

/** Upright, in the colours of the web, and without anything that the file told besides: the library's own way. */
async function encode(source: Uint8Array, file: ContentFile, { format, width }: EncodedPicture): Promise<Uint8Array> {
  const { default: sharp } = await import("sharp");
  // One picture in each of Node's threads, and none kept in memory: the next build may come in an hour.
  sharp.cache(false);
  sharp.concurrency(1);
  const picture: Pick<Picture, "isAnimated"> = file.picture ?? { isAnimated: false };
  try {
    return await sharp(source, { ...decoderSettings, animated: picture.isAnimated })
      .autoOrient()
      .resize({ width })
      .toFormat(format, encoderSettings[format])
      .toBuffer();
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw sourceError(file.path, null, null, `it cannot be saved as ${format.toUpperCase()} (${words})`, error);
  }
}

function placeInCache(cacheFolder: string, { hash, format }: EncodedPicture): string {
  return join(cacheFolder, "pictures", `${hash}.${format}`);
}

/** A kept picture; `null` where there is none, or not all of it is as it was written. */
async function readKept(cacheFolder: string, encoded: EncodedPicture): Promise<Uint8Array | null> {
  const kept = await readFile(placeInCache(cacheFolder, encoded)).catch(() => null);
  if (kept === null) return null;
  const content = kept.subarray(32);
  return kept.subarray(0, 32).equals(checksumOf(content)) ? content : null;
}

/** Keeps a picture behind its checksum, in one step, so that a build beside this one never reads half of it. */
async function keep(cacheFolder: string, encoded: EncodedPicture, content: Uint8Array): Promise<void> {
  const place = placeInCache(cacheFolder, encoded);
  const unfinished = `${place}.${process.pid}`;
  try {
    await mkdir(join(cacheFolder, "pictures"), { recursive: true });
    await writeFile(unfinished, Buffer.concat([checksumOf(content), content]));
    await rename(unfinished, place);
  } catch {
    // The next build makes it again.
  }
}

function checksumOf(content: Uint8Array): Buffer {
  return createHash("sha256").update(content).digest();
}
