import { lstatSync, readdirSync } from "node:fs";
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

describe.each([
  ["a link", true],
  ["a folder", false],
])("rollback, where the output is %s,", (_, links) => {
  test("puts the release before back, and then the one before that", async () => {
    for (const word of ["one", "two", "three"]) await publishSmall(desk, siteSaying(word), { links });
    expect(await rollback(desk.output, desk.surroundings)).toMatchObject({
      ok: true,
      release: expect.stringMatching(/^2-/),
    });
    expect(readSite(desk.output)).toEqual(siteSaying("two"));
    expect(await rollback(desk.output, desk.surroundings)).toMatchObject({ ok: true });
    expect(readSite(desk.output)).toEqual(siteSaying("one"));
    expect(lstatSync(desk.output).isSymbolicLink()).toBe(links);
  });

  test("says so when there is nothing to go back to", async () => {
    await publishSmall(desk, siteSaying("one"), { links });
    expect(await rollback(desk.output, desk.surroundings)).toMatchObject({ ok: false, failure: { exitCode: 2 } });
    expect(readSite(desk.output)).toEqual(siteSaying("one"));
  });

  test("is followed by builds as ever", async () => {
    for (const word of ["one", "two"]) await publishSmall(desk, siteSaying(word), { links });
    await rollback(desk.output, desk.surroundings);
    for (const word of ["three", "four", "five", "six"]) await publishSmall(desk, siteSaying(word), { links });
    expect(readSite(desk.output)).toEqual(siteSaying("six"));
    expect(readdirSync(`${desk.output}.releases`)).toHaveLength(links ? 3 : 2);
  });
});

describe("rollback, after a build that followed a rollback,", () => {
  const back = () => rollback(desk.output, desk.surroundings);
  const kept = () =>
    readdirSync(`${desk.output}.releases`)
      .toSorted()
      .map((name) => [name.replace(/-.*/, ""), readSite(join(`${desk.output}.releases`, name))["index.html"]]);

  test("leads to the site that was published before that build, never to one rolled back from", async () => {
    for (const word of ["A", "B", "C"]) await publishSmall(desk, siteSaying(word));
    await back();
    await back();
    await publishSmall(desk, siteSaying("D"));
    expect(kept()).toEqual([
      ["1", "A"],
      ["4", "D"],
    ]);
    expect(await back()).toMatchObject({ ok: true });
    expect(readSite(desk.output)).toEqual(siteSaying("A"));
    await publishSmall(desk, siteSaying("E"));
    expect(kept().map(([, word]) => word)).toEqual(["A", "E"]);
  });

  test("finds the fingerprinted files of the site that was published before that build", async () => {
    for (const word of ["A", "B"]) await publishSmall(desk, { "index.html": word, [`assets/${word}.css`]: word });
    await back();
    await publishSmall(desk, { "index.html": "C", "assets/C.css": "C" });
    expect(Object.keys(readSite(desk.output))).toEqual(["assets/A.css", "assets/C.css", "index.html"]);
  });

  test("leads there although somebody rolled back while that build printed", async () => {
    for (const word of ["A", "B"]) await publishSmall(desk, siteSaying(word));
    await publishSmall(desk, siteSaying("C"), { meanwhile: back });
    expect(kept().map(([, word]) => word)).toEqual(["A", "C"]);
  });

  test("keeps the releases rolled back from where that build fails", async () => {
    for (const word of ["A", "B"]) await publishSmall(desk, siteSaying(word));
    await back();
    const meanwhile = () => Promise.reject(new Error("a mistake in a layout"));
    await expect(publishSmall(desk, siteSaying("C"), { meanwhile })).rejects.toThrow("a mistake in a layout");
    expect(kept().map(([, word]) => word)).toEqual(["A", "B"]);
    expect(readSite(desk.output)).toEqual(siteSaying("A"));
  });

  test("leaves the release of another build that was quicker", async () => {
    await publishSmall(desk, siteSaying("A"));
    await publishSmall(desk, siteSaying("slow"), { meanwhile: () => publishSmall(desk, siteSaying("quick")) });
    expect(kept().map(([, word]) => word)).toEqual(["A", "quick", "slow"]);
  });
});

describe("rollback", () => {
  test("refuses an output that no build has made", async () => {
    expect(await rollback(desk.output, desk.surroundings)).toMatchObject({ ok: false, failure: { exitCode: 2 } });
  });
});
