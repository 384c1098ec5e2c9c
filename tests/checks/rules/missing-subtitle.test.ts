import { describe, expect, test } from "vitest";
import { missingSubtitle } from "../../../src/checks/rules/missing-subtitle.ts";
import { runRules } from "../../../src/checks/run-rules.ts";
import type { FilesInMemory } from "../../support/site-from.ts";
import { article, inShort, page, siteFrom } from "../../support/site-from.ts";

async function faults(files: FilesInMemory): Promise<readonly string[]> {
  return runRules([missingSubtitle], (await siteFrom(files)).site).map(inShort);
}

describe("missing-subtitle", () => {
  test("accepts a page outside the hubs without one", async () => {
    expect(await faults({ "a.md": page({ title: "Cookies", type: "page" }) })).toEqual([]);
  });
  test("accepts an article that has one, though it has no value", async () => {
    expect(await faults({ "a.md": article("A.", { subtitle: " " }) })).toEqual([]);
  });
  test("names the article or hub", async () => {
    expect(await faults({ "a.md": article("A.", { subtitle: "" }) })).toEqual(["warning missing-subtitle a.md:1:1"]);
  });
});
