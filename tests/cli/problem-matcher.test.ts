/** The task "check" of VS Code sees in the real output every problem that there is. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { loadAndCheck } from "../../src/cli/load-and-check.ts";
import type { LoadedSite } from "../../src/content/load-site.ts";
import { terminalReport } from "../../src/report/terminal.ts";
import { programFolder, runCommand } from "../support/run-command.ts";
import { article } from "../support/site-from.ts";

interface Pattern {
  readonly regexp: string;
  readonly [part: string]: string | number;
}

interface Task {
  readonly label: string;
  readonly command: string;
  readonly problemMatcher: { readonly pattern: readonly Pattern[] };
}

/** JSON with comments and no trailing commas: YAML reads it once the comments are gone. */
function readSettings(name: string): unknown {
  const text = readFileSync(join(programFolder, ".vscode", name), "utf8");
  return parse(text.replace(/^\s*\/\/.*$/gm, ""));
}

const { tasks } = readSettings("tasks.json") as { readonly tasks: readonly Task[] };
const check = tasks.find(({ label }) => label === "check")!;

/** What VS Code makes of lines: the patterns match as many lines that follow each other, else the next line is tried. */
function problemsIn(output: string): readonly Record<string, string>[] {
  const lines = stripVTControlCharacters(output).split(/\r?\n/);
  return lines.flatMap((_, index) => {
    const found: Record<string, string> = {};
    for (const [offset, { regexp, ...parts }] of check.problemMatcher.pattern.entries()) {
      const match = new RegExp(regexp).exec(lines[index + offset] ?? "");
      if (match === null) return [];
      for (const [part, group] of Object.entries(parts)) found[part] = match[Number(group)] ?? "";
    }
    return [found];
  });
}

const files: Readonly<Record<string, string>> = {
  "broken.md": '---\ntitle: "never closed\ntype: article\nhub: home\n---\n\nWords.\n',
  "links.md": article("[One](/nowhere/) and [two](gone.md#x).\n\nFile: a.md:3:4 error (not-a-rule)\n  indented\n"),
  "a name (1).md": article("[A](/nowhere/)", { position: "x" }),
  "deep/er/page.md": "No fields at all\n",
  "site.yml": "nmae: Help\n",
  "fields.md": article("Words.", { titel: "x", type: "artikel", position: '"1"' }),
};

let folder = "";
let loaded: LoadedSite;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "problems-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, "content", path)), { recursive: true });
    writeFileSync(join(folder, "content", path), text);
  }
  loaded = await loadAndCheck(join(folder, "content"), { layouts: new Set(["article.njk"]), drafts: false });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function expected(prefix: string) {
  return loaded.diagnostics.map(({ rule, severity, message, span }) => ({
    file: `${prefix}/${span.file}`,
    line: String(span.line),
    column: String(span.column),
    severity,
    code: rule,
    message,
  }));
}

describe("the task check of VS Code", () => {
  test.each([true, false])("finds each diagnostic in the report, and nothing else (colours: %s)", (colour) => {
    expect(loaded.diagnostics.length).toBeGreaterThan(8);
    const report = terminalReport(loaded.diagnostics, { folder: "content", sources: loaded.sources, colour });
    expect(problemsIn(report)).toEqual(expected("content"));
  });

  test("finds them in what the command says", async () => {
    const { stdout } = await runCommand(["check", "--content", join(folder, "content")]);
    const byCommand = problemsIn(stdout);
    for (const problem of expected(join(folder, "content"))) expect(byCommand).toContainEqual(problem);
  });

  test("finds nothing where nothing is wrong", () => {
    expect(problemsIn("0 errors, 0 warnings in 3 files\n")).toEqual([]);
  });

  test("calls a command that there is", () => {
    const { scripts } = JSON.parse(readFileSync(join(programFolder, "package.json"), "utf8")) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    for (const { command } of tasks) {
      const script = /^npm (?:run (?:--silent )?)?([a-z:]+)$/.exec(command)?.[1] ?? "";
      expect(Object.keys(scripts), command).toContain(script);
    }
  });
});

describe("the settings of VS Code", () => {
  test("name schemas that are there", () => {
    const settings = readSettings("settings.json") as { readonly "yaml.schemas": Readonly<Record<string, string>> };
    for (const path of Object.keys(settings["yaml.schemas"])) {
      expect(JSON.parse(readFileSync(join(programFolder, path), "utf8"))).toHaveProperty("$schema");
    }
  });

  test("recommend extensions by their whole names", () => {
    const { recommendations } = readSettings("extensions.json") as { readonly recommendations: readonly string[] };
    expect(recommendations.every((name) => /^[a-z-]+\.[a-z-]+$/.test(name))).toBe(true);
  });
});
