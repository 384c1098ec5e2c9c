import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { filesIn } from "./printed-files.ts";

const project = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "eleventy-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("Eleventy's own command", () => {
  test("prints the pages of the content, as the build does, and takes nothing else for a template", () => {
    const [own, built] = [join(folder, "own"), join(folder, "_site")];
    const run = (...args: readonly string[]) => execFileSync(process.execPath, args, { cwd: project, stdio: "pipe" });
    run("node_modules/@11ty/eleventy/cmd.cjs", "--config=eleventy.config.ts", "--quiet", `--output=${own}`);
    run("src/cli/main.ts", "build", "--output", built);
    const pages = new Map([...filesIn(built)].filter(([path]) => path.endsWith(".html")));
    expect(pages.size).toBeGreaterThan(5);
    expect(filesIn(own)).toEqual(pages);
  });
});
