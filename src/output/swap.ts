import { existsSync, readFileSync, readdirSync } from "node:fs";
import { rename, rm, symlink, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { releaseName } from "./output-folder.ts";
import { isLeftBehind, isStagingName, keepOld, stagingPath, swapNotePath } from "./releases.ts";
import { syncFolder } from "./sync-files.ts";

/** A swap of two folders on its way, noted so that the next build can finish what a crash left undone. */
interface SwapNote {
  /** Where the old site goes. */
  readonly old: string;
  /** Where the new site comes from: whole, and written through to the disk. */
  readonly next: string;
}

/**
 * Publishes a release by one rename of a link: a reader sees the old site or the new one.
 *
 * @throws the system's own error; see `hasNoLinks`
 */
export async function swapLink(output: string, release: string): Promise<void> {
  const releases = dirname(release);
  const link = stagingPath(releases);
  await symlink(`${basename(releases)}/${basename(release)}`, link, "dir");
  try {
    await rename(link, output);
  } catch (error) {
    await rm(link, { force: true });
    throw error;
  }
  await syncFolder(dirname(output));
}

/** Whether an error of `swapLink` says that the disk or the system lets nobody make links. */
export function hasNoLinks(error: unknown): boolean {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return syscall === "symlink" && ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EINVAL"].includes(code ?? "");
}

/**
 * Publishes a folder by two renames, for where no link can stand: between them, for a moment, nothing is there.
 *
 * @param next - a whole site beside the releases
 * @param put - what becomes of the site that stood there; by default it is kept as a release to go back to
 */
export async function swapFolders(
  output: string,
  next: string,
  releases: string,
  put: (old: string, releases: string) => Promise<void> = keepOld,
): Promise<void> {
  const note = swapNotePath(releases);
  for (;;) {
    const old = stagingPath(releases);
    await writeFile(note, JSON.stringify({ old, next } satisfies SwapNote));
    await syncFolder(releases);
    const stood = await renamed(output, old, "ENOENT");
    try {
      if (await renamed(next, output, "ENOTEMPTY", "EEXIST")) {
        await syncFolder(dirname(output));
        await rm(note);
        if (stood) await put(old, releases);
        return;
      }
    } catch (error) {
      if (stood) await rename(old, output);
      await rm(note, { force: true });
      throw error;
    }
    // Another build has just put its own site there: it makes way in turn.
    if (stood) await keepOld(old, releases);
  }
}

/** Finishes swaps of folders that a crash or a power cut left half done: the new site, else the old one, comes back. */
export async function finishSwaps(output: string, releases: string): Promise<void> {
  if (!existsSync(releases)) return;
  const notes = readdirSync(releases).filter((name) => name.startsWith("swap-") && isLeftBehind(name, releases));
  for (const name of notes) {
    const { old, next } = readNote(join(releases, name));
    for (const folder of [next, old]) {
      if (!existsSync(output) && folder !== null && existsSync(folder)) await rename(folder, output);
    }
    if (old !== null && existsSync(old)) await keepOld(old, releases);
    await rm(join(releases, name), { recursive: true, force: true });
  }
}

/**
 * A note that was cut off while it was written is of a swap that had not begun. One with other names than a swap writes
 * was not made here, and what it names is left alone.
 */
function readNote(path: string): { readonly old: string | null; readonly next: string | null } {
  const none = { old: null, next: null };
  try {
    const note = JSON.parse(readFileSync(path, "utf8")) as SwapNote;
    const [old, next] = [basename(note.old), basename(note.next)];
    if (!isStagingName(old) || !(isStagingName(next) || releaseName.test(next))) return none;
    return { old: join(dirname(path), old), next: join(dirname(path), next) };
  } catch {
    return none;
  }
}

/** Renames, unless it ends in one of the errors that are expected; says whether it did. */
async function renamed(from: string, to: string, ...expected: readonly string[]): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (!expected.includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    return false;
  }
}
