import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** The commit that content was built from. */
export interface Commit {
  /** The full hash. */
  readonly id: string;
  /** When it was committed, in UTC: `2026-01-31T12:00:00Z`. */
  readonly time: string;
}

/** The last commit that changed a folder; `null` where the folder is not in Git, or Git is not there. */
export async function commitOf(folder: string): Promise<Commit | null> {
  const git = promisify(execFile);
  try {
    const { stdout } = await git("git", ["-C", folder, "log", "-1", "--format=%H %ct", "--", "."]);
    const [id, seconds] = stdout.trim().split(" ");
    if (!id || !seconds) return null;
    return { id, time: `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}Z` };
  } catch {
    return null;
  }
}
