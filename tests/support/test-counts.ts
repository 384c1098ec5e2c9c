/** How many tests of a step passed and failed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** What vitest's JSON reporter writes, as far as it is read here. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Files, among them those that failed before a test of theirs could run. */
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/**
 * A command that counts nothing is one test.
 *
 * @param status - its exit code; `null` if it was killed
 */
export function countCommand(status: number | null): Counts {
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * The tests of a run of vitest. A run that failed with no failed test to show for it, and one that found no tests, are
 * failures too: never "0 failed".
 *
 * @param report - what its JSON reporter wrote; anything else, such as nothing at all, is a failed run
 * @param status - its exit code; `null` if it was killed
 */
export function countTests(report: string, status: number | null): Counts {
  const { passed, failed } = readReport(report);
  const isFailure = failed === 0 && (status !== 0 || passed === 0);
  return { passed, failed: isFailure ? 1 : failed };
}

function readReport(report: string): Counts {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(report) as VitestReport;
    const broken = testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
    return { passed: numPassedTests, failed: numFailedTests + broken.length };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
