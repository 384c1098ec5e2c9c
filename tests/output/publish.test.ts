import {
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newDesk, publishSmall, readSite, siteSaying } from "./small-sites.ts";
import type { Desk } from "./small-sites.ts";

let desk: Desk;
beforeEach(() => {
  desk = newDesk();
});
afterEach(() => desk.clear());

const releases = () => readdirSync(`${desk.output}.releases`).toSorted();

describe("publish", () => {
  test("puts a site behind a relative link to a release beside it", async () => {
    const published = await publishSmall(desk, siteSaying("first"));
    expect(published).toMatchObject({ ok: true, output: desk.output, notes: [] });
    expect(readlinkSync(desk.output)).toMatch(/^_site\.releases\/1-[0-9a-f]{12}$/);
    expect(readSite(desk.output)).toEqual(siteSaying("first"));
  });

  test("leaves nothing of a page whose source is gone", async () => {
    await publishSmall(desk, { "index.html": "", "old/index.html": "", "old.png": "" });
    await publishSmall(desk, { "index.html": "" });
    expect(Object.keys(readSite(desk.output))).toEqual(["index.html"]);
  });

  test("keeps the last three releases and nothing else", async () => {
    for (const word of ["one", "two", "three", "four", "five"]) await publishSmall(desk, siteSaying(word));
    expect(releases()).toHaveLength(3);
    expect(releases().map((name) => readSite(join(`${desk.output}.releases`, name))["index.html"])).toEqual([
      "three",
      "four",
      "five",
    ]);
  });

  test("publishes the same content twice as two releases", async () => {
    await publishSmall(desk, siteSaying("same"));
    await publishSmall(desk, siteSaying("same"));
    expect(releases()).toHaveLength(2);
    expect(readlinkSync(desk.output)).toContain(`/${releases().at(-1)}`);
  });

  test("carries on the fingerprinted files of the last release, and only of that one", async () => {
    await publishSmall(desk, { "index.html": "1", "assets/site-1.css": "one", "assets/same-0.js": "same" });
    await publishSmall(desk, { "index.html": "2", "assets/site-2.css": "two", "assets/same-0.js": "same" });
    expect(readSite(desk.output)).toEqual({
      "assets/same-0.js": "same",
      "assets/site-1.css": "one",
      "assets/site-2.css": "two",
      "index.html": "2",
    });
    await publishSmall(desk, { "index.html": "3", "assets/site-3.css": "three" });
    expect(Object.keys(readSite(desk.output))).toEqual([
      "assets/same-0.js",
      "assets/site-2.css",
      "assets/site-3.css",
      "index.html",
    ]);
  });

  test("lets everybody read the site whom the umask lets read", async () => {
    await publishSmall(desk, siteSaying("readable"));
    expect(lstatSync(realpathSync(desk.output)).mode & 0o777).toBe(0o777 & ~process.umask());
  });

  test("leaves the old site and no half of the new one when printing throws", async () => {
    await publishSmall(desk, siteSaying("old"));
    const broken = publishSmall(desk, siteSaying("new"), {
      meanwhile: () => {
        throw new Error("a mistake in a layout");
      },
    });
    await expect(broken).rejects.toThrow("a mistake in a layout");
    expect(readSite(desk.output)).toEqual(siteSaying("old"));
    expect(releases()).toHaveLength(1);
  });

  test("makes two builds at once both whole, and the last one wins", async () => {
    const slow = publishSmall(desk, siteSaying("slow"), {
      meanwhile: () => new Promise((resolve) => setTimeout(resolve, 200)),
    });
    const quick = publishSmall(desk, siteSaying("quick"));
    expect(await quick).toMatchObject({ ok: true });
    expect(readSite(desk.output)).toEqual(siteSaying("quick"));
    expect(await slow).toMatchObject({ ok: true });
    expect(readSite(desk.output)).toEqual(siteSaying("slow"));
    expect(releases()).toHaveLength(2);
  });

  test("makes many builds at once all whole", async () => {
    const words = Array.from({ length: 12 }, (_, index) => `build ${index}`);
    const all = await Promise.all(words.map((word) => publishSmall(desk, siteSaying(word))));
    expect(all.every((published) => published.ok)).toBe(true);
    expect(new Set(Object.values(readSite(desk.output))).size).toBe(1);
    expect(releases().filter((name) => name.startsWith("staging"))).toEqual([]);
  });

  test("refuses what somebody else puts there while it prints, and leaves it", async () => {
    const published = await publishSmall(desk, siteSaying("new"), {
      meanwhile: () => writeFileSync(desk.output, "mine"),
    });
    expect(published).toMatchObject({ ok: false, failure: { exitCode: 2 } });
    expect(readFileSync(desk.output, "utf8")).toBe("mine");
    expect(releases()).toEqual([]);
  });
});

describe("publish, where a folder stands", () => {
  test("fills an empty folder, and says that its promise is the weaker one", async () => {
    mkdirSync(desk.output);
    const published = await publishSmall(desk, siteSaying("first"));
    expect(published).toMatchObject({ ok: true, notes: [expect.stringContaining("nothing stood there")] });
    expect(lstatSync(desk.output).isDirectory()).toBe(true);
    expect(readSite(desk.output)).toEqual(siteSaying("first"));
    expect(releases()).toEqual([]);
  });

  test("replaces a folder that it made, and keeps the two sites before", async () => {
    for (const word of ["one", "two", "three", "four"]) {
      expect(
        await publishSmall(desk, { ...siteSaying(word), [`assets/${word}.css`]: word }, { links: false }),
      ).toMatchObject({ ok: true });
    }
    expect(readSite(desk.output)).toEqual({
      ...siteSaying("four"),
      "assets/four.css": "four",
      "assets/three.css": "three",
    });
    expect(releases()).toHaveLength(2);
  });

  test("says so where there are no links", async () => {
    const published = await publishSmall(desk, siteSaying("first"), { links: false });
    expect(published).toMatchObject({ ok: true, notes: [expect.stringContaining("This disk has no links")] });
    expect(lstatSync(desk.output).isDirectory()).toBe(true);
  });
});

describe("publish refuses, before it writes anything,", () => {
  const cases: readonly (readonly [what: string, output: (folder: string) => string])[] = [
    ["the whole disk", () => "/"],
    ["the home folder", () => process.env["HOME"] ?? "/root"],
    ["what holds the home folder", () => join(process.env["HOME"] ?? "/root", "..")],
    ["the project itself", (folder) => folder],
    ["what holds the project", (folder) => join(folder, "..")],
    ["the content folder", (folder) => join(folder, "content")],
    ["a folder inside the content folder", (folder) => join(folder, "content", "_site")],
    ["the content folder behind a link", (folder) => join(folder, "behind", "_site")],
    ["a file", (folder) => join(folder, "file")],
    ["a folder inside a file", (folder) => join(folder, "file", "_site")],
    ["a folder with files of somebody else's", (folder) => join(folder, "theirs")],
    ["a link of somebody else's", (folder) => join(folder, "link")],
    ["a link that leads nowhere", (folder) => join(folder, "dangling")],
    ["where a file stands in the place of the releases", (folder) => join(folder, "taken")],
  ];

  test.each(cases)("%s", async (_, output) => {
    const { folder } = desk;
    mkdirSync(join(folder, "theirs"));
    for (const file of ["file", "theirs/letter.txt", "taken.releases", "content/index.md"])
      writeFileSync(join(folder, file), "");
    symlinkSync("theirs", join(folder, "link"));
    symlinkSync("nowhere", join(folder, "dangling"));
    symlinkSync("content", join(folder, "behind"));
    const before = readdirSync(folder, { recursive: true }).toSorted();

    const published = await publishSmall({ ...desk, output: output(folder) }, siteSaying("never"));
    expect(published).toMatchObject({
      ok: false,
      failure: { exitCode: 2, message: expect.any(String), fix: expect.stringMatching(/./) },
    });
    expect(readdirSync(folder, { recursive: true }).toSorted()).toEqual(before);
  });
});

describe("publish, after a crash,", () => {
  const gone = () => {
    // The number of a process that is no more: far above any that Linux gives out by default.
    const releasesFolder = `${desk.output}.releases`;
    const name = readdirSync(releasesFolder).find((entry) => entry.startsWith("staging-")) ?? "";
    return name.replace(/-[0-9]+-([0-9]+)-([0-9]+)$/, "-4194999-$1-$2");
  };

  test("deletes what the crashed build had begun", async () => {
    let left = "";
    await publishSmall(desk, siteSaying("first"), {
      meanwhile: () => (left = join(`${desk.output}.releases`, gone())),
    });
    mkdirSync(left);
    writeFileSync(join(left, "index.html"), "half");
    await publishSmall(desk, siteSaying("second"));
    expect(releases().map((name) => name.replace(/-.*/, ""))).toEqual(["1", "2"]);
  });

  test("leaves what another build is still printing", async () => {
    await publishSmall(desk, siteSaying("outer"), {
      meanwhile: async () => {
        await publishSmall(desk, siteSaying("inner"));
        expect(releases().filter((name) => name.startsWith("staging-"))).toHaveLength(1);
      },
    });
    expect(readSite(desk.output)).toEqual(siteSaying("outer"));
  });

  test.each([
    ["the new site, where it had been printed", true, "new"],
    ["the old site, where the new one is not to be found", false, "old"],
  ])("between two renames, brings back %s", async (_, newIsThere, expected) => {
    const folder = `${desk.output}.releases`;
    let name = "";
    await publishSmall(desk, siteSaying("old"), { links: false, meanwhile: () => (name = gone()) });
    const [old, next, note] = [name, name.replace(/[0-9]+$/, "77"), name.replace("staging", "swap")].map((n) =>
      join(folder, n!),
    );
    const { renameSync } = await import("node:fs");
    if (newIsThere) {
      await publishSmall({ ...desk, output: join(desk.folder, "other") }, siteSaying("new"), { links: false });
      renameSync(join(desk.folder, "other"), next!);
    }
    renameSync(desk.output, old!);
    writeFileSync(note!, JSON.stringify({ old, next }));

    await publishSmall(desk, siteSaying("third"), {
      meanwhile: () => expect(readSite(desk.output)).toEqual(siteSaying(expected)),
    });
    expect(readSite(desk.output)).toEqual(siteSaying("third"));
    expect(releases().filter((entry) => !/^[0-9]/.test(entry))).toEqual([]);
  });

  test("mends a link whose release somebody has deleted", async () => {
    await publishSmall(desk, siteSaying("first"));
    rmSync(realpathSync(desk.output), { recursive: true });
    expect(await publishSmall(desk, siteSaying("second"))).toMatchObject({ ok: true });
    expect(readSite(desk.output)).toEqual(siteSaying("second"));
  });
});
