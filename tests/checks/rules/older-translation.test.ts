import { describe, expect, test } from "vitest";
import { olderTranslation } from "../../../src/checks/rules/older-translation.ts";
import { runRules } from "../../../src/checks/run-rules.ts";
import type { Diagnostic } from "../../../src/model/diagnostic.ts";
import type { FilesInMemory } from "../../support/site-from.ts";
import { article, inShort, page, siteFrom } from "../../support/site-from.ts";

/** What is said of `a.md` and its translation, each last reviewed on a day; `""` where the page names none. */
async function found(
  original: string,
  translation: string,
  fields: FilesInMemory = {},
): Promise<readonly Diagnostic[]> {
  const files = {
    "a.md": article("Words.", { last_reviewed: original }),
    "cy/b.md": article("Geiriau.", {
      title: "B",
      lang: "cy",
      translationOf: "a.md",
      ...fields,
      last_reviewed: translation,
    }),
  };
  return runRules([olderTranslation], (await siteFrom(files)).site);
}

describe("older-translation", () => {
  test("accepts a translation that was reviewed on the same day as its original, or later", async () => {
    expect(await found("2026-06-30", "2026-06-30")).toEqual([]);
    expect(await found("2026-06-30", "2026-07-01")).toEqual([]);
  });

  test("accepts any translation of a page that does not say when it was reviewed", async () => {
    expect(await found("", "2001-01-01")).toEqual([]);
    expect(await found("", "")).toEqual([]);
  });

  test("names the day of a translation that was last reviewed before its original", async () => {
    const [diagnostic, ...others] = await found("2026-06-30", "2026-06-29");
    expect([diagnostic && inShort(diagnostic), others]).toEqual(["warning older-translation cy/b.md:9:16", []]);
    expect(diagnostic?.message).toContain("on 2026-06-29");
    expect(diagnostic?.message).toContain("a.md, which it translates, was on 2026-06-30");
    expect(diagnostic?.fix).toContain("Compare it with a.md");
  });

  test("names the title of one that does not say when it was reviewed", async () => {
    const [diagnostic] = await found("2026-06-30", "");
    expect(diagnostic && inShort(diagnostic)).toBe("warning older-translation cy/b.md:2:8");
    expect(diagnostic?.message).toContain("does not say when");
  });

  test("finds the original of a translation by its path, too", async () => {
    const files = {
      "a.md": article("Words.", { last_reviewed: "2026-06-30" }),
      "cy/a.md": page({ title: "B", last_reviewed: "2026-06-29" }),
    };
    const { site } = await siteFrom(files, { languages: new Set(["cy"]) });
    expect(runRules([olderTranslation], site).map(({ span }) => span.file)).toEqual(["cy/a.md"]);
  });

  test("says nothing of a translation whose original is not there", async () => {
    expect(await found("2026-06-30", "2001-01-01", { translationOf: "c.md" })).toEqual([]);
  });
});
