import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { allRules } from "../../src/cli/all-rules.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { RuleFacts } from "../../src/model/rule.ts";
import { sarifReport } from "../../src/report/sarif.ts";
import { deadLink, doubledWord, hostile } from "./diagnostics.ts";
import { sarifSchema } from "./sarif-schema.ts";

const { Ajv } = createRequire(createRequire(import.meta.url).resolve("html-validate"))("ajv") as {
  readonly Ajv: new (options: object) => { readonly compile: (schema: unknown) => (value: unknown) => boolean };
};
const isSarif = new Ajv({ strict: true }).compile(sarifSchema);

interface Sarif {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly Record<string, unknown>[];
    },
  ];
}

const rules: readonly RuleFacts[] = [
  {
    name: "doubled-word",
    severity: "warning",
    kind: "words",
    title: "A word stands twice",
    source: null,
    fixable: true,
  },
];

function reportOf(diagnostics: readonly Diagnostic[], folder = "content", known = rules): Sarif {
  return JSON.parse(sarifReport(diagnostics, { folder, rules: known, version: "1.2.3" })) as Sarif;
}

describe("sarifReport", () => {
  test("keeps to SARIF 2.1.0", () => {
    expect(isSarif(reportOf([]))).toBe(true);
    expect(isSarif(reportOf([deadLink, doubledWord, hostile], "content", allRules))).toBe(true);
  });

  test("says where a diagnostic is in whole regions, with its edits as a fix", () => {
    expect(reportOf([doubledWord]).runs[0].results).toEqual([
      {
        ruleId: "doubled-word",
        ruleIndex: 0,
        level: "warning",
        message: { text: 'The word "the" stands here twice. A screen reader reads it twice. Delete one of them.' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "content/a%20b.md" },
              region: { startLine: 7, startColumn: 4, endLine: 7, endColumn: 8 },
            },
          },
        ],
        fixes: [
          {
            description: { text: "Delete one of them" },
            artifactChanges: [
              {
                artifactLocation: { uri: "content/a%20b.md" },
                replacements: [
                  {
                    deletedRegion: { startLine: 7, startColumn: 4, endLine: 7, endColumn: 8 },
                    insertedContent: { text: "" },
                  },
                ],
              },
            ],
          },
        ],
      },
    ]);
  });

  test("describes every rule, found or not", () => {
    const { driver } = reportOf([], "content", allRules).runs[0].tool;
    expect(driver.rules.map(({ id }) => id)).toEqual(allRules.map(({ name }) => name));
  });

  test.each([
    ["content", "content/a%23b%3Ac.md"],
    [".", "a%23b%3Ac.md"],
    ["../other", "../other/a%23b%3Ac.md"],
    ["/srv/help", "file:///srv/help/a%23b%3Ac.md"],
  ])("names files in the folder %s by addresses", (folder, uri) => {
    const report = reportOf([{ ...deadLink, span: { ...deadLink.span, file: "a#b:c.md" } }], folder);
    expect(JSON.stringify(report)).toContain(`"artifactLocation":{"uri":"${uri}"}`);
    expect(isSarif(report)).toBe(true);
  });

  test("has a schema that refuses what SARIF does not know", () => {
    const report = reportOf([deadLink]);
    const [run] = report.runs;
    expect(isSarif({ ...report, version: "2.0" })).toBe(false);
    expect(isSarif({ ...report, runs: [{ ...run, results: [{ ...run.results[0], level: "bad" }] }] })).toBe(false);
    expect(isSarif({ ...report, runs: [{ ...run, results: [{ ...run.results[0], column: 3 }] }] })).toBe(false);
  });
});
