import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** The commit that content was built from. */
export interface Commit {
  /** The full hash. */
  readonly id: string;
  /** When it was committed, in UTC: `2026-01-31T12:00:00Z`. */
  readonly time: string;
}

/**
 * What Git is told before it looks at a folder of content: files there may be written to look like a repository whose
 * settings name programs to run. None of those settings counts, and nothing is fetched.
 */
const distrust: readonly string[] = [
  "safe.bareRepository=explicit",
  "log.showSignature=false",
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
  "core.pager=cat",
  "gpg.program=false",
  "protocol.allow=never",
].flatMap((setting) => ["-c", setting]);

/** The last commit that changed a folder; `null` where the folder is not in Git, or Git is not there. */
export async function commitOf(folder: string): Promise<Commit | null> {
  const git = promisify(execFile);
  const env = { ...process.env, GIT_ALLOW_PROTOCOL: "none", GIT_NO_LAZY_FETCH: "1", GIT_TERMINAL_PROMPT: "0" };
  try {
    const log = ["log", "-1", "--no-show-signature", "--format=%H %ct", "--", "."];
    const { stdout } = await git("git", [...distrust, "-C", folder, ...log], { env });
    const [id, seconds] = stdout.trim().split(" ");
    if (!id || !seconds) return null;
    return { id, time: `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}Z` };
  } catch {
    return null;
  }
}
