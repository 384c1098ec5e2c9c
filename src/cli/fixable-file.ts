import { randomUUID } from "node:crypto";
import { closeSync, fchmodSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { access, constants } from "node:fs/promises";
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
  if (!found.ok) return found;
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(found.bytes);
  if (plainText(text) === source) return { ok: true, file: { diskPath: place.diskPath, text } };
  const hasOthers = /[\p{Cc}]/u.test(text.replace(/[\t\r\n]/g, ""));
  return { ok: false, reason: hasOthers ? holdsControlCharacters : hasChanged };
}

const isNoPlainFile = "is a link or not a file any more";
const holdsControlCharacters = "holds invisible control characters, which have to be deleted first";
const hasChanged = "has changed since it was read";
const isProtected = "is write-protected";
const folderIsProtected = "stands in a folder that is write-protected";

/** What the system says where somebody may not write (POSIX, open and rename). */
const refusals: ReadonlySet<string | undefined> = new Set(["EACCES", "EPERM", "EROFS"]);

/** A file's text as the loader makes it: without byte order mark, every line end as `\n`. */
export function plainText(text: string): string {
  return text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
}

/**
 * Puts other text in the place of a file's, whole or not at all. It keeps the file's mode.
 *
 * @param before - what the file must still hold
 * @returns why it was left as it is; `null` where it was written
 * @throws an error as of the system; it names the file
 */
export async function rewriteFile(place: Place, before: string, after: string): Promise<string | null> {
  const found = await readPlain(place);
  if (!found.ok) return found.reason;
  if (!found.bytes.equals(Buffer.from(before))) return hasChanged;
  try {
    replaceFile(place.diskPath, after, found.mode);
    return null;
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (refusals.has(code)) return folderIsProtected;
    // The system names the temporary file, which nobody has ever seen.
    const path = place.diskPath;
    throw Object.assign(new Error(`${code}: write ${path}`), { code, syscall: "write", path });
  }
}

/** Writes a file beside another and puts it in its place: without a pause, so that Ctrl-C finds one of the two whole. */
function replaceFile(path: string, text: string, mode: number): void {
  const temporary = join(dirname(path), `.fix-${randomUUID()}`);
  try {
    const file = openSync(temporary, "wx", 0o600);
    try {
      writeFileSync(file, text);
      fchmodSync(file, mode);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

type PlainReading =
  | { readonly ok: true; readonly bytes: Buffer; readonly mode: number }
  | { readonly ok: false; readonly reason: string };

/** What a file holds, and who may do what with it; or why it is to be left as it is. */
async function readPlain(place: Place): Promise<PlainReading> {
  const handle = await openContentFile(place).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ECHANGED") return null;
    throw error;
  });
  if (handle === null) return { ok: false, reason: isNoPlainFile };
  try {
    const mode = (await handle.stat()).mode & 0o7777;
    // The administrator may write to everything; a file that nobody may write to was still meant to stay as it is.
    const mayWrite = (mode & 0o222) !== 0 && (await access(place.diskPath, constants.W_OK).then(yes, no));
    return mayWrite ? { ok: true, bytes: await handle.readFile(), mode } : { ok: false, reason: isProtected };
  } finally {
    await handle.close();
  }
}

const yes = () => true;
const no = () => false;
