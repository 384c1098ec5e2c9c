import { existsSync, lstatSync } from "node:fs";
import { mkdir, realpath, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { inspectOutput, linkedRelease } from "./output-folder.ts";
import type { OutputFolder, Surroundings } from "./output-folder.ts";
import { systemFailure } from "./publish-failure.ts";
import type { Failed } from "./publish-failure.ts";
import {
  carryAssets,
  keptReleases,
  listReleases,
  nameRelease,
  newerReleases,
  pruneReleases,
  removeLeftBehind,
  removeWhole,
  stagingPath,
} from "./releases.ts";
import { isSameSite } from "./same-site.ts";
import { finishSwaps, hasNoLinks, swapFolders, swapLink } from "./swap.ts";
import { syncFolder, syncTree } from "./sync-files.ts";

/** A site to publish, and where. */
export interface PublishRequest<Printed extends { readonly hash: string }> {
  /** Where the site is to stand, as typed. */
  readonly output: string;
  readonly surroundings: Surroundings;
  /** Fills an empty folder with a whole site, `version.json` among it. */
  readonly print: (stage: string) => Promise<Printed>;
  /** `false`: as on a disk that has no links. */
  readonly links?: boolean;
}

/** A site that was published. */
export interface Published<Printed> {
  readonly ok: true;
  readonly printed: Printed;
  /** Where it stands: an absolute path. */
  readonly output: string;
  /** What the person who publishes should know. */
  readonly notes: readonly string[];
}

const weakerPromise =
  "The output is a folder, not a link to a release: for a moment while it was replaced, nothing stood there. " +
  "Move the folder away once, and from then on no reader can meet that moment";

const unchanged = "Nothing has changed since the last build";

const noLinks =
  "This disk has no links, so the site was put in place by renaming folders: for a moment, nothing stood there";

/**
 * Publishes a site whole or not at all: prints it into a release folder beside the output, writes it through to the
 * disk, then puts it in place of the old one (design: a reader sees the old site or the new one). A site that is the
 * same as the old one is not published again, so that the releases to go back to are other sites.
 *
 * @returns a failure as a value where the output must not be written to or the disk fails: the old site then stands as
 *   it did. What `print` throws that is no failure of the disk is thrown on, with the old site untouched as well
 */
export async function publish<Printed extends { readonly hash: string }>(
  request: PublishRequest<Printed>,
): Promise<Published<Printed> | Failed> {
  const found = inspectOutput(request.output, request.surroundings);
  if (!found.ok) return found;
  const { output, releases } = found;
  const stage = stagingPath(releases);
  try {
    await makeFolder(releases);
    await finishSwaps(output, releases);
    await removeLeftBehind(releases);
    await mkdir(stage);
    const earlier = listReleases(releases);
    const printed = await request.print(stage);
    const isNew = !(await isSameSite(output, stage));
    if (isNew && existsSync(output)) await carryAssets(await realpath(output), stage);
    if (isNew) await syncTree(stage);
    // Looked at again: while the site was printed, somebody may have put something else there.
    const now = inspectOutput(request.output, request.surroundings);
    if (!now.ok) {
      await rm(stage, { recursive: true, force: true });
      return now;
    }
    const abandoned = now.kind === "link" ? newerReleases(earlier, linkedRelease(output)!) : [];
    if (!isNew) await rm(stage, { recursive: true });
    const notes = isNew ? await putInPlace(now, stage, printed.hash, request.links ?? true) : [unchanged];
    return { ok: true, printed, output, notes: [...notes, ...(await tidyUp(now, abandoned))] };
  } catch (error) {
    await rm(stage, { recursive: true, force: true }).catch(() => {});
    const failure = systemFailure(error);
    if (failure === null) throw error;
    return failure;
  }
}

/** Makes a folder and those above it. Node's own way misreports a disk that can only be read. */
async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  await makeFolder(dirname(folder));
  try {
    await mkdir(folder);
  } catch (error) {
    // Another build has just made it.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

/** Puts a finished stage where the site stands, and returns what should be known about how. */
async function putInPlace(
  { output, releases, kind }: OutputFolder,
  stage: string,
  hash: string,
  links: boolean,
): Promise<readonly string[]> {
  if (kind === "folder" || (kind === "absent" && !links)) {
    await swapFolders(output, stage, releases);
    return [kind === "folder" ? weakerPromise : noLinks];
  }
  const release = await nameRelease(stage, releases, hash);
  await syncFolder(releases);
  try {
    await swapLink(output, release);
  } catch (error) {
    if (kind === "absent" && hasNoLinks(error)) {
      await swapFolders(output, release, releases);
      return [noLinks];
    }
    await removeWhole(release, releases);
    throw error;
  }
  // Had this build been overtaken by so many others that its release was already deleted, the newest stands instead.
  const newest = listReleases(releases).at(-1);
  if (!existsSync(release) && newest !== undefined) await swapLink(output, newest);
  return [];
}

/**
 * Deletes old releases. The new site stands: a failure now is no failure to publish.
 *
 * @param abandoned - releases that had been rolled back from before this build: they go first, so that the release
 *   before the new one is the one that was published before it
 */
async function tidyUp({ output, releases }: OutputFolder, abandoned: readonly string[]): Promise<readonly string[]> {
  try {
    const found = lstatSync(output, { throwIfNoEntry: false });
    const published = found?.isSymbolicLink() ? linkedRelease(output) : null;
    for (const release of abandoned) if (release !== published) await removeWhole(release, releases);
    await pruneReleases(releases, published, published === null ? keptReleases - 1 : keptReleases);
    return [];
  } catch (error) {
    const failure = systemFailure(error);
    if (failure === null) throw error;
    return [`Old releases could not be deleted. ${failure.failure.message}`];
  }
}
