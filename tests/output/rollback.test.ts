import { lstatSync, readdirSync } from "node:fs";
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

describe("rollback", () => {
  test("refuses an output that no build has made", async () => {
    expect(await rollback(desk.output, desk.surroundings)).toMatchObject({ ok: false, failure: { exitCode: 2 } });
  });
});
