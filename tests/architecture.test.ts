/**
 * The house of the project, kept in order: who may import whom, how long a file may be, what must be said of it.
 *
 * How to read a failure: the list shows each place that breaks the rule, as `file: what is wrong`. If an import is named,
 * the thing that it fetches belongs in a folder that both may import (mostly `src/model`), or must be handed over by
 * `src/cli`, where the parts meet. To change the table is to change the design: `docs/developers/architecture.md` first.
 */
import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path/posix";
import { describe, expect, test } from "vitest";
import { filesOf } from "./support/page.ts";

/** Folder of `src` → the other folders that it may import. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  markdown: ["model"],
  report: ["model"],
  content: ["model", "markdown"],
  checks: ["model"],
  output: ["model", "markdown"],
  receiver: ["model"],
  cli: ["model", "markdown", "report", "content", "checks", "output", "receiver"],
};

/** A file longer than this says why in its first comment. */
const mostLines = 200;

interface SourceFile {
  /** From the root of the repository: `src/model/site.ts`. */
  readonly path: string;
  readonly text: string;
}

const sources = filesOf("src")
  .filter((file) => file.endsWith(".ts"))
  .map((file): SourceFile => ({ path: `src/${file}`, text: readFileSync(`src/${file}`, "utf8") }));

const scripts = filesOf("assets/scripts")
  .filter((file) => file.endsWith(".ts"))
  .map((file): SourceFile => ({
    path: `assets/scripts/${file}`,
    text: readFileSync(`assets/scripts/${file}`, "utf8"),
  }));

/** What a file imports, as written: static, dynamic, and of types alone. */
function importsOf(text: string): readonly string[] {
  const code = withoutComments(text);
  const found = code.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)["']([^"']+)["']/g);
  return [...found].map((match) => match[1] ?? "");
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}

/** `src/model/site.ts` → `model`; `null` outside the folders of `src`. */
function folderOf(path: string): string | null {
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? null;
}

/** The file that a relative import leads to, from the root of the repository. */
function leadsTo(importer: string, specifier: string): string {
  return normalize(join(dirname(importer), specifier));
}

/** Everything that breaks the table in these files. */
function forbiddenImports(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, text }) => {
    const folder = folderOf(path);
    return importsOf(text).flatMap((specifier) => {
      if (!specifier.startsWith(".")) {
        return folder === "model" ? [`${path}: model imports nothing, and here "${specifier}"`] : [];
      }
      const target = leadsTo(path, specifier);
      const targetFolder = folderOf(target);
      if (targetFolder === null) return [`${path}: "${specifier}" leads out of the folders of src`];
      const allowed = targetFolder === folder || mayImport[folder ?? ""]?.includes(targetFolder);
      return allowed ? [] : [`${path}: ${folder} may not import ${targetFolder} ("${specifier}")`];
    });
  });
}

/** Each round of files that import each other, as `a → b → a`. */
function roundsOf(files: readonly SourceFile[]): readonly string[] {
  // Types are gone when the code runs, so a round of types alone does no harm.
  const imports = new Map(
    files.map(({ path, text }) => {
      const values = text.replace(/^(import|export) type\b[^;]*;/gm, "");
      return [
        path,
        importsOf(values)
          .filter((name) => name.startsWith("."))
          .map((name) => leadsTo(path, name)),
      ];
    }),
  );
  const rounds = new Set<string>();
  const finished = new Set<string>();
  const follow = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) rounds.add([...trail.slice(trail.indexOf(path)), path].join(" → "));
    else if (!finished.has(path)) {
      for (const next of imports.get(path) ?? []) follow(next, [...trail, path]);
      finished.add(path);
    }
  };
  for (const path of imports.keys()) follow(path, []);
  return [...rounds];
}

/** Exported things without a docstring just above them. Members of a table or a type speak for themselves. */
function withoutDocstring({ path, text }: SourceFile): readonly string[] {
  const lines = text.split("\n");
  return lines.flatMap((line, index) => {
    const name = /^export (?:default )?(?:async )?(?:function\*?|const|interface|class) +(\w+)/.exec(line)?.[1];
    if (name === undefined) return [];
    return lines[index - 1]?.trimEnd().endsWith("*/") ? [] : [`${path}:${index + 1}: ${name} has no docstring`];
  });
}

describe("the import table", () => {
  test("has a row for every folder of src, and nothing stands beside the folders", () => {
    expect(
      sources.map(({ path }) => folderOf(path)).filter((folder) => folder === null || !(folder in mayImport)),
    ).toEqual([]);
    expect(sources.length).toBeGreaterThan(20);
  });

  test("is kept", () => {
    expect(forbiddenImports(sources)).toEqual([]);
  });

  test("would notice each kind of import that breaks it", () => {
    const broken = (path: string, text: string) => forbiddenImports([{ path, text }]);
    expect(broken("src/checks/a.ts", `import { b } from "../markdown/b.ts";`)).toHaveLength(1);
    expect(broken("src/output/a.ts", `import type { Site } from "../content/load-site.ts";`)).toHaveLength(1);
    expect(broken("src/content/a.ts", `const b = await import("../output/b.ts");`)).toHaveLength(1);
    expect(broken("src/model/a.ts", `import { join } from "node:path";`)).toHaveLength(1);
    expect(broken("src/output/a.ts", `export * from "../../tests/a.ts";`)).toHaveLength(1);
    expect(broken("src/output/a.ts", `// import "../content/a.ts";\nimport { b } from "../model/b.ts";`)).toEqual([]);
  });

  test("and no file imports itself by a detour", () => {
    expect(roundsOf(sources)).toEqual([]);
    const round = [
      { path: "src/cli/a.ts", text: `import { b } from "./b.ts";` },
      { path: "src/cli/b.ts", text: `import { a } from "./a.ts";` },
    ];
    expect(roundsOf(round)).toEqual(["src/cli/a.ts → src/cli/b.ts → src/cli/a.ts"]);
  });

  test("keeps scripts for browsers apart from what runs in Node, but for the model", () => {
    const astray = scripts.flatMap(({ path, text }) =>
      importsOf(text)
        .filter(
          (name) => name.startsWith("node:") || (name.startsWith(".") && /^src\/(?!model\/)/.test(leadsTo(path, name))),
        )
        .map((name) => `${path}: "${name}"`),
    );
    expect(astray).toEqual([]);
  });
});

describe("a source file", () => {
  test(`of more than ${mostLines} lines says why in its first comment`, () => {
    const silent = [...sources, ...scripts].filter(({ text }) => {
      const firstComment = /^(?:#!.*\n)?\/\*\*?([\s\S]*?)\*\//.exec(text)?.[1] ?? "";
      return text.split("\n").length - 1 > mostLines && !/\b(long|lines|one file|together|in one)\b/.test(firstComment);
    });
    expect(silent.map(({ path, text }) => `${path}: ${text.split("\n").length - 1} lines`)).toEqual([]);
  });

  test("says of everything that it exports what it is", () => {
    expect([...sources, ...scripts].flatMap(withoutDocstring)).toEqual([]);
  });

  test("has a name that says what is in it", () => {
    const vague = [...sources, ...scripts].filter(({ path }) =>
      /(^|[/-])(utils?|helpers?|misc|common|lib)([./-]|$)/.test(path),
    );
    expect(vague.map(({ path }) => path)).toEqual([]);
  });

  test("names no folder of the machine it was written on", () => {
    const local = [...sources, ...scripts].filter(({ text }) =>
      /["'`](\/(home|root|Users|work|tmp)\/|[A-Z]:\\\\)/.test(text),
    );
    expect(local.map(({ path }) => path)).toEqual([]);
  });
});
