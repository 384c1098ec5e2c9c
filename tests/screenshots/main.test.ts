/** The command itself, and the pictures in the documents that it made. */
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import sharp from "sharp";
import { afterAll, describe, expect, test } from "vitest";
import { programFolder } from "../support/run-command.ts";
import { tier } from "../support/tier.ts";
import { keptPicture, keptRows, pagePictures, picturesDocument, readmeRows } from "./docs-pictures.ts";
import { windows } from "./modes.ts";
import { contentRows } from "./sites.ts";

const folder = mkdtempSync(join(tmpdir(), "screenshots-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command as `npm run screenshots` does. */
function screenshots(...words: readonly string[]): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  const main = resolve(programFolder, "tests/screenshots/main.ts");
  return new Promise((done) => {
    execFile(process.execPath, [main, ...words], { cwd: programFolder }, (error, stdout, stderr) =>
      done({ exitCode: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

describe("npm run screenshots", () => {
  test("says what it does", async () => {
    const { exitCode, stdout } = await screenshots("--help");
    expect(exitCode).toBe(0);
    expect(stdout).toContain("--only NAME");
    expect(stdout).toContain(pagePictures);
  });

  test("refuses a name that it does not know, and names those that it does", async () => {
    const { exitCode, stderr } = await screenshots("--only", "front-page", "--output", folder);
    expect(exitCode).toBe(2);
    expect(stderr).toMatch(/There is no "front-page".*\bhome\b/);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("does not keep pictures of other content in the documents", async () => {
    const { exitCode, stderr } = await screenshots("--docs", "--only", "home", "--output", folder);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("--docs");
    expect(readdirSync(folder)).toEqual([]);
  });

  // It builds two sites and starts a browser: too long for `npm test`.
  test.runIf(tier !== "test")("takes the pictures that were asked for, and no others", async () => {
    const output = join(folder, "pictures");
    const docs = readdirSync(pagePictures).map((file) => statSync(join(pagePictures, file)).mtimeMs);
    const { exitCode, stdout } = await screenshots("--only", "home", "--mode", "phone", "--output", output);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("1 picture:");
    const files = readdirSync(output, { recursive: true, encoding: "utf8" }).toSorted();
    expect(files).toEqual(["home", join("home", "phone.png"), "index.css", "index.html"]);
    const { width, height } = await sharp(readFileSync(join(output, "home/phone.png"))).metadata();
    expect(width).toBe(windows.phone.width);
    expect(height).toBeGreaterThan(windows.phone.height);
    expect(readFileSync(join(output, "index.html"), "utf8")).toContain('src="home/phone.png"');
    expect(readdirSync(pagePictures).map((file) => statSync(join(pagePictures, file)).mtimeMs)).toEqual(docs);
  });
});

describe("the pictures that are kept", async () => {
  const rows = await contentRows(join(programFolder, "content"));
  const cases = keptRows(rows).flatMap((row) =>
    Object.values(windows).map((size) => ({ file: keptPicture(row, size.width), ...size })),
  );

  test.each(cases)("hold $file, small enough for a phone", async ({ file, width, height }) => {
    const path = join(programFolder, pagePictures, file);
    expect(existsSync(path)).toBe(true);
    expect(statSync(path).size).toBeLessThan(100_000);
    // Whoever loads content lets sharp read no file by its name.
    expect(await sharp(readFileSync(path)).metadata()).toMatchObject({ width, height });
  });

  test("are of pages that are still there, and all of them are listed", () => {
    const files = readdirSync(join(programFolder, pagePictures));
    expect(files.toSorted()).toEqual(["README.md", ...cases.map(({ file }) => file)].toSorted());
    const listed = readFileSync(join(programFolder, pagePictures, "README.md"), "utf8");
    expect(listed).toBe(picturesDocument(rows));
  });

  test("hold those that README.md shows", () => {
    const names = new Set(keptRows(rows).map(({ name }) => name));
    expect(readmeRows.filter((name) => !names.has(name))).toEqual([]);
  });
});
