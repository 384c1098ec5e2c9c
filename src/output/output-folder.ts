import { existsSync, lstatSync, readFileSync, readdirSync, readlinkSync, realpathSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { readVersion, versionPath } from "./machine-files.ts";
import { refused, systemFailure } from "./publish-failure.ts";
import type { Failed } from "./publish-failure.ts";

/** What stands where a site is to be published. */
export interface OutputFolder {
  readonly ok: true;
  /** Where the site is published: an absolute path, links above it followed. */
  readonly output: string;
  /** The folder beside it that holds the releases. */
  readonly releases: string;
  /** `link`: a link to a release of ours. `folder`: a real folder, empty or made by us. */
  readonly kind: "absent" | "link" | "folder";
}

/** Folders that a build must not publish over. */
export interface Surroundings {
  /** The folder that the generator itself is in. */
  readonly project: string;
  /** Folders that the build reads: content, layouts, assets. */
  readonly inputs: readonly string[];
}

/** The name of a release folder: its number and the start of its content's hash. */
export const releaseName = /^(?<number>[1-9][0-9]*)-[0-9a-f]{12}$/;

/**
 * Looks at where a site is to be published, and changes nothing.
 *
 * @param output - as typed: relative to the current folder, or absolute
 * @returns what stands there, or why nothing may be published there
 */
export function inspectOutput(output: string, surroundings: Surroundings): OutputFolder | Failed {
  try {
    const path = realPath(resolve(output));
    return dangerous(path, surroundings) ?? standing(path);
  } catch (error) {
    const failure = systemFailure(error);
    if (failure === null) throw error;
    return failure;
  }
}

/** The folder of the release that a link leads to; `null` where the link is not one of ours. */
export function linkedRelease(output: string): string | null {
  const target = readlinkSync(output);
  const folder = `${basename(output)}.releases`;
  const name = target.split(/[\\/]/).at(-1) ?? "";
  if (!releaseName.test(name) || (target !== `${folder}/${name}` && target !== `${folder}\\${name}`)) return null;
  return join(dirname(output), folder, name);
}

/** Whether a folder holds a site that this generator made. */
export function isOurs(folder: string): boolean {
  try {
    return readVersion(readFileSync(join(folder, versionPath), "utf8")) !== null;
  } catch {
    return false;
  }
}

function dangerous(output: string, { project, inputs }: Surroundings): Failed | null {
  const otherFolder = "Choose a folder of its own with --output, such as --output _site";
  if (dirname(output) === output) return refused(`The output folder is the whole disk: ${output}`, otherFolder);
  for (const [folder, what] of [
    [homedir(), "your home folder"],
    [project, "the generator's own folder"],
  ] as const) {
    if (contains(output, realPath(folder)))
      return refused(`The output folder is or holds ${what}: ${output}`, otherFolder);
  }
  for (const input of inputs.map(realPath)) {
    if (contains(output, input))
      return refused(`The output folder is or holds a folder that is read: ${input}`, otherFolder);
    if (contains(input, output))
      return refused(`The output folder is inside a folder that is read: ${input}`, otherFolder);
  }
  return null;
}

function standing(output: string): OutputFolder | Failed {
  const releases = `${output}.releases`;
  const found = (kind: OutputFolder["kind"]): OutputFolder => ({ ok: true, output, releases, kind });
  const parent = nearestFolder(dirname(output));
  if (!statSync(parent).isDirectory()) {
    return refused(`The output folder would be inside a file: ${parent}`, "Choose another folder with --output");
  }
  const kept = lstatSync(releases, { throwIfNoEntry: false });
  if (kept !== undefined && !kept.isDirectory()) {
    // A link may lead to a folder of somebody else's, and old releases are deleted.
    const what = kept.isSymbolicLink() ? "link" : "file";
    return refused(`A ${what} stands where releases are kept: ${releases}`, "Move it away, or choose another --output");
  }
  const stats = lstatSync(output, { throwIfNoEntry: false });
  if (stats === undefined) return found("absent");
  const moveAway = "Move it away, or choose another folder with --output";
  if (stats.isSymbolicLink()) {
    return linkedRelease(output) === null
      ? refused(`A link that was not made here stands at ${output}`, moveAway)
      : found("link");
  }
  if (!stats.isDirectory()) return refused(`A file stands where the site would be published: ${output}`, moveAway);
  if (readdirSync(output).length === 0 || isOurs(output)) return found("folder");
  return refused(`The output folder holds files that were not made here: ${output}`, moveAway);
}

/** A path with every link in the folders above it followed; what is not there yet stays as it is. */
function realPath(path: string): string {
  const folder = nearestFolder(dirname(path));
  return join(realpathSync(folder), relative(folder, path));
}

/** The nearest path at or above this one that is there. */
function nearestFolder(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestFolder(dirname(path));
}

/** Whether a folder is another one or holds it. */
function contains(folder: string, inner: string): boolean {
  const path = relative(folder, inner);
  return path === "" || (path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path));
}
