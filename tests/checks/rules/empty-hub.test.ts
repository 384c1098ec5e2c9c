import { describe, expect, test } from "vitest";
import { emptyHub } from "../../../src/checks/rules/empty-hub.ts";
import { checkLoaded, runRules } from "../../../src/checks/run-rules.ts";
import type { FilesInMemory } from "../../support/site-from.ts";
import { article, hub, inShort, siteFrom } from "../../support/site-from.ts";

async function faults(files: FilesInMemory): Promise<readonly string[]> {
  return runRules([emptyHub], (await siteFrom(files)).site).map(inShort);
}

describe("empty-hub", () => {
  test("names the hub at its name", async () => {
    expect(await faults({ "h.md": hub("h") })).toEqual(["warning empty-hub h.md:5:7"]);
  });

  test("says nothing while a page is missing for an error of its own: it may be the one in the hub", async () => {
    const said = async (type: string) => {
      const loaded = await siteFrom({ "h.md": hub("h"), "a.md": article("Words.", { hub: "home", type }) });
      const known = { names: new Set<string>(), nearest: () => null };
      const found = checkLoaded([emptyHub], loaded, known, { today: null, leftOut: loaded.leftOut });
      return found.map(({ rule }) => rule);
    };
    expect(await said("article")).toEqual(["empty-hub"]);
    expect(await said("artical")).toEqual(["malformed-field"]);
  });
});
