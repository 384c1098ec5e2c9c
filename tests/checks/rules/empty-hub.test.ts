import { describe, expect, test } from "vitest";
import { emptyHub } from "../../../src/checks/rules/empty-hub.ts";
import { runRules } from "../../../src/checks/run-rules.ts";
import type { FilesInMemory } from "../../support/site-from.ts";
import { hub, inShort, siteFrom } from "../../support/site-from.ts";

async function faults(files: FilesInMemory): Promise<readonly string[]> {
  return runRules([emptyHub], (await siteFrom(files)).site).map(inShort);
}

describe("empty-hub", () => {
  test("names the hub at its name", async () => {
    expect(await faults({ "h.md": hub("h") })).toEqual(["warning empty-hub h.md:5:7"]);
  });
});
