import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { open, realpath } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import type { ContentFile } from "../model/site.ts";

/** A link is not followed, and a pipe is not waited for; Windows knows neither way to open. */
const plainFile = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Opens a file of the content folder to read it. When the folder was listed it was a plain file; one that has become a
 * link since, or stands behind one, could hand any file of this machine to every reader of the site.
 *
 * @returns a handle, which the caller closes
 * @throws an error as of the system: with the code `ECHANGED` where it is not that plain file any more, else its own
 */
export async function openContentFile({ path, diskPath }: Pick<ContentFile, "path" | "diskPath">): Promise<FileHandle> {
  const handle = await open(diskPath, plainFile).catch((error: NodeJS.ErrnoException) => {
    throw changedCodes.includes(error.code ?? "") ? changed(diskPath) : Object.assign(error, { syscall: "read" });
  });
  try {
    if (!(await handle.stat()).isFile() || !(await isInPlace(path, diskPath))) throw changed(diskPath);
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** A link; no such file; a socket or device; a file in the place of a folder above it (POSIX, open). */
const changedCodes = ["ELOOP", "EMLINK", "ENOENT", "ENXIO", "ENOTDIR"];

/** Whether no folder between the content folder and the file is a link. */
async function isInPlace(path: string, diskPath: string): Promise<boolean> {
  const folder = dirname(diskPath);
  const content = resolve(diskPath, ...path.split("/").map(() => ".."));
  return (await realpath(folder)) === join(await realpath(content), relative(content, folder));
}

/**
 * Reads a file of the content folder as a whole.
 *
 * @throws as `openContentFile`; with the code `ECHANGED` also for a picture that is not the one that was looked at
 */
export async function readContentFile(file: ContentFile): Promise<Uint8Array> {
  const handle = await openContentFile(file);
  try {
    const bytes = await handle.readFile();
    checkUnchanged(file, createHash("sha256").update(bytes).digest("hex"));
    return bytes;
  } finally {
    await handle.close();
  }
}

/**
 * What was found out about a picture holds for the bytes that were looked at, and for no others.
 *
 * @param hash - SHA-256 of the bytes that were read now, in hexadecimal
 * @throws an error with the code `ECHANGED` where they are others
 */
export function checkUnchanged({ diskPath, picture }: ContentFile, hash: string): void {
  if (picture !== undefined && picture.hash !== hash) throw changed(diskPath);
}

function changed(path: string): NodeJS.ErrnoException {
  const words = `${path} changed while it was being read`;
  return Object.assign(new Error(words), { code: "ECHANGED", syscall: "read", path });
}
