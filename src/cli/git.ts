import { execFile } from "node:child_process";
import { promisify } from "node:util";

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

/** Git only looks: it asks nobody, fetches nothing, and does not even tidy up its own list of files. */
const quiet = { GIT_ALLOW_PROTOCOL: "none", GIT_NO_LAZY_FETCH: "1", GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0" };

/**
 * What Git says about a folder of content.
 *
 * @param args - a Git command that only reads, and what follows it
 * @returns `null` where the folder is not in Git, Git is not there, or it refuses
 */
export async function askGit(folder: string, args: readonly string[]): Promise<string | null> {
  const env = { ...process.env, ...quiet };
  const options = { env, encoding: "utf8" as const, maxBuffer: 2 ** 28 };
  return promisify(execFile)("git", [...distrust, "-C", folder, ...args], options).then(
    ({ stdout }) => stdout,
    () => null,
  );
}

/**
 * The same, byte for byte.
 *
 * @param input - what Git is told on its standard input
 */
export async function askGitForBytes(folder: string, args: readonly string[], input: string): Promise<Buffer | null> {
  const options = { env: { ...process.env, ...quiet }, encoding: "buffer" as const, maxBuffer: 2 ** 30 };
  const asked = promisify(execFile)("git", [...distrust, "-C", folder, ...args], options);
  // A Git that refuses does not listen to the end.
  asked.child.stdin?.on("error", () => {}).end(input);
  return asked.then(
    ({ stdout }) => stdout,
    () => null,
  );
}

/**
 * The files of a content folder that are not as in the last commit, new ones too.
 *
 * @returns paths inside the folder, with `/`; `null` where Git cannot tell
 */
export async function changedFiles(folder: string): Promise<ReadonlySet<string> | null> {
  const diff = ["diff", "--name-only", "--relative", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all", "-z"];
  const changed = await askGit(folder, [...diff, "HEAD", "--", "."]);
  const added = await askGit(folder, ["ls-files", "--others", "--exclude-standard", "-z", "--", "."]);
  return changed === null || added === null ? null : new Set(`${changed}${added}`.split("\0").filter(Boolean));
}
