import { execFile } from "node:child_process";
import { open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

/** How many files are written through to the disk at once. */
const atOnce = 16;

/**
 * Writes a folder and all in it through to the disk, so that a power cut after a swap finds whole files.
 *
 * @throws the system's own error where the disk could not take it
 */
export async function syncTree(folder: string): Promise<void> {
  if (await syncDisk(folder)) return;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile() || entry.isDirectory()).map((e) => join(e.parentPath, e.name));
  const waiting = [folder, ...paths].values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const path of waiting) await syncPath(path);
    }),
  );
}

/** Writes the names in a folder through to the disk. */
export async function syncFolder(folder: string): Promise<void> {
  await syncPath(folder);
}

/** One call for the whole disk, ten times as fast as one a file; `false` where the system has no such program. */
async function syncDisk(folder: string): Promise<boolean> {
  if (process.platform !== "linux") return false;
  try {
    await promisify(execFile)("sync", ["-f", folder]);
    return true;
  } catch {
    return false;
  }
}

async function syncPath(path: string): Promise<void> {
  try {
    const handle = await open(path, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    // Some systems and network disks cannot do this to a folder, or at all: nothing more can be had there.
    if (!["EINVAL", "ENOTSUP", "EISDIR", "EPERM", "EACCES"].includes((error as NodeJS.ErrnoException).code ?? ""))
      throw error;
  }
}
