import { describe, expect, test } from "vitest";
import { duplicateTitle } from "../../../src/checks/rules/duplicate-title.ts";
import { runRules } from "../../../src/checks/run-rules.ts";
import type { FilesInMemory } from "../../support/site-from.ts";
import { article, inShort, siteFrom } from "../../support/site-from.ts";

async function faults(files: FilesInMemory): Promise<readonly string[]> {
  return runRules([duplicateTitle], (await siteFrom(files)).site).map(inShort);
}

describe("duplicate-title", () => {
  test("names the second page at its title", async () => {
    expect(await faults({ "a.md": article("A."), "b.md": article("B.", { position: "2" }) })).toEqual([
      "warning duplicate-title b.md:2:8",
    ]);
  });
});
