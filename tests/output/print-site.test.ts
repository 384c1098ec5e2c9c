import { execFileSync } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openContentFile } from "../../src/output/content-file.ts";
import { openLayouts } from "../../src/output/layouts.ts";
import { generatorName, readVersion } from "../../src/output/machine-files.ts";
import { previousPages } from "../../src/content/previous-pages.ts";
import { printSite } from "../../src/output/print-site.ts";
import { systemFailure } from "../../src/output/publish-failure.ts";
import type { Site } from "../../src/model/site.ts";
import { filesIn, manage, smallSite } from "./printed-files.ts";
import { assetsOfTest, siteOf } from "./site-values.ts";

const layoutsFolder = join(import.meta.dirname, "../../layouts");
const layouts = openLayouts(layoutsFolder);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "print-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function print(site: Site, into = "stage", use = layouts) {
  const stage = join(folder, into);
  mkdirSync(stage);
  const generator = { name: "help-centre", version: "1.2.3" };
  return printSite({ site, layouts: use, assets: assetsOfTest, stage, generator, commit: "2026-01-31T12:00:00Z" });
}

/** Makes a file of the content folder, and says where it stands. */
function contentFile(path: string): string {
  const diskPath = join(folder, "content", path);
  mkdirSync(dirname(diskPath), { recursive: true });
  writeFileSync(diskPath, "of the editor's");
  return diskPath;
}

describe("printSite", () => {
  test("writes every page, and says how many of each kind, how many files and how many bytes", async () => {
    const printed = await print(smallSite);
    const files = filesIn(join(folder, "stage"));
    expect(Object.fromEntries(printed.pagesByType)).toEqual({
      home: 1,
      hub: 1,
      article: 2,
      search: 1,
      contact: 1,
      "not-found": 1,
      redirect: 1,
    });
    expect(files.get("manage/passwords/index.html")).toContain("<p>Reset it.</p>");
    expect(files.get("old/index.html")).toContain('content="0; url=/help/manage/passwords/"');
    expect(printed.files).toBe(files.size);
    expect(printed.bytes).toBe([...files.values()].reduce((sum, text) => sum + text.length, 0));
  });

  test("leaves an editor's braces and template marks as they are", async () => {
    const html = "<p>{{ 7 * 7 }} {% raw %} ${x} &lt;%= 1 %&gt; ---js</p>";
    const title = "{{ entry.html }} {% include 'base.njk' %}";
    await print(siteOf({ articles: [{ file: "braces.md", title, html }] }));
    const page = filesIn(join(folder, "stage")).get("braces/index.html");
    expect(page).toContain(html);
    expect(page).toContain("{{ entry.html }} {% include &#39;base.njk&#39; %}");
  });

  test("lists published pages for search engines, and only where the site's address is known", async () => {
    await print(smallSite);
    const sitemap = filesIn(join(folder, "stage")).get("sitemap.xml") ?? "";
    expect([...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map((match) => match[1])).toEqual([
      "https://example.org/help/",
      "https://example.org/help/manage/",
      "https://example.org/help/manage/passwords/",
      "https://example.org/help/search/",
      "https://example.org/help/contact/",
    ]);
    expect(filesIn(join(folder, "stage")).get("robots.txt")).toBe(
      "User-agent: *\nDisallow:\n\nSitemap: https://example.org/help/sitemap.xml\n",
    );

    await print(siteOf({}), "unknown");
    expect(filesIn(join(folder, "unknown")).has("sitemap.xml")).toBe(false);
    expect(filesIn(join(folder, "unknown")).get("robots.txt")).toBe("User-agent: *\nDisallow:\n");
  });

  test("lists its pages in api/pages.json for later checks", async () => {
    await print(smallSite);
    const text = filesIn(join(folder, "stage")).get("api/pages.json") ?? "";
    const addresses = previousPages(text)?.pages.map(({ address }) => address);
    expect(addresses).toEqual(["/", "/manage/", "/manage/passwords/"]);
  });

  test("says in version.json who made the site, from what, when, and which files to carry on", async () => {
    const printed = await print(smallSite);
    expect(readVersion(filesIn(join(folder, "stage")).get("version.json") ?? "")).toEqual({
      generator: { name: "help-centre", version: "1.2.3" },
      content: printed.hash,
      commit: "2026-01-31T12:00:00Z",
      assets: ["assets/site-0000000000.css"],
    });
  });

  test("copies the editors' files, byte for byte, for everybody to read", async () => {
    const diskPath = contentFile("images/letter.png");
    const bytes = Buffer.from(Array.from({ length: 256 }, (_, index) => index));
    writeFileSync(diskPath, bytes);
    chmodSync(diskPath, 0o400);
    await print(siteOf({ files: [{ path: "images/letter.png", diskPath, size: 256 }] }));
    const copied = join(folder, "stage/images/letter.png");
    expect(readFileSync(copied)).toEqual(bytes);
    expect(lstatSync(copied).mode & 0o777).toBe(0o666 & ~process.umask());
  });

  test("gives the same bytes twice, and another hash for other words", async () => {
    const [one, two] = [await print(smallSite, "one"), await print(smallSite, "two")];
    expect(filesIn(join(folder, "two"))).toEqual(filesIn(join(folder, "one")));
    expect(two.hash).toBe(one.hash);
    const other = await print(siteOf({ articles: [{ file: "draft.md", html: "other" }] }), "other");
    expect(other.hash).not.toBe(one.hash);
  });

  test("refuses two files for one place before it writes any", async () => {
    const file = { path: "manage/index.html", diskPath: "/nowhere", size: 0 };
    await expect(print(siteOf({ hubs: [manage], files: [file] }))).rejects.toThrow(
      'Two files would be written to "manage/index.html"',
    );
    expect(filesIn(join(folder, "stage")).size).toBe(0);
  });

  test("throws a mistake in a layout as what it is, not as Eleventy wraps it", async () => {
    const broken = {
      ...layouts,
      render: () => {
        throw new SyntaxError("layouts/article.njk:3:5: unexpected token");
      },
    };
    await expect(print(smallSite, "broken", broken)).rejects.toThrow(
      new SyntaxError("layouts/article.njk:3:5: unexpected token"),
    );
  });

  test("throws the disk's own error when a page cannot be written", async () => {
    mkdirSync(join(folder, "stage"));
    mkdirSync(join(folder, "stage/index.html"));
    const request = {
      site: smallSite,
      layouts,
      assets: assetsOfTest,
      stage: join(folder, "stage"),
      generator: { name: "a", version: "1" },
    };
    await expect(printSite({ ...request, commit: null })).rejects.toMatchObject({ code: "EISDIR" });
  });
});

describe("printSite, where the content folder changes while it prints,", () => {
  const path = "images/inner/letter.png";
  const secret = () => join(folder, "outside/inner/letter.png");
  const swaps: readonly (readonly [what: string, swap: (diskPath: string) => unknown])[] = [
    ["a link", (diskPath) => [rmSync(diskPath), symlinkSync(secret(), diskPath)]],
    ["a link that leads nowhere", (diskPath) => [rmSync(diskPath), symlinkSync("nowhere", diskPath)]],
    ["a folder", (diskPath) => [rmSync(diskPath), mkdirSync(diskPath)]],
    ["a pipe", (diskPath) => [rmSync(diskPath), execFileSync("mkfifo", [diskPath])]],
    ["gone", (diskPath) => rmSync(diskPath)],
    ["behind a link, in its folder's place", (diskPath) => becomesLink(dirname(diskPath), dirname(secret()))],
    [
      "behind a link, in the place of a folder above",
      (diskPath) => becomesLink(dirname(dirname(diskPath)), join(folder, "outside")),
    ],
  ];

  function becomesLink(place: string, target: string): void {
    renameSync(place, join(folder, "moved"));
    symlinkSync(target, place);
  }

  test.skipIf(process.platform === "win32").each(swaps)("publishes no picture that is %s by then", async (_, swap) => {
    const diskPath = contentFile(path);
    mkdirSync(dirname(secret()), { recursive: true });
    writeFileSync(secret(), "secret");
    const open = process.platform === "linux" ? readdirSync("/proc/self/fd").length : 0;
    swap(diskPath);
    const error = await print(siteOf({ files: [{ path, diskPath, size: 15 }] })).catch((thrown: unknown) => thrown);
    expect(systemFailure(error)?.failure).toEqual({
      exitCode: 3,
      message: `Could not read ${diskPath}: it changed while the site was built`,
      fix: "Build again",
    });
    expect([...filesIn(join(folder, "stage")).values()].join()).not.toContain("secret");
    if (open > 0) expect(readdirSync("/proc/self/fd").length).toBeLessThanOrEqual(open);
  });

  test("publishes from a content folder that is itself reached through a link", async () => {
    contentFile(path);
    symlinkSync("content", join(folder, "linked"));
    const handle = await openContentFile({ path, diskPath: join(folder, "linked", path) });
    expect(await handle.readFile("utf8")).toBe("of the editor's");
    await handle.close();
  });
});

describe("readVersion", () => {
  const version = { generator: { name: generatorName, version: "1.2.3" }, content: "0".repeat(64), assets: [] };

  test("reads what this generator writes, under the name in package.json", () => {
    expect(readVersion(JSON.stringify(version))).toEqual({ ...version, commit: null });
    const { name } = JSON.parse(readFileSync(join(layoutsFolder, "../package.json"), "utf8")) as { name: string };
    expect(generatorName).toBe(name);
  });

  test.each([
    ["another program's", { ...version, generator: { name: "another", version: "1.2.3" } }],
    ["one without a program", { content: version.content }],
    ["one without a hash", { ...version, content: "1.2.3" }],
    ["nothing", null],
  ])("takes %s for none", (_, other) => {
    expect(readVersion(JSON.stringify(other))).toBeNull();
  });
});
