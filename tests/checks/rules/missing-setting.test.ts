import { describe, expect, test } from "vitest";
import { missingSetting } from "../../../src/checks/rules/missing-setting.ts";
import { runRules } from "../../../src/checks/run-rules.ts";
import type { FilesInMemory } from "../../support/site-from.ts";
import { inShort, page, siteFrom } from "../../support/site-from.ts";

async function faults(files: FilesInMemory) {
  return runRules([missingSetting], (await siteFrom(files)).site);
}

const withLayout = (layout: string, fields: FilesInMemory = {}) =>
  page({ title: "A page", type: "page", layout: `layouts/${layout}`, ...fields });

const settings = [
  "organisation: NHS",
  "contact_email: help@example.org",
  "reply_days: 5",
  "accessibility_status: partial",
  "accessibility_prepared: 2026-10-01",
  "accessibility_tested: 2026-09-20",
  "accessibility_tested_by: the team",
  "privacy_controller: Example Trust",
  "privacy_basis: public-task",
  "privacy_retention: 2 years",
  "privacy_officer: dpo@example.org",
  "",
].join("\n");

const allThree = {
  "accessibility-statement.md": withLayout("accessibility-statement.njk"),
  "cookies.md": withLayout("cookies.njk"),
  "privacy.md": withLayout("privacy.njk"),
};

describe("missing-setting", () => {
  test("accepts pages whose every setting is given, and pages of other layouts without any", async () => {
    expect(await faults({ "site.yml": settings, ...allThree })).toEqual([]);
    expect(await faults({ "a.md": withLayout("page.njk"), "cookies.md": withLayout("cookies.njk") })).toEqual([]);
  });

  test("names each setting once, at the layout that needs it, with a line to copy", async () => {
    const found = await faults(allThree);
    expect(new Set(found.map(inShort))).toEqual(
      new Set(["warning missing-setting accessibility-statement.md:4:9", "warning missing-setting privacy.md:4:9"]),
    );
    const copied = found.map(({ fix }) => fix.replace("Add a line to site.yml: ", ""));
    expect(copied.map((line) => line.split(":")[0]).toSorted()).toEqual(
      settings
        .trim()
        .split("\n")
        .map((line) => line.split(":")[0])
        .toSorted(),
    );
    expect(await faults({ "site.yml": copied.join("\n"), ...allThree })).toEqual([]);
  });

  test("says what the page leaves out", async () => {
    const without = settings.replace("reply_days: 5\n", "");
    const [problem, ...others] = await faults({ "site.yml": without, ...allThree });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      message: "This layout is filled in from site.yml, which does not say reply_days",
      why: "The page leaves out how soon people get an answer",
      fix: "Add a line to site.yml: reply_days: 5",
    });
  });

  test("counts a malformed setting as missing", async () => {
    const malformed = settings.replace("public-task", "because");
    expect((await faults({ "site.yml": malformed, ...allThree })).map(inShort)).toEqual([
      "warning missing-setting privacy.md:4:9",
    ]);
  });

  test("is silent on a page that allows it", async () => {
    const page = withLayout("privacy.njk", { allow: "[missing-setting]" });
    expect(await faults({ "privacy.md": page })).toEqual([]);
  });
});
