import { askGit } from "./git.ts";

/** The commit that content was built from. */
export interface Commit {
  /** The full hash. */
  readonly id: string;
  /** When it was committed, in UTC: `2026-01-31T12:00:00Z`. */
  readonly time: string;
}

/** The last commit that changed a folder; `null` where the folder is not in Git, or Git is not there. */
export async function commitOf(folder: string): Promise<Commit | null> {
  const log = await askGit(folder, ["log", "-1", "--no-show-signature", "--format=%H %ct", "--", "."]);
  const [id, seconds] = log?.trim().split(" ") ?? [];
  if (!id || !seconds) return null;
  return { id, time: `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}Z` };
}
