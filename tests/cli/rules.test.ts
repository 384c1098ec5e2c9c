import { readFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { describe, expect, test } from "vitest";
import { allRules } from "../../src/cli/all-rules.ts";
import { releaseErrors } from "../../src/cli/check-profile.ts";
import { rulesPage } from "../../src/cli/rules.ts";
import type { RuleFacts } from "../../src/model/rule.ts";
import { programFolder } from "../support/run-command.ts";

const doubledWord: RuleFacts = {
  name: "doubled-word",
  severity: "warning",
  kind: "words",
  title: "A word | stands twice",
  source: null,
  fixable: true,
};

describe("rulesPage", () => {
  test("has a row for each rule, in a table for each kind", () => {
    const broken: RuleFacts = { ...doubledWord, name: "broken-link", kind: "links", severity: "error", fixable: false };
    const rows = rulesPage([doubledWord, { ...broken, title: "A dead link", source: "The manual" }])
      .split("\n")
      .filter((line) => /^(##|\|)/.test(line))
      .map((line) => line.replace(/ +/g, " "));
    expect(rows.filter((line) => !line.startsWith("| -"))).toEqual([
      "## Links and pictures",
      "| rule | what it finds | severity | --fix | source |",
      "| [broken-link](broken-link.md) | A dead link | error | | The manual |",
      "## Words",
      "| rule | what it finds | severity | --fix | source |",
      "| [doubled-word](doubled-word.md) | A word \\| stands twice | warning | yes | |",
    ]);
  });

  test("names every rule once", () => {
    const named = [...rulesPage(allRules).matchAll(/^\| \[([a-z0-9-]+)\]/gm)].map(([, name]) => name);
    expect(named.toSorted()).toEqual(allRules.map(({ name }) => name));
  });

  test("is formatted as Prettier would have it", async () => {
    const page = rulesPage(allRules);
    expect(await format(page, { parser: "markdown", printWidth: 120 })).toBe(page);
  });

  test("is what the committed list holds; npm run rules writes it", () => {
    expect(readFileSync(join(programFolder, "docs/rules/README.md"), "utf8")).toBe(rulesPage(allRules));
  });
});

test("what the profile release makes an error is a rule that only warns elsewhere", () => {
  const warnings = allRules.filter(({ severity }) => severity === "warning").map(({ name }) => name);
  expect(warnings).toEqual(expect.arrayContaining([...releaseErrors]));
  expect(releaseErrors).toEqual([...releaseErrors].toSorted());
});
