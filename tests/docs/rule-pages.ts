/** The pages of `docs/rules/`, with their examples as content folders. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { loadAndCheck } from "../../src/cli/load-and-check.ts";
import { previousPages } from "../../src/content/previous-pages.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { RuleFacts } from "../../src/model/rule.ts";
import { openLayouts } from "../../src/output/layouts.ts";
import { repository, tokensOf } from "./documents.ts";

/** An example of a rule's page: what stands below one heading `Wrong` or `Right`. */
export interface Example {
  readonly kind: "wrong" | "right";
  /** A content folder: text by path. */
  readonly files: ReadonlyMap<string, string>;
}

/** Where a rule's page stands, from the root of the repository. */
export function pageOfRule(name: string): string {
  return `docs/rules/${name}.md`;
}

/** The first line below a page's heading, which says the same as the list of rules. */
export function factsLine({ title, severity, fixable, source }: RuleFacts): string {
  const words = [`${title}.`, severity === "error" ? "Error." : "Warning."];
  if (fixable) words.push("`npm run check -- --fix` can put it right.");
  if (source !== null) words.push(`Source: ${source}.`);
  return words.join(" ");
}

/**
 * The examples of a rule's page. A fence whose info string names a path is a whole file; one without a path is the body
 * of an article, or with `yaml` the fields of one, in a file called `page.md`.
 */
export function examplesOf(page: string): readonly Example[] {
  const examples: { kind: Example["kind"]; files: Map<string, string> }[] = [];
  let open: (typeof examples)[number] | null = null;
  const tokens = tokensOf(page);
  for (const [index, token] of tokens.entries()) {
    if (token.type === "heading_open") {
      const words = tokens[index + 1]?.content ?? "";
      const kind = /^(also )?wrong\b/i.test(words) ? "wrong" : /^(also )?right\b/i.test(words) ? "right" : null;
      open = kind === null ? null : { kind, files: new Map() };
      if (open) examples.push(open);
    }
    if (token.type !== "fence" || open === null) continue;
    const [language, ...path] = token.info.split(" ");
    open.files.set(
      path.join(" ") || "page.md",
      path.length > 0 ? token.content : asPage(language ?? "", token.content),
    );
  }
  return examples;
}

const fields = [
  "title: Passwords",
  "subtitle: How to change your password",
  "type: article",
  "hub: home",
  "position: 1",
];

/** An article around a body, or around fields that stand in place of its own. */
function asPage(language: string, content: string): string {
  if (language !== "yaml") return ["---", ...fields, "---", "", content].join("\n");
  const own = new Set(content.split("\n").map((line) => line.split(":")[0]));
  const others = fields.filter((line) => !own.has(line.split(":")[0]));
  return ["---", ...others, `${content.trimEnd()}`, "---", "", "Some words.", ""].join("\n");
}

const { names: layouts, languages } = openLayouts(resolve(repository, "layouts"));

/** A file of an example that is no content: what `--previous` gets. */
const previousSite = "api/pages.json";

/** What the real loader and every rule say of an example, written to a real folder. */
export async function checked({ files }: Example): Promise<readonly Diagnostic[]> {
  const folder = mkdtempSync(join(tmpdir(), "example-"));
  try {
    for (const [path, text] of files) {
      if (path === previousSite) continue;
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const previous = previousPages(files.get(previousSite) ?? "")?.pages ?? [];
    return (await loadAndCheck(folder, { layouts, languages, drafts: false, today: "2026-06-30", previous }))
      .diagnostics;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A rule's page. */
export function readRulePage(name: string): string {
  return readFileSync(resolve(repository, pageOfRule(name)), "utf8");
}
