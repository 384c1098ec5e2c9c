import { describe, expect, test } from "vitest";
import { buildSummary, siteNotes, sizeInWords, warningSummary } from "../../src/cli/build-summary.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { siteFrom } from "../support/site-from.ts";

const warning = (rule: string): Diagnostic => ({
  rule,
  severity: "warning",
  span: { file: "a.md", line: 1, column: 1, endColumn: 2 },
  message: "",
  why: "",
  fix: "",
});

describe("buildSummary", () => {
  test("says pages by type, warnings, bytes, seconds, notes, and where the site is", () => {
    const printed = {
      pagesByType: new Map([
        ["home", 1],
        ["article", 2],
      ]),
      files: 5,
      bytes: 12_345,
      hash: "0",
    };
    expect(buildSummary({ printed, diagnostics: [], seconds: 1.26, output: "_site", notes: ["A note"] })).toEqual([
      "Built 3 pages: 1 home, 2 articles",
      "No warnings",
      "12 KB in 5 files, 1.3 s",
      "A note",
      "The site is in _site",
    ]);
  });
});

describe("siteNotes", () => {
  const notes = async (files: Readonly<Record<string, string>>) => siteNotes((await siteFrom(files)).site);
  const address = { "site.yml": "url: https://help.example.org/\n" };

  test("are none where nothing is missing", async () => {
    expect(await notes({ ...address, "contact.yml": "form:\n  address: /contact/send\n" })).toEqual([]);
  });

  test("say that the contact page has no form, whether contact.yml is there or not", async () => {
    const noForm = [expect.stringMatching(/^The contact page shows no form.* in contact\.yml, under form$/)];
    expect(await notes(address)).toEqual(noForm);
    expect(await notes({ ...address, "contact.yml": "introduction: Hello.\n" })).toEqual(noForm);
  });

  test("say that the site's address is not known", async () => {
    expect(await notes({ "contact.yml": "form:\n  address: /contact/send\n" })).toEqual([
      expect.stringMatching(/^The site's address is not known/),
    ]);
  });
});

describe("warningSummary", () => {
  test("counts by rule, the most frequent first, and says how to read them", () => {
    const diagnostics = [warning("b"), warning("a"), warning("b"), { ...warning("c"), severity: "error" as const }];
    expect(warningSummary(diagnostics)).toBe("3 warnings (npm run check shows where): 2 b, 1 a");
  });

  test("is nothing where there are only errors", () => {
    expect(warningSummary([{ ...warning("c"), severity: "error" }])).toBeNull();
  });
});

test.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [999, "999 bytes"],
  [1000, "1 KB"],
  [376_500, "377 KB"],
  [1_000_000, "1.0 MB"],
])("sizeInWords %i is %s", (bytes, words) => {
  expect(sizeInWords(bytes)).toBe(words);
});
