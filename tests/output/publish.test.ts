import { lstatSync, mkdirSync, readFileSync, readdirSync, readlinkSync, realpathSync, writeFileSync } from "node:fs";
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

  test("leaves folders among the releases that it did not make, and takes none of their names", async () => {
    const theirs = ["1-0123456789ab", "3-0123456789ab"];
    for (const name of theirs) {
      mkdirSync(join(`${desk.output}.releases`, name), { recursive: true });
      writeFileSync(join(`${desk.output}.releases`, name, "letter.txt"), "");
    }
    for (const word of ["one", "two", "three", "four"]) await publishSmall(desk, siteSaying(word));
    expect(releases().map((name) => name.replace(/-.*/, ""))).toEqual(["1", "3", "5", "6", "7"]);
    expect(releases()).toEqual(expect.arrayContaining(theirs));
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

  test("never puts a file that is carried on in the place of a new one", async () => {
    await publishSmall(desk, { "assets/site.css": "old" });
    await publishSmall(desk, { "assets/site.css": "new" });
    expect(readSite(desk.output)).toEqual({ "assets/site.css": "new" });
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
