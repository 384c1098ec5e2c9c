import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { jsonReport } from "../../src/report/json.ts";
import { deadLink, doubledWord, hostile } from "./diagnostics.ts";

/** The validator comes with html-validate, which is where it is looked for: packages may nest it. */
const { Ajv } = createRequire(createRequire(import.meta.url).resolve("html-validate"))("ajv") as {
  readonly Ajv: new (options: object) => { readonly compile: (schema: unknown) => (value: unknown) => boolean };
};
const schema: unknown = JSON.parse(readFileSync("docs/developers/diagnostics.schema.json", "utf8"));
const isRight = new Ajv({ strict: true }).compile(schema);

interface Report {
  readonly version: number;
  readonly diagnostics: readonly Record<string, unknown>[];
}

const reportOf = (...diagnostics: Parameters<typeof jsonReport>[0]) =>
  JSON.parse(jsonReport(diagnostics, "content")) as Report;

describe("jsonReport", () => {
  test("says of each diagnostic what, where, why, what to do, and whether --fix does it", () => {
    expect(reportOf(deadLink, doubledWord)).toEqual({
      version: 1,
      diagnostics: [
        {
          rule: "broken-link",
          severity: "error",
          file: "content/manage/passwords.md",
          line: 2,
          column: 16,
          endColumn: 24,
          message: "The link leads to /contcat, and there is no such page",
          why: "A citizen who follows it would find an error page",
          fix: "Change it to /contact",
          fixable: false,
        },
        expect.objectContaining({ rule: "doubled-word", file: "content/a b.md", fixable: true }),
      ],
    });
  });

  test("says how hard pages are to read where that was asked for, and nothing of it elsewhere", () => {
    expect(reportOf(deadLink)).not.toHaveProperty("reading");
    const figure = { words: 120, wordsPerSentence: 8.5, readingAge: 9 };
    const pages = [
      { file: "a b.md", ...figure },
      { file: "c.md", ...figure, readingAge: null },
    ];
    const report: unknown = JSON.parse(jsonReport([], "./content", { site: figure, pages }));
    const named = pages.map((page) => ({ ...page, file: `content/${page.file}` }));
    expect(report).toEqual({ version: 1, diagnostics: [], reading: { site: figure, pages: named } });
    expect(isRight(report)).toBe(true);
    const { definitions } = schema as { definitions: { figure: { required: string[] } } };
    expect(definitions.figure.required).toEqual(Object.keys(figure));
  });

  test("keeps to its published schema", () => {
    expect(isRight(reportOf())).toBe(true);
    expect(isRight(reportOf(deadLink, doubledWord, hostile))).toBe(true);
  });

  test("has in it all that the schema names, and nothing else", () => {
    const { definitions } = schema as { definitions: { diagnostic: { required: string[]; properties: object } } };
    const [found = {}] = reportOf(deadLink).diagnostics;
    expect(Object.keys(definitions.diagnostic.properties)).toEqual(Object.keys(found));
    expect(definitions.diagnostic.required).toEqual(Object.keys(found));
  });

  test.each([
    ["another version", { ...reportOf(deadLink), version: 2 }],
    [
      "a field that is missing",
      { version: 1, diagnostics: [{ ...reportOf(deadLink).diagnostics[0], why: undefined }] },
    ],
    ["a column of 0", { version: 1, diagnostics: [{ ...reportOf(deadLink).diagnostics[0], column: 0 }] }],
    ["figures without those of the site", { ...reportOf(), reading: { site: null, pages: [] } }],
    ["another severity", { version: 1, diagnostics: [{ ...reportOf(deadLink).diagnostics[0], severity: "note" }] }],
  ])("has a schema that refuses %s", (_, wrong) => {
    expect(isRight(JSON.parse(JSON.stringify(wrong)))).toBe(false);
  });
});
