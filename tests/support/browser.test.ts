import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { browserLaunch, findBrowser } from "./browser.ts";
import type { Surroundings } from "./browser.ts";

/** A machine with these files on it and nothing else. */
function machine(files: readonly string[], more: Partial<Surroundings> = {}): Surroundings {
  return {
    platform: "linux",
    architecture: "x64",
    env: { PATH: "/bin:/usr/bin" },
    exists: (path) => files.includes(path),
    ...more,
  };
}

describe("the browser for tests", () => {
  test("is the one that CHROMIUM_PATH names, whatever else is there", () => {
    const env = { PATH: "/usr/bin", CHROMIUM_PATH: "/opt/mine/chrome" };
    expect(findBrowser(machine(["/opt/mine/chrome", "/usr/bin/chromium"], { env }))).toEqual({
      kind: "installed",
      path: "/opt/mine/chrome",
    });
  });

  test("is the system's, if CHROMIUM_PATH is not set", () => {
    expect(findBrowser(machine(["/usr/bin/google-chrome"]))).toEqual({
      kind: "installed",
      path: "/usr/bin/google-chrome",
    });
  });

  test("is Chrome rather than what may be no more than a script of that name", () => {
    const both = machine(["/bin/chromium-browser", "/usr/bin/google-chrome"]);
    expect(findBrowser(both)).toEqual({ kind: "installed", path: "/usr/bin/google-chrome" });
  });

  test("is the packed one on a machine without a browser", () => {
    expect(findBrowser(machine([]))).toEqual({ kind: "packed" });
  });

  test("is asked for in words where the packed one does not run", () => {
    expect(() => findBrowser(machine([], { platform: "darwin" }))).toThrow(
      "install one, or say where it is with CHROMIUM_PATH",
    );
  });

  test("is not replaced in silence when CHROMIUM_PATH is wrong", () => {
    const env = { CHROMIUM_PATH: "/opt/gone" };
    expect(() => findBrowser(machine(["/usr/bin/chromium"], { env }))).toThrow("/opt/gone");
  });
});

describe.runIf(process.platform === "linux" && process.arch === "x64")("the packed browser", () => {
  const cache = mkdtempSync(join(tmpdir(), "browser-test-"));
  afterAll(() => rmSync(cache, { recursive: true, force: true }));

  test("is unpacked once and whole when two ask for it at the same time", async () => {
    const launches = await Promise.all([1, 2].map(() => browserLaunch({ kind: "packed" }, cache)));
    expect(launches[0]?.executablePath).toBe(launches[1]?.executablePath);
    expect(readdirSync(cache)).toHaveLength(1);
  });

  test("starts with its own libraries and fonts, and lays out text", async () => {
    const browser = await chromium.launch(await browserLaunch({ kind: "packed" }, cache));
    try {
      const page = await browser.newPage();
      await page.setContent("<p><span>Reference</span></p>");
      expect((await page.locator("span").boundingBox())?.width).toBeGreaterThan(30);
    } finally {
      await browser.close();
    }
  });
});
