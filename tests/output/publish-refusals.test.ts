import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newDesk, publishSmall, siteSaying } from "./small-sites.ts";
import type { Desk } from "./small-sites.ts";

let desk: Desk;
beforeEach(() => {
  desk = newDesk();
});
afterEach(() => desk.clear());

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
    ["a folder with a site that another program made", (folder) => join(folder, "other")],
    ["where a file stands in the place of the releases", (folder) => join(folder, "taken")],
    ["where a link stands in the place of the releases", (folder) => join(folder, "away")],
    ["where a link that leads nowhere stands in the place of the releases", (folder) => join(folder, "lost")],
  ];

  test.each(cases)("%s", async (_, output) => {
    const { folder } = desk;
    for (const name of ["theirs", "other", "precious/1-0123456789ab", "precious/2-0123456789ab"])
      mkdirSync(join(folder, name), { recursive: true });
    const version = { generator: { name: "another", version: "1" }, content: "0".repeat(64), assets: [] };
    writeFileSync(join(folder, "other/version.json"), JSON.stringify(version));
    symlinkSync("precious", join(folder, "away.releases"));
    symlinkSync("nowhere", join(folder, "lost.releases"));
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
