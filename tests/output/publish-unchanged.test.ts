import {
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { rollback } from "../../src/output/rollback.ts";
import { newDesk, publishSmall, readSite, siteSaying } from "./small-sites.ts";
import type { Desk } from "./small-sites.ts";

let desk: Desk;
beforeEach(() => {
  desk = newDesk();
});
afterEach(() => desk.clear());

const releases = () => readdirSync(`${desk.output}.releases`).toSorted();
const notes = ["Nothing has changed since the last build"];

describe("publish, of what stands there already,", () => {
  test("keeps the release, its history and nothing else, and says so", async () => {
    await publishSmall(desk, siteSaying("before"));
    await publishSmall(desk, siteSaying("same"));
    const [link, kept] = [readlinkSync(desk.output), releases()];
    for (let count = 0; count < 3; count += 1) {
      expect(await publishSmall(desk, siteSaying("same"))).toMatchObject({ ok: true, output: desk.output, notes });
    }
    expect([readlinkSync(desk.output), releases()]).toEqual([link, kept]);
    expect(await rollback(desk.output, desk.surroundings)).toMatchObject({ ok: true });
    expect(readSite(desk.output)).toEqual(siteSaying("before"));
  });

  test("takes no notice of the files that were handed on", async () => {
    await publishSmall(desk, { "index.html": "1", "assets/site-1.css": "one" });
    await publishSmall(desk, { "index.html": "2", "assets/site-2.css": "two" });
    expect(await publishSmall(desk, { "index.html": "2", "assets/site-2.css": "two" })).toMatchObject({ notes });
    expect(Object.keys(readSite(desk.output))).toEqual(["assets/site-1.css", "assets/site-2.css", "index.html"]);
  });

  test("leaves a folder as it is, without a moment in which nothing stands there", async () => {
    await publishSmall(desk, siteSaying("same"), { links: false });
    const { ino } = statSync(desk.output);
    expect(await publishSmall(desk, siteSaying("same"), { links: false })).toMatchObject({ ok: true, notes });
    expect(statSync(desk.output).ino).toBe(ino);
    expect(releases()).toEqual([]);
    expect(lstatSync(desk.output).isDirectory()).toBe(true);
  });

  test("still drops what was rolled back from", async () => {
    for (const word of ["good", "bad"]) await publishSmall(desk, siteSaying(word));
    await rollback(desk.output, desk.surroundings);
    expect(await publishSmall(desk, siteSaying("good"))).toMatchObject({ notes });
    expect(releases().map((name) => name.replace(/-.*/, ""))).toEqual(["1"]);
  });

  test("publishes again what is the same as an older release, but not as the last", async () => {
    for (const word of ["one", "two", "one"]) await publishSmall(desk, siteSaying(word));
    expect(releases().map((name) => name.replace(/-.*/, ""))).toEqual(["1", "2", "3"]);
  });

  test.each([
    ["has lost a page", () => rmSync(join(desk.output, "page-1"), { recursive: true })],
    ["has a page with other words", () => writeFileSync(join(desk.output, "index.html"), "defaced")],
    ["has a page too many", () => writeFileSync(join(desk.output, "extra.html"), "")],
    ["has a folder in a page's place", () => replaceByFolder(join(desk.output, "index.html"))],
    ["was made by another version", () => replaceInVersion('"version": "1"', '"version": "0"')],
  ])("mends a site that %s", async (_, spoil) => {
    await publishSmall(desk, siteSaying("same"));
    spoil();
    expect(await publishSmall(desk, siteSaying("same"))).toMatchObject({ ok: true, notes: [] });
    expect(readSite(desk.output)).toEqual(siteSaying("same"));
    expect(releases()).toHaveLength(2);
  });
});

function replaceByFolder(file: string): void {
  rmSync(file);
  mkdirSync(file);
}

function replaceInVersion(from: string, to: string): void {
  const file = join(desk.output, "version.json");
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}
