import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { countCommand, countTests } from "./test-counts.ts";

const report = (passed: number, failed: number, brokenFiles = 0) =>
  JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    testResults: Array.from({ length: brokenFiles }, () => ({ status: "failed", assertionResults: [] })),
  });

describe("the count at the end of a tier", () => {
  test("is that of the tests", () => {
    expect(countTests(report(7, 0), 0)).toEqual({ passed: 7, failed: 0 });
    expect(countTests(report(5, 2), 1)).toEqual({ passed: 5, failed: 2 });
  });

  test("counts a file that broke before its tests ran", () => {
    expect(countTests(report(5, 1, 2), 1)).toEqual({ passed: 5, failed: 3 });
  });

  test("has a failure in it when a run failed without a failed test, found none, or was killed", () => {
    expect(countTests(report(7, 0), 1)).toEqual({ passed: 7, failed: 1 });
    expect(countTests(report(0, 0), 0)).toEqual({ passed: 0, failed: 1 });
    expect(countTests("", null)).toEqual({ passed: 0, failed: 1 });
    expect(countTests("{}", 0)).toEqual({ passed: 0, failed: 1 });
  });

  test("counts a command of another kind as one test", () => {
    expect([0, 2, null].map(countCommand).map(({ failed }) => failed)).toEqual([0, 1, 1]);
  });
});

test.each([
  ["--help", 0, "stdout"],
  ["tset", 2, "stderr"],
] as const)("run-tier %s ends with %i and says on %s how it is used", (word, status, stream) => {
  const run = spawnSync("node", ["tests/support/run-tier.ts", word], { encoding: "utf8" });
  expect(run.status).toBe(status);
  expect(run[stream]).toContain("npm run test:full");
});
