import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import { versionPath } from "./machine-files.ts";

/**
 * Whether a site that stands is the one that was just printed: the same files with the same bytes, `version.json` among
 * them. Only the files under `assets/` that it was handed on by the release before it may be there besides.
 *
 * @param standing - the folder of a site, or where none may be
 * @param printed - the folder of a whole site
 */
export async function isSameSite(standing: string, printed: string): Promise<boolean> {
  try {
    // It names the hash of all the others: where it differs, which is most often, nothing else is read.
    if (!(await isSameFile(standing, printed, versionPath))) return false;
    const [stood, wanted] = [await filesIn(standing), await filesIn(printed)];
    const besides = [...stood].filter((path) => !wanted.has(path));
    if (besides.some((path) => !path.startsWith(`assets${sep}`))) return false;
    for (const path of wanted) if (!(await isSameFile(standing, printed, path))) return false;
    return true;
  } catch (error) {
    // A file or the whole site is not there, or a folder stands in a file's place.
    if (["ENOENT", "ENOTDIR", "EISDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) return false;
    throw error;
  }
}

async function isSameFile(folder: string, other: string, path: string): Promise<boolean> {
  const [content, otherContent] = await Promise.all([readFile(join(folder, path)), readFile(join(other, path))]);
  return content.equals(otherContent);
}

/** Paths of everything in a folder but the folders, as the system writes them. */
async function filesIn(folder: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory());
  return new Set(files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)));
}
