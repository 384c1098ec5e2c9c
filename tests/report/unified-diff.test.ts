import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unifiedDiff } from "../../src/report/unified-diff.ts";
import { sample } from "../support/tier.ts";

/** A text after Git has applied a diff to it. */
function patched(before: string, diff: string): string {
  const folder = mkdtempSync(join(tmpdir(), "diff-"));
  try {
    writeFileSync(join(folder, "a.md"), before);
    execFileSync("git", ["apply", "--whitespace=nowarn", "-"], { cwd: folder, input: diff });
    return readFileSync(join(folder, "a.md"), "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `line ${index + 1}\n`);

describe("unifiedDiff", () => {
  test("shows what goes and what comes, with three lines around it", () => {
    const before = numbered(12).join("");
    expect(unifiedDiff("content/a.md", before, before.replace("line 6\n", "six\n"))).toBe(
      [
        "--- a/content/a.md",
        "+++ b/content/a.md",
        "@@ -3,7 +3,7 @@",
        " line 3",
        " line 4",
        " line 5",
        "-line 6",
        "+six",
        " line 7",
        " line 8",
        " line 9",
        "",
      ].join("\n"),
    );
  });

  test("shows places that are far apart by themselves, and near ones together", () => {
    const lines = numbered(40);
    const far = lines.with(1, "x\n").with(30, "y\n");
    const near = lines.with(10, "x\n").with(16, "y\n");
    const hunks = (after: readonly string[]) => unifiedDiff("a.md", lines.join(""), after.join("")).match(/^@@.*$/gm);
    expect(hunks(far)).toEqual(["@@ -1,5 +1,5 @@", "@@ -28,7 +28,7 @@"]);
    expect(hunks(near)).toEqual(["@@ -8,13 +8,13 @@"]);
  });

  test("places what comes into an empty file before its first line", () => {
    expect(unifiedDiff("a.md", "", "x\n")).toBe("--- a/a.md\n+++ b/a.md\n@@ -0,0 +1 @@\n+x\n");
  });

  test("says nothing where nothing changes", () => {
    expect(unifiedDiff("a.md", "a", "a")).toBe("");
  });

  test("lets no file name start a line", () => {
    expect(unifiedDiff("a\n+b", "a\n", "b\n").split("\n")[0]).toBe("--- a/a\uFFFD+b");
  });

  test("can be applied, whatever the texts and their line ends", () => {
    const text = fc.array(fc.constantFrom("a\n", "b\n", "c\r\n", "d\r", "\n", "e"), { maxLength: 30 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [before, after] = [`${a.join("")}x`, `${b.join("")}x`];
        fc.pre(before !== after);
        expect(patched(before, unifiedDiff("a.md", before, after))).toBe(after);
      }),
      { numRuns: sample({ test: 60, full: 1_000, soak: 20_000 }) },
    );
  });

  test("can be applied where more lines change than are compared one by one", () => {
    const before = `${numbered(2_000).join("")}end`;
    const after = before.replaceAll("line", "row");
    expect(patched(before, unifiedDiff("a.md", before, after))).toBe(after);
  });
});
