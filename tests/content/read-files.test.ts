import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { errorInWords } from "../../src/cli/error-in-words.ts";
import { readFiles } from "../../src/content/read-files.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "files-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(...files: readonly string[]): void {
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), "Words.\n");
  }
}

describe("readFiles", () => {
  test("reads a folder at any depth, in the order of the names, and says nothing of it", async () => {
    put("b/c/e.md", "b/a.md", "a.md", "b.md", "a/x.yml", "a/.git/config.yml", "node_modules/m.md", "a/p.png");
    const { sources, others, diagnostics } = await readFiles(folder);
    expect(sources.map(({ file }) => file)).toEqual(["a/x.yml", "a.md", "b/a.md", "b/c/e.md", "b.md"]);
    expect(others.map(({ path }) => path)).toEqual(["a/p.png"]);
    expect(diagnostics).toEqual([]);
  });

  test("refuses a folder with too much in it, in words", async () => {
    put("a.md", "b/a.md", "b/b.md");
    expect((await readFiles(folder, 4)).sources).toHaveLength(3);
    const refused = await readFiles(folder, 3).catch((error: unknown) => error);
    expect(errorInWords(refused)).toBe(`${folder} holds too many files to be the content of a help centre`);
  });
});
