/** The documents of this repository, as tests read them. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import { filesOf } from "../support/page.ts";

/** The folder of the repository. */
export const repository: string = resolve(import.meta.dirname, "../..");

/** Every document that somebody reads on GitHub, from the root of the repository. */
export const documents: readonly string[] = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "benchmarks/README.md",
  ...filesOf(resolve(repository, "docs"))
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
];

/** A document in the tokens of CommonMark and tables, which is how GitHub reads it. */
export function tokensOf(source: string): readonly Token[] {
  return new MarkdownIt({ html: true }).parse(source, {});
}

/** The source of a document. */
export function readDocument(file: string): string {
  return readFileSync(resolve(repository, file), "utf8");
}
