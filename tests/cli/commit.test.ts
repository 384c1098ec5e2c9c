import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { appendFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { commitOf } from "../../src/cli/commit.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "commit-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

test("commitOf names the last commit that changed the folder, in UTC", async () => {
  const date = "2026-01-31T12:00:00+02:00";
  const env = { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date };
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-C", folder, "-c", "user.name=a", "-c", "user.email=a@example.org", ...args], { env });
  git("init", "-q");
  await mkdir(join(folder, "content"));
  await writeFile(join(folder, "content", "a.md"), "a");
  git("add", "-A");
  git("commit", "-qm", "content");
  await writeFile(join(folder, "other"), "b");
  git("add", "-A");
  git("commit", "-qm", "other", "--date", "2026-02-01T12:00:00Z");
  const commit = await commitOf(join(folder, "content"));
  expect(commit?.id).toMatch(/^[0-9a-f]{40}$/);
  expect(commit?.time).toBe("2026-01-31T10:00:00Z");
});

test("commitOf runs nothing that files in the folder name, were they written as a repository", async () => {
  const git = (...args: readonly string[]) => execFileSync("git", ["-C", folder, ...args], { encoding: "utf8" }).trim();
  git("init", "-q", "--bare");
  const tree = git("hash-object", "-t", "tree", "-w", "/dev/null");
  const signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----";
  const lines = [`tree ${tree}`, "author a <a@b> 1 +0000", "committer a <a@b> 1 +0000", signature, "", "m", ""];
  await writeFile(join(folder, "commit"), lines.join("\n"));
  const commit = git("hash-object", "-t", "commit", "-w", "--literally", join(folder, "commit"));
  git("update-ref", "HEAD", commit);
  const proof = join(folder, "ran");
  await writeFile(join(folder, "run"), `#!/bin/sh\ntouch '${proof}'\n`, { mode: 0o755 });
  await appendFile(
    join(folder, "config"),
    `[log]\n\tshowSignature = true\n[gpg]\n\tprogram = ${join(folder, "run")}\n`,
  );

  execFileSync("git", ["-C", folder, "log", "-1"], { stdio: "ignore" });
  expect(existsSync(proof), "a Git without our care runs it").toBe(true);
  await rm(proof);
  await commitOf(folder);
  expect(existsSync(proof)).toBe(false);
});

test("commitOf is nothing outside Git", async () => {
  expect(await commitOf(folder)).toBeNull();
});
