import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { allRules } from "../../src/cli/all-rules.ts";
import { repository } from "./documents.ts";
import { checked, examplesOf, factsLine, readRulePage } from "./rule-pages.ts";

/** Faults of files that no Markdown page can hold: links on disk, other encodings, sizes. tests/content has them. */
const withoutExample: ReadonlySet<string> = new Set([
  "control-character",
  "file-too-large",
  "misnamed-picture",
  "misread-character",
  "not-a-regular-file",
  "not-utf-8",
  "stilled-picture",
  "symbolic-link",
  "unreadable-file",
]);

test("every rule has a page, and every page a rule", () => {
  const pages = readdirSync(resolve(repository, "docs/rules")).filter((file) => file !== "README.md");
  expect(pages.toSorted()).toEqual(allRules.map(({ name }) => `${name}.md`).toSorted());
});

test("no two rules have one name", () => {
  expect(new Set(allRules.map(({ name }) => name)).size).toBe(allRules.length);
});

describe.each(allRules.map((rule) => [rule.name, rule] as const))("%s", (name, rule) => {
  test("has a page that starts with what the rule is, and says why", () => {
    const [heading, , facts] = readRulePage(name).split("\n");
    expect([heading, facts]).toEqual([`# ${name}`, factsLine(rule)]);
    expect(readRulePage(name)).toMatch(/\n## Why\n\n\S/);
  });

  test.skipIf(withoutExample.has(name))(
    "has wrong examples that it finds, and right ones of which nothing is said",
    async () => {
      const examples = examplesOf(readRulePage(name));
      expect(new Set(examples.map(({ kind }) => kind))).toEqual(new Set(["wrong", "right"]));
      for (const example of examples) {
        const found = (await checked(example)).map((diagnostic) => diagnostic.rule);
        if (example.kind === "wrong") expect(found).toContain(name);
        else expect(found).toEqual([]);
      }
    },
  );
});
