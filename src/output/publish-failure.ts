/** Why a site could not be published. A value: the site that stood there before still stands. */
export interface PublishFailure {
  /** 2: asked for something that must not be done. 3: the disk or the system failed. */
  readonly exitCode: 2 | 3;
  /** What went wrong, on one line, without a full stop; names the file. */
  readonly message: string;
  /** What to do about it, as an instruction. */
  readonly fix: string;
}

/** A failure with what the system said about it. */
export interface Failed {
  readonly ok: false;
  readonly failure: PublishFailure;
}

/** The errors of a disk (POSIX, errno.h) in words, and what to do about each. */
const systemErrors: Readonly<Record<string, readonly [what: string, fix: string]>> = {
  ENOSPC: ["there is no space left on the disk", "Delete what is not needed on that disk, then build again"],
  EDQUOT: ["your share of the disk is used up", "Delete what you do not need on that disk, then build again"],
  EIO: ["the disk could not read or write", "Check the disk, or build to another one"],
  EACCES: ["permission is denied", "Give yourself permission to write there, or choose another folder with --output"],
  EPERM: ["it is not permitted", "Give yourself permission to write there, or choose another folder with --output"],
  EROFS: ["the disk can only be read", "Choose a folder on another disk with --output"],
  EMFILE: ["too many files are open", "Allow more open files (ulimit -n), or close other programs, then build again"],
  ENFILE: ["too many files are open on this machine", "Close other programs, then build again"],
  ENAMETOOLONG: ["the path is too long", "Choose a shorter folder with --output, or a shorter name for the page"],
  ENOTDIR: ["a part of the path is a file", "Choose another folder with --output"],
  ENOENT: ["it is not there any more", "Check whether something else deletes files there, then build again"],
  // Ours: `openContentFile` throws it.
  ECHANGED: ["it changed while the site was built", "Build again"],
  EBUSY: ["it is in use, or is where a disk is mounted", "Choose a folder inside it with --output"],
  EXDEV: ["it is on another disk than the folder that holds it", "Choose a folder inside it with --output"],
};

/** Something that must not be done, with what to do instead. */
export function refused(message: string, fix: string): Failed {
  return { ok: false, failure: { exitCode: 2, message, fix } };
}

/**
 * A failure of the system in words.
 *
 * @param error - what was thrown; its causes are looked through as well
 * @returns `null` for what is no failure of the system, but a mistake in a layout, or our bug
 */
export function systemFailure(error: unknown): Failed | null {
  for (let next = error; next instanceof Error; next = next.cause) {
    const { code, path, syscall, dest } = next as NodeJS.ErrnoException & { dest?: string };
    if (code === undefined || syscall === undefined) continue;
    const [what, fix] = systemErrors[code] ?? [`the system said ${code}`, "Check the disk, then build again"];
    return { ok: false, failure: { exitCode: 3, message: `${attempted(syscall, path, dest)}: ${what}`, fix } };
  }
  return null;
}

/** What the system was asked to do, with the names of the files. */
function attempted(syscall: string, path: string | undefined, dest: string | undefined): string {
  if (path === undefined) return `Could not ${syscall} a file`;
  if (dest !== undefined) return `Could not ${syscall === "copyfile" ? "copy" : "move"} ${path} to ${dest}`;
  return `Could not ${["scandir", "stat", "lstat", "readlink", "read"].includes(syscall) ? "read" : "write"} ${path}`;
}
