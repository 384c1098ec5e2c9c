import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { filesOf } from "./page.ts";
import { sampledTests } from "./sampled-tests.ts";

const sampled = sampledTests();

test("tests that ask for the size of their samples are in the longer tiers", () => {
  expect(sampled).toContain("tests/accessibility/axe.test.ts");
  expect(sampled).toContain("tests/markdown/hostile.test.ts");
});

test("so are those whose support asks for it", () => {
  expect(readFileSync("tests/accessibility/contact-errors.test.ts", "utf8")).not.toContain("tier.ts");
  expect(sampled).toContain("tests/accessibility/contact-errors.test.ts");
});

test("tests that are the same in every tier are in the first alone, and so are those that merely wait longer", () => {
  expect(sampled).not.toContain("tests/architecture.test.ts");
  expect(readFileSync("tests/support/browsing.ts", "utf8")).toContain("patience");
  expect(sampled).not.toContain("tests/browser/paper.test.ts");
});

test("no test that asks for a size is missed, however it is written", () => {
  const asking = filesOf("tests")
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => `tests/${file}`)
    .filter((path) => /\bsample\(|\btier\b(?!\.ts|Variable)/.test(withoutWords(readFileSync(path, "utf8"))));
  expect(asking.length).toBeGreaterThan(12);
  expect(sampled).toEqual(expect.arrayContaining(asking));
});

/** A test without what stands in its comments and its strings. */
function withoutWords(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$|"[^"\n]*"|`[^`]*`/gm, "");
}
