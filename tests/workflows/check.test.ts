/** What runs on GitHub can be trusted with anybody's change, and calls nothing that is not there. */
import { accessSync, constants, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { programFolder } from "../support/run-command.ts";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly on: unknown;
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, { readonly permissions?: unknown; readonly steps: readonly Step[] }>>;
}

const folder = join(programFolder, ".github", "workflows");
const workflows = readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), "utf8")] as const);
const { scripts } = JSON.parse(readFileSync(join(programFolder, "package.json"), "utf8")) as {
  readonly scripts: Readonly<Record<string, string>>;
};
const stepsOf = (text: string) => Object.values((parse(text) as Workflow).jobs).flatMap(({ steps }) => steps);

describe.each(workflows)("the workflow %s", (_, text) => {
  test("names each action by its whole hash, and says which version that is", () => {
    const uses = stepsOf(text).flatMap(({ uses }) => uses ?? []);
    expect(uses.length).toBeGreaterThan(0);
    for (const action of uses) {
      expect(action).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
      expect(text).toMatch(new RegExp(`uses: ${action} # v[0-9]+\\.[0-9]+\\.[0-9]+\n`));
    }
  });

  test("may only read, keeps no key in the copy, and uses no secret", () => {
    const { permissions, jobs } = parse(text) as Workflow;
    expect(permissions).toEqual({ contents: "read" });
    for (const job of Object.values(jobs)) expect(job).not.toHaveProperty("permissions");
    const checkouts = stepsOf(text).filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    for (const { with: options } of checkouts) expect(options).toMatchObject({ "persist-credentials": false });
    expect(text).not.toMatch(/secrets\.|GITHUB_TOKEN|github\.token/);
  });

  test("runs a change from a fork without rights, and nothing that its author has written as a command", () => {
    expect(JSON.stringify((parse(text) as Workflow).on)).not.toMatch(/pull_request_target|workflow_run/);
    for (const { run = "" } of stepsOf(text)) expect(run).not.toContain("${{");
  });

  test("calls commands that are there", () => {
    for (const { run = "" } of stepsOf(text)) {
      for (const [, script = ""] of run.matchAll(/npm run (?:--silent )?([a-z:]+)/g))
        expect(Object.keys(scripts)).toContain(script);
      for (const [path] of run.matchAll(/^\.[\w./-]+/gm)) accessSync(join(programFolder, path), constants.X_OK);
    }
  });
});

test("a pull request gets notes beside its lines, and a summary of what has changed", () => {
  const runs = stepsOf(readFileSync(join(folder, "check.yml"), "utf8")).map(({ run = "" }) => run);
  expect(runs).toContain("npm run --silent check -- --format github");
  expect(runs).toContain('npm run --silent changes -- --from HEAD^1 >> "$GITHUB_STEP_SUMMARY"');
  expect(runs).toContain(".ci/run");
});
