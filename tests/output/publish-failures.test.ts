import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { systemFailure } from "../../src/output/publish-failure.ts";
import { newDesk, publishSmall, readSite, siteSaying } from "./small-sites.ts";
import type { Desk } from "./small-sites.ts";

let desk: Desk;
let mounts: string[] = [];
beforeEach(() => {
  desk = newDesk();
  mounts = [];
});
afterEach(() => {
  for (const mount of mounts.toReversed()) execFileSync("umount", [mount]);
  desk.clear();
});

/** Mounts something in the desk; `false` where this machine or user cannot. */
function mounted(folder: string, ...options: readonly string[]): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    execFileSync("mount", [...options, folder], { stdio: "ignore" });
    mounts.push(folder);
    return true;
  } catch {
    return false;
  }
}

/** Closes a folder to this user, root too; returns what opens it again, or `null` where it cannot be done. */
function closed(folder: string): (() => void) | null {
  if (process.getuid?.() !== 0) {
    chmodSync(folder, 0o555);
    return () => chmodSync(folder, 0o755);
  }
  try {
    execFileSync("chattr", ["+i", folder], { stdio: "ignore" });
    return () => execFileSync("chattr", ["-i", folder]);
  } catch {
    return null;
  }
}

/** A desk whose output is on a disk of its own, of one megabyte. */
function deskOnSmallDisk(): Desk | null {
  const folder = join(desk.folder, "small");
  return mounted(folder, "-t", "tmpfs", "-o", "size=1m", "tmpfs") ? { ...desk, output: join(folder, "_site") } : null;
}

describe("a disk that fails", () => {
  test("by being full leaves the old site, and says which file could not be written", async ({ skip }) => {
    const small = deskOnSmallDisk();
    if (small === null) return skip("a small disk can only be mounted by root on Linux");
    await publishSmall(small, siteSaying("old"));
    const published = await publishSmall(small, { ...siteSaying("new"), "big.bin": "x".repeat(2 ** 21) });
    expect(published).toMatchObject({
      ok: false,
      failure: { exitCode: 3, message: expect.stringMatching(/no space left/) },
    });
    expect(readSite(small.output)).toEqual(siteSaying("old"));
    expect(readdirSync(`${small.output}.releases`)).toHaveLength(1);
    expect(await publishSmall(small, siteSaying("smaller"))).toMatchObject({ ok: true });
  });

  test("by being full at any point of the build leaves the old site", async ({ skip }) => {
    const small = deskOnSmallDisk();
    if (small === null) return skip("a small disk can only be mounted by root on Linux");
    await publishSmall(small, siteSaying("old"));
    for (let percent = 10; percent <= 100; percent += 10) {
      const filler = join(small.output, "..", "filler");
      writeFileSync(filler, "x".repeat(Math.floor((2 ** 20 * (100 - percent)) / 100)));
      const published = await publishSmall(small, { ...siteSaying("new"), "big.bin": "x".repeat(2 ** 20) });
      expect(published.ok).toBe(false);
      expect(readSite(small.output)).toEqual(siteSaying("old"));
    }
  });

  test("by being read-only is said before anything is printed", async ({ skip }) => {
    const folder = join(desk.folder, "bound");
    mkdirSync(folder);
    const readOnly = mounted(folder, "--bind", folder) && mounted(folder, "-o", "remount,bind,ro");
    mounts = mounts.slice(0, 1);
    if (!readOnly) return skip("a read-only disk can only be mounted by root on Linux");
    let printed = false;
    const meanwhile = () => (printed = true);
    const published = await publishSmall({ ...desk, output: join(folder, "_site") }, siteSaying("new"), { meanwhile });
    expect(published).toMatchObject({
      ok: false,
      failure: { exitCode: 3, message: expect.stringMatching(/can only be read/) },
    });
    expect(printed).toBe(false);
  });

  test("by being closed to us is said before anything is printed", async ({ skip }) => {
    const folder = join(desk.folder, "closed");
    mkdirSync(folder);
    const open = closed(folder);
    if (open === null) return skip("this disk cannot close a folder to root");
    let printed = false;
    const meanwhile = () => (printed = true);
    const published = await publishSmall({ ...desk, output: join(folder, "_site") }, siteSaying("new"), { meanwhile });
    open();
    expect(published).toMatchObject({
      ok: false,
      failure: { exitCode: 3, message: expect.stringMatching(/permission is denied|not permitted/) },
    });
    expect(printed).toBe(false);
  });

  test("by being mounted at the output itself is said, with where to publish instead", async ({ skip }) => {
    if (!mounted(desk.output, "-t", "tmpfs", "tmpfs")) return skip("a disk can only be mounted by root on Linux");
    const published = await publishSmall(desk, siteSaying("new"));
    expect(published).toMatchObject({
      ok: false,
      failure: { exitCode: 3, fix: "Choose a folder inside it with --output" },
    });
  });
});

describe("systemFailure", () => {
  test("finds what the system said inside what a library threw", () => {
    const inner = Object.assign(new Error("EIO"), { code: "EIO", syscall: "write", path: "/site/index.html" });
    const failure = systemFailure(new Error("Could not print", { cause: inner }));
    expect(failure?.failure).toMatchObject({
      exitCode: 3,
      message: "Could not write /site/index.html: the disk could not read or write",
    });
  });

  test("is nothing for what is no failure of the system", () => {
    expect(systemFailure(new Error("a mistake in a layout"))).toBeNull();
  });
});
