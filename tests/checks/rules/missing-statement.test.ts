import { describe, expect, test } from "vitest";
import { missingStatement } from "../../../src/checks/rules/missing-statement.ts";
import { runRules } from "../../../src/checks/run-rules.ts";
import type { FilesInMemory } from "../../support/site-from.ts";
import { article, inShort, page, siteFrom } from "../../support/site-from.ts";

async function faults(files: FilesInMemory) {
  return runRules([missingStatement], (await siteFrom(files)).site);
}

const plain = (title: string, layout = "") => page({ title, type: "page", layout });

describe("missing-statement", () => {
  test("accepts a site with the three pages, by their layouts or by their addresses", async () => {
    const byLayout = {
      "site.yml": "name: Help\n",
      "access.md": plain("Access", "layouts/accessibility-statement.njk"),
      "storage.md": plain("Storage", "layouts/cookies.njk"),
      "data.md": plain("Data", "layouts/privacy.njk"),
    };
    expect(await faults(byLayout)).toEqual([]);
    const byAddress = {
      "site.yml": "name: Help\n",
      "about/accessibility-statement.md": plain("Access"),
      "cookie-policy.md": plain("Storage"),
      "privacy-notice.md": plain("Data"),
    };
    expect(await faults(byAddress)).toEqual([]);
  });

  test("says nothing of a bare folder of articles, which has no site.yml", async () => {
    expect(await faults({ "a.md": article("Words.") })).toEqual([]);
  });

  test("names each page that is not there, with the lines that make it", async () => {
    const found = await faults({ "site.yml": "name: Help\n", "cookies.md": plain("Cookies") });
    expect(found.map(inShort)).toEqual([
      "warning missing-statement site.yml:1:1",
      "warning missing-statement site.yml:1:1",
    ]);
    expect(found.map(({ message }) => message)).toEqual([
      "The site has no accessibility statement",
      "The site has no privacy page",
    ]);
    expect(found[1]?.fix).toBe("Add a page privacy.md with the lines type: page and layout: layouts/privacy.njk");
  });
});
