import { describe, expect, test } from "vitest";
import { missingPosition } from "../../../src/checks/rules/missing-position.ts";
import { runRules } from "../../../src/checks/run-rules.ts";
import type { FilesInMemory } from "../../support/site-from.ts";
import { article, inShort, siteFrom } from "../../support/site-from.ts";

async function faults(files: FilesInMemory): Promise<readonly string[]> {
  return runRules([missingPosition], (await siteFrom(files)).site).map(inShort);
}

describe("missing-position", () => {
  test.each(["1", "010", "-1", '"2"', "first", "2.5", " "])(
    "accepts a page that has one, though it cannot be used: %j",
    async (position) => {
      expect(await faults({ "a.md": article("A.", { position }) })).toEqual([]);
    },
  );

  test("names the page", async () => {
    expect(await faults({ "a.md": article("A.", { position: "" }) })).toEqual(["warning missing-position a.md:1:1"]);
  });
});
