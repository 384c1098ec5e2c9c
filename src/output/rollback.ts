import { existsSync } from "node:fs";
import { basename } from "node:path";
import { inspectOutput, linkedRelease } from "./output-folder.ts";
import type { Surroundings } from "./output-folder.ts";
import { refused, systemFailure } from "./publish-failure.ts";
import type { Failed } from "./publish-failure.ts";
import { listReleases, removeWhole } from "./releases.ts";
import { finishSwaps, swapFolders, swapLink } from "./swap.ts";

/** A site that was put back. */
export interface RolledBack {
  readonly ok: true;
  readonly output: string;
  /** The name of the release that stands there now: `12-0123456789ab`. */
  readonly release: string;
}

/**
 * Puts the release before the published one in its place, as a build would. Once more goes back one further.
 *
 * @param output - as typed
 * @returns a failure as a value where there is no release to go back to, or the disk fails
 */
export async function rollback(output: string, surroundings: Surroundings): Promise<RolledBack | Failed> {
  const first = inspectOutput(output, surroundings);
  if (!first.ok) return first;
  try {
    await finishSwaps(first.output, first.releases);
    const found = inspectOutput(output, surroundings);
    if (!found.ok) return found;
    const all = existsSync(found.releases) ? listReleases(found.releases) : [];
    const published = found.kind === "link" ? linkedRelease(found.output) : null;
    // Where somebody has deleted the published release itself, the newest that is left comes back.
    const before = published !== null && all.includes(published) ? all.slice(0, all.indexOf(published)) : all;
    const release = before.at(-1);
    if (release === undefined) {
      return refused(
        `There is no earlier release of ${found.output}`,
        "Build again from the content that you want published",
      );
    }
    if (found.kind === "folder") await swapFolders(found.output, release, found.releases, removeWhole);
    else await swapLink(found.output, release);
    return { ok: true, output: found.output, release: basename(release) };
  } catch (error) {
    const failure = systemFailure(error);
    if (failure === null) throw error;
    return failure;
  }
}
