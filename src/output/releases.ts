import { constants, lstatSync, readFileSync, readdirSync } from "node:fs";
import { copyFile, mkdir, rename, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { readVersion, versionPath } from "./machine-files.ts";
import type { Version } from "./machine-files.ts";
import { isContained } from "./output-paths.ts";
import { releaseName } from "./output-folder.ts";

/** How many releases stay, the published one among them. */
export const keptReleases = 3;

/** A staging folder of another machine counts as left behind after a day, in milliseconds. */
const longestBuild = 24 * 60 * 60 * 1000;

/** What belongs to one process: `staging-<machine>-<process>-<its start, milliseconds>-<count>`, and swaps' notes. */
const ownedName = /^(?<kind>staging|swap)-(?<machine>.+)-(?<pid>[0-9]+)-(?<start>[0-9]+)-[0-9]+$/;

const machineName = hostname().replace(/[^A-Za-z0-9.]/g, "_");
const ownStart = Math.round(performance.timeOrigin);
let ownNames = 0;

/** A path beside the releases that no other process uses: for a site that is being printed, or one on its way out. */
export function stagingPath(releases: string): string {
  return join(releases, ownName("staging"));
}

/** Where a swap of two folders is noted while it is on its way. */
export function swapNotePath(releases: string): string {
  return join(releases, ownName("swap"));
}

/** Whether a name is of the form that sites on their way in or out have here. */
export function isStagingName(name: string): boolean {
  return ownedName.exec(name)?.groups?.["kind"] === "staging";
}

/** The releases that are kept, oldest first: sites that this generator made, and no other folders. */
export function listReleases(releases: string): readonly string[] {
  const all = takenNames(releases).map((name) => join(releases, name));
  return all.filter((release) => versionOf(release) !== null);
}

/** The names of releases that are taken, whatever stands there, in order of their numbers. */
function takenNames(releases: string): readonly string[] {
  const names = readdirSync(releases).filter((name) => releaseName.test(name));
  return names.toSorted(compareNames);
}

/**
 * The releases that are newer than the published one: somebody has rolled back from them.
 *
 * @param releases - paths
 * @param published - the path of the release that is published, there or not
 */
export function newerReleases(releases: readonly string[], published: string): readonly string[] {
  return releases.filter((release) => compareNames(basename(release), basename(published)) > 0);
}

/**
 * Gives a finished folder its name as the newest release.
 *
 * @param hash - of its content, in hexadecimal
 * @returns where the release is now
 */
export async function nameRelease(folder: string, releases: string, hash: string): Promise<string> {
  for (;;) {
    const newest = takenNames(releases).at(-1);
    const number = newest === undefined ? 1 : numberOf(newest) + 1;
    const release = join(releases, `${number}-${hash.slice(0, 12)}`);
    try {
      await rename(folder, release);
      return release;
    } catch (error) {
      // Another build of the same content has just taken the name: the next number is free.
      if (!["ENOTEMPTY", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    }
  }
}

/**
 * Deletes all but the last releases.
 *
 * @param published - the release that is published now; it stays, and releases newer than it are left alone: another
 *   build may be about to publish one
 * @param kept - how many stay, `published` among them
 */
export async function pruneReleases(releases: string, published: string | null, kept: number): Promise<void> {
  const all = listReleases(releases);
  const upTo = published === null ? all.length : all.indexOf(published) + 1;
  for (const release of all.slice(0, Math.max(0, upTo - kept))) await removeWhole(release, releases);
}

/** Deletes a folder so that it is never seen in part under its own name. */
export async function removeWhole(folder: string, releases: string): Promise<void> {
  const leaving = stagingPath(releases);
  try {
    await rename(folder, leaving);
  } catch (error) {
    // Another build has just deleted it.
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  await rm(leaving, { recursive: true, force: true });
}

/** Keeps a site that made way as a release to go back to; a folder that was no site is deleted. */
export async function keepOld(old: string, releases: string): Promise<void> {
  const version = versionOf(old);
  if (version === null) await removeWhole(old, releases);
  else await nameRelease(old, releases, version.content);
}

/** Deletes what crashed builds have left behind. Swaps that they left half done must have been finished before. */
export async function removeLeftBehind(releases: string): Promise<void> {
  for (const name of readdirSync(releases)) {
    if (isLeftBehind(name, releases)) await rm(join(releases, name), { recursive: true, force: true });
  }
}

/**
 * Carries the last release's own fingerprinted files into the next, so that a page still open in somebody's browser
 * finds them. What that release itself had been handed on is not carried further.
 *
 * @param last - the folder of the site that is published now
 */
export async function carryAssets(last: string, stage: string): Promise<void> {
  for (const path of versionOf(last)?.assets ?? []) {
    if (!path.startsWith("assets/") || !isContained(path)) continue;
    await mkdir(dirname(join(stage, path)), { recursive: true });
    try {
      await copyFile(join(last, path), join(stage, path), constants.COPYFILE_EXCL);
    } catch (error) {
      // There already, as its content has not changed; or not there, as somebody deleted it.
      if (!["EEXIST", "ENOENT"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    }
  }
}

/** The `version.json` of a site that was published; `null` where there is none. */
function versionOf(folder: string): Version | null {
  try {
    return readVersion(readFileSync(join(folder, versionPath), "utf8"));
  } catch {
    return null;
  }
}

/** Whether something in the folder of releases belongs to a process that is no more. */
export function isLeftBehind(name: string, releases: string): boolean {
  const { machine, pid, start } = ownedName.exec(name)?.groups ?? {};
  if (pid === undefined) return false;
  if (machine !== machineName) {
    const stats = lstatSync(join(releases, name), { throwIfNoEntry: false });
    return stats !== undefined && stats.mtimeMs < Date.now() - longestBuild;
  }
  // A process number is given out again: with this process's own, another start means another process.
  return Number(pid) === process.pid ? Number(start) !== ownStart : !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function ownName(kind: "staging" | "swap"): string {
  ownNames += 1;
  return `${kind}-${machineName}-${process.pid}-${ownStart}-${ownNames}`;
}

function compareNames(a: string, b: string): number {
  return numberOf(a) - numberOf(b) || (a < b ? -1 : Number(a > b));
}

function numberOf(name: string): number {
  return Number(releaseName.exec(name)?.groups?.["number"]);
}
