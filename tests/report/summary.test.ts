import { expect, test } from "vitest";
import { summary } from "../../src/report/summary.ts";
import { deadLink, doubledWord } from "./diagnostics.ts";

test("summary counts by severity and rule, the most first, and says what --fix puts right", () => {
  expect(summary([deadLink, doubledWord, { ...doubledWord, edits: [] }], 40, "npm run check -- --fix")).toEqual([
    "1 error, 2 warnings in 40 files",
    "  2  doubled-word (--fix: 1)",
    "  1  broken-link",
    "npm run check -- --fix puts 1 of them right",
  ]);
});

test("summary is one line where nothing is wrong", () => {
  expect(summary([], 1, "npm run check -- --fix")).toEqual(["0 errors, 0 warnings in 1 file"]);
});
