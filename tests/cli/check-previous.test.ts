import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runCommand } from "../support/run-command.ts";
import { article } from "../support/site-from.ts";
import { makeDesk } from "./content-folder.ts";
import type { Desk } from "./content-folder.ts";

let desk: Desk;
beforeEach(() => {
  desk = makeDesk();
  desk.write({ "a.md": article("Words.") });
});
afterEach(() => desk.clear());

/** Checks the content against the `api/pages.json` of an earlier site. */
function check(previous: string, ...args: readonly string[]) {
  writeFileSync(join(desk.folder, "pages.json"), previous);
  return runCommand(["check", "--content", "content", "--previous", "pages.json", ...args], { cwd: desk.folder });
}

const before = (...addresses: readonly string[]) =>
  JSON.stringify({ version: 1, pages: addresses.map((address) => ({ address, title: "Old", headings: [] })) });

describe("npm run check -- --previous FILE", () => {
  test("says nothing where every address is still there", async () => {
    expect(await check(before("/", "/a/"))).toMatchObject({ exitCode: 0, stdout: "0 errors, 0 warnings in 1 file\n" });
  });

  test("warns of an address that is gone, though there may be no redirects.yml to show", async () => {
    const { exitCode, stdout } = await check(before("/", "/completely-other/"));
    expect(exitCode).toBe(0);
    expect(stdout).toContain("content/redirects.yml:1:1 warning (removed-address)\n");
  });

  test("makes it an error, as it does a heading that is gone, where a release is checked", async () => {
    expect(await check(before("/completely-other/"), "--profile", "release")).toMatchObject({ exitCode: 1 });
    const heading = { version: 1, pages: [{ address: "/a/", title: "Old", headings: ["old"] }] };
    const { exitCode, stdout } = await check(JSON.stringify(heading), "--profile", "release");
    expect([exitCode, stdout]).toEqual([1, expect.stringContaining(" error (removed-heading)\n")]);
  });

  test("refuses a file that is something else, or not there", async () => {
    const { exitCode, stderr } = await check("{}");
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("is not the api/pages.json of a site")]);
    const missing = await runCommand(["check", "--previous", "nowhere.json"], { cwd: desk.folder });
    expect([missing.exitCode, missing.stderr]).toEqual([2, expect.stringContaining("cannot be read")]);
  });
});
