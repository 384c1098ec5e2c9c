import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newDesk, publishSmall, readSite, siteSaying } from "../output/small-sites.ts";
import type { Desk } from "../output/small-sites.ts";

const project = resolve(import.meta.dirname, "../..");

let desk: Desk;
beforeEach(() => {
  desk = newDesk();
});
afterEach(() => desk.clear());

function rollback(...args: readonly string[]) {
  return rollbackFrom(desk.folder, ...args);
}

function rollbackFrom(cwd: string, ...args: readonly string[]) {
  const command = [join(project, "src/cli/main.ts"), "rollback", ...args];
  return spawnSync(process.execPath, command, { cwd, encoding: "utf8" });
}

describe("npm run rollback", () => {
  test("puts the release before back, and says which", async () => {
    await publishSmall(desk, siteSaying("good"));
    await publishSmall(desk, siteSaying("bad"));
    const { status, stdout } = rollback("--output", "_site");
    expect(stdout).toMatch(/^Release 1-[0-9a-f]{12} is published again in _site\n$/);
    expect(status).toBe(0);
    expect(readSite(desk.output)).toEqual(siteSaying("good"));
  });

  test("names a folder that is not below the current one in full", async () => {
    await publishSmall(desk, siteSaying("good"));
    await publishSmall(desk, siteSaying("bad"));
    const { stdout } = rollbackFrom(join(desk.folder, "content"), "--output", desk.output);
    expect(stdout).toMatch(/^Release 1-[0-9a-f]{12} is published again in /);
    expect(stdout).toContain(` in ${desk.output}\n`);
  });

  test("ends with 2 and a sentence where there is nothing to go back to", async () => {
    await publishSmall(desk, siteSaying("only"));
    const { status, stderr } = rollback("--output", "_site");
    expect(stderr).toMatch(/^There is no earlier release of .*_site\. Build again/);
    expect(status).toBe(2);
    expect(readSite(desk.output)).toEqual(siteSaying("only"));
  });

  test("explains itself", () => {
    expect(rollback("--help")).toMatchObject({ status: 0, stdout: expect.stringContaining("--output DIR") });
    expect(rollback("--nonsense")).toMatchObject({ status: 2 });
  });
});
