import { describe, expect, test } from "vitest";
import { exampleContent } from "../../../src/checks/rules/example-content.ts";
import { runRules } from "../../../src/checks/run-rules.ts";
import { inShort, siteFrom } from "../../support/site-from.ts";

async function faults(siteYml: string) {
  return runRules([exampleContent], (await siteFrom({ "site.yml": siteYml })).site);
}

describe("example-content", () => {
  test("says nothing of a site that is no example", async () => {
    expect(await faults("name: Help\nnhs_identity: true\n")).toEqual([]);
    expect(await faults("example: false\n")).toEqual([]);
  });

  test("stands at the line that marks the site", async () => {
    expect((await faults("name: Help\nexample: true\n")).map(inShort)).toEqual([
      "warning example-content site.yml:2:10",
    ]);
  });

  test("names the NHS logo where the site shows it, and only there", async () => {
    expect((await faults("example: true\nnhs_identity: true\n"))[0]?.message).toContain("NHS logo");
    expect((await faults("example: true\n"))[0]?.message).not.toContain("NHS");
  });
});
