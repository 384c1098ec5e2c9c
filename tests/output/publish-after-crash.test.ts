import { mkdirSync, readdirSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
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

  test.each([
    ["names that lead out", { old: "..", next: ".." }],
    ["names of nothing", { old: "", next: "." }],
    ["the name of a folder that no swap writes", { old: "precious", next: "precious" }],
    ["the name of a release in the place of the old site", { old: "1-0123456789ab", next: "1-0123456789ab" }],
    ["no names", { old: 1, next: null }],
    ["nothing", null],
  ])("ignores a note with %s", async (_, note) => {
    const folder = `${desk.output}.releases`;
    let name = "";
    await publishSmall(desk, siteSaying("first"), { meanwhile: () => (name = gone().replace("staging", "swap")) });
    for (const precious of ["precious", "1-0123456789ab"]) mkdirSync(join(folder, precious));
    rmSync(desk.output);
    writeFileSync(join(folder, name), JSON.stringify(note));
    expect(await publishSmall(desk, siteSaying("second"))).toMatchObject({ ok: true, notes: [] });
    expect(readSite(desk.output)).toEqual(siteSaying("second"));
    expect(releases()).toEqual(expect.arrayContaining(["1-0123456789ab", "precious"]));
    expect(releases()).not.toContain(name);
  });

  test("mends a link whose release somebody has deleted", async () => {
    await publishSmall(desk, siteSaying("first"));
    rmSync(realpathSync(desk.output), { recursive: true });
    expect(await publishSmall(desk, siteSaying("second"))).toMatchObject({ ok: true });
    expect(readSite(desk.output)).toEqual(siteSaying("second"));
  });
});
