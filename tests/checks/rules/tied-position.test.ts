import { describe, expect, test } from "vitest";
import { tiedPosition } from "../../../src/checks/rules/tied-position.ts";
import { runRules } from "../../../src/checks/run-rules.ts";
import type { FilesInMemory } from "../../support/site-from.ts";
import { article, hub, inShort, siteFrom } from "../../support/site-from.ts";

async function faults(files: FilesInMemory): Promise<readonly string[]> {
  return runRules([tiedPosition], (await siteFrom(files)).site).map(inShort);
}

describe("tied-position", () => {
  test("accepts the same position in two hubs", async () => {
    expect(
      await faults({
        "h.md": hub("h"),
        "a.md": article("A.", { position: "2" }),
        "b.md": article("B.", { title: "B", hub: "h", position: "2" }),
      }),
    ).toEqual([]);
  });
  test("names the second of two pages at its position", async () => {
    expect(await faults({ "a.md": article("A.", { title: "A" }), "b.md": article("B.") })).toEqual([
      "warning tied-position b.md:6:11",
    ]);
  });
});
