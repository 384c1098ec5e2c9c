import { randomUUID } from "node:crypto";
import { closeSync, fchmodSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ContentFile } from "../model/site.ts";
import { openContentFile } from "../output/content-file.ts";

/** A file whose text may be changed. */
export interface FixableFile {
  readonly diskPath: string;
  /** Exactly as it stands on the disk: with byte order mark, every line end as it is. */
  readonly text: string;
}

/** What opening a file gives; a reason is the end of a sentence that starts with the file's name. */
export type FixableReading =
  { readonly ok: true; readonly file: FixableFile } | { readonly ok: false; readonly reason: string };

type Place = Pick<ContentFile, "path" | "diskPath">;

/**
 * Reads a file that is to be changed.
 *
 * @param source - its text as the loader has read it, which is what lines and columns count in
 * @throws the file system's own error where it cannot be read
 */
export async function openFixable(place: Place, source: string): Promise<FixableReading> {
  const found = await readPlain(place);
  if (found === null) return { ok: false, reason: isNoPlainFile };
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(found.bytes);
  if (plainText(text) === source) return { ok: true, file: { diskPath: place.diskPath, text } };
  const hasOthers = /[\p{Cc}]/u.test(text.replace(/[\t\r\n]/g, ""));
  return { ok: false, reason: hasOthers ? holdsControlCharacters : hasChanged };
}

const isNoPlainFile = "is a link or not a file any more";
const holdsControlCharacters = "holds invisible control characters, which have to be deleted first";
const hasChanged = "has changed since it was read";

/** A file's text as the loader makes it: without byte order mark, every line end as `\n`. */
export function plainText(text: string): string {
  return text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
}

/**
 * Puts other text in the place of a file's, whole or not at all. It keeps the file's mode.
 *
 * @param before - what the file must still hold
 * @returns why it was left as it is; `null` where it was written
 * @throws the file system's own error
 */
export async function rewriteFile(place: Place, before: string, after: string): Promise<string | null> {
  const found = await readPlain(place);
  if (found === null) return isNoPlainFile;
  if (!found.bytes.equals(Buffer.from(before))) return hasChanged;

  const temporary = join(dirname(place.diskPath), `.fix-${randomUUID()}`);
  // Without a pause between them, so that Ctrl-C finds the old file or the new one and nothing beside it.
  try {
    const file = openSync(temporary, "wx", 0o600);
    try {
      writeFileSync(file, after);
      fchmodSync(file, found.mode);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, place.diskPath);
    return null;
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** What a file holds, and who may do what with it; `null` where it is a link, stands behind one, or is no file. */
async function readPlain(place: Place): Promise<{ readonly bytes: Buffer; readonly mode: number } | null> {
  const handle = await openContentFile(place).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ECHANGED") return null;
    throw error;
  });
  if (handle === null) return null;
  try {
    return { bytes: await handle.readFile(), mode: (await handle.stat()).mode & 0o7777 };
  } finally {
    await handle.close();
  }
}
