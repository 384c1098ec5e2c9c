/**
 * Runs one tier of tests: `node tests/support/run-tier.ts test|full|soak`. Every step runs, whatever became of those
 * before it. The last line counts all tests: those that vitest names, and one for each other step.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { countCommand, countTests } from "./test-counts.ts";
import type { Counts } from "./test-counts.ts";
import { tierVariable, tiers } from "./tier.ts";
import type { Tier } from "./tier.ts";

/** One command of a tier. */
interface Step {
  readonly name: string;
  /** For the shell; the commands of `node_modules/.bin` are at hand. */
  readonly command: string;
  /** Whether it is vitest, which counts its own tests; any other command counts as one test. */
  readonly countsItself: boolean;
}

interface Outcome extends Counts {
  readonly name: string;
  readonly seconds: number;
}

const reports = "node_modules/.cache/test-reports";

/** What needs no samples, and is done with in the first tier. */
const readings: readonly Step[] = [
  { name: "types", command: "tsc", countsItself: false },
  { name: "scripts", command: "oxlint --deny-warnings", countsItself: false },
  { name: "styles", command: 'stylelint "assets/**/*.scss"', countsItself: false },
  { name: "format", command: "prettier --check --log-level warn .", countsItself: false },
];

/** Which files there are in it, and how much each of them tests, is told by the tier: see vitest.config.ts. */
const testRuns: readonly Step[] = [
  { name: "unit", command: "vitest run --project unit", countsItself: true },
  { name: "site", command: "vitest run --project pages --project browser --project accessibility", countsItself: true },
];

function run(step: Step, tier: Tier): Outcome {
  const report = `${reports}/${step.name}.json`;
  rmSync(report, { force: true });
  const reporters = step.countsItself ? ` --reporter=default --reporter=json --outputFile.json=${report}` : "";
  process.stdout.write(`\n> ${step.name}: ${step.command}\n`);

  const start = performance.now();
  const env = { ...process.env, [tierVariable]: tier };
  const { status } = spawnSync(step.command + reporters, { shell: true, stdio: "inherit", env });
  const seconds = (performance.now() - start) / 1000;

  const counts = step.countsItself
    ? countTests(existsSync(report) ? readFileSync(report, "utf8") : "", status)
    : countCommand(status);
  return { name: step.name, seconds, ...counts };
}

/** Cheap and telling first. */
const stepsOf: Readonly<Record<Tier, readonly Step[]>> = {
  test: [...readings, ...testRuns],
  full: testRuns,
  soak: testRuns,
};

const usage = `npm test            types, lint, unit tests, built pages, browser, accessibility: minutes
npm run test:full   whole, what npm test takes samples of: up to 40 minutes
npm run soak        the same for hours

Every step runs, whatever became of those before it; the last line counts all tests. There are no options.
One file alone: npx vitest run tests/model/hub.test.ts`;

function main(): void {
  const tier = tiers.find((name) => name === process.argv[2]);
  const help = process.argv.includes("--help");
  if (tier === undefined || help || process.argv.length > 3) {
    (help ? process.stdout : process.stderr).write(`${usage}\n`);
    process.exitCode = help ? 0 : 2;
    return;
  }
  mkdirSync(reports, { recursive: true });
  const outcomes = stepsOf[tier].map((step) => run(step, tier));
  for (const { name, passed, failed, seconds } of outcomes) {
    process.stdout.write(`${name.padEnd(8)} ${passed} passed, ${failed} failed, ${seconds.toFixed(1)} s\n`);
  }
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 ? 1 : 0;
}

main();
