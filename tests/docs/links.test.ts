import { existsSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path/posix";
import { resolve } from "node:path";
import GithubSlugger from "github-slugger";
import type { Token } from "markdown-it";
import { describe, expect, test } from "vitest";
import { documents, readDocument, repository, tokensOf } from "./documents.ts";

/** Where the links and pictures of a document lead, as they are written. */
function targetsOf(source: string): readonly string[] {
  const blocks = tokensOf(source);
  const inline = blocks.flatMap(({ children }) => children ?? []);
  const written = inline.flatMap((token) => token.attrGet("href") ?? token.attrGet("src") ?? []);
  const html = [...blocks, ...inline].filter(({ type }) => type.startsWith("html_")).map(({ content }) => content);
  const inHtml = [...html.join("\n").matchAll(/<(?:a|img|source)\b[^>]*?\s(?:href|src|srcset)="([^"]+)"/g)];
  return [...written, ...inHtml.map((match) => match[1] ?? "")].map(String);
}

/** The ids that GitHub gives to a document's headings. */
function idsOf(source: string): ReadonlySet<string> {
  const slugger = new GithubSlugger();
  const tokens = tokensOf(source);
  const headings = tokens.flatMap(({ type }, index) => (type === "heading_open" ? [tokens[index + 1]] : []));
  return new Set(headings.map((heading) => slugger.slug(textOf(heading?.children ?? []))));
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ type, content }) => (type === "html_inline" ? "" : content)).join("");
}

/** Why a link of a document leads nowhere; `null` where it arrives, and where it leads to another host. */
function whyDead(file: string, target: string, read: (file: string) => string): string | null {
  if (/^[a-z]+:/i.test(target)) return null;
  const [path = "", fragment] = target.split("#");
  const place = path === "" ? file : normalize(join(dirname(file), decodeURIComponent(path)));
  if (place.startsWith("..") || path.startsWith("/")) return "leads out of the repository";
  if (!existsSync(resolve(repository, place))) return "leads to nothing";
  if (fragment === undefined) return null;
  if (!place.endsWith(".md") || statSync(resolve(repository, place)).isDirectory()) return "no document has parts";
  return idsOf(read(place)).has(decodeURIComponent(fragment)) ? null : "leads to no heading";
}

describe.each(documents)("%s", (file) => {
  test("has no link or picture that leads nowhere", () => {
    const dead = targetsOf(readDocument(file)).flatMap((target) => {
      const reason = whyDead(file, target, readDocument);
      return reason === null ? [] : [`${target}: ${reason}`];
    });
    expect(dead).toEqual([]);
  });
});

describe("a link of a document", () => {
  const file = "docs/editors/README.md";
  const read = () => "# Pages\n\n## Change a `page`\n\n## Change a page\n";
  const reasons = (source: string) => targetsOf(source).map((target) => whyDead(file, target, read));

  test("arrives at files, folders, headings and other hosts", () => {
    const source =
      "`[x](nowhere)` [a](../../README.md) [b](../../content) [c](#change-a-page) [d](README.md#change-a-page-1) [e](https://example.org/)";
    expect(reasons(source)).toEqual([null, null, null, null, null]);
  });

  test.each([
    ["[a](nowhere.md)", "leads to nothing"],
    ["![a](nowhere.png)", "leads to nothing"],
    ['<img alt="" src="nowhere.png">', "leads to nothing"],
    ["| a |\n| - |\n| ![a](nowhere.png) |", "leads to nothing"],
    ["[a](#nowhere)", "leads to no heading"],
    ["[a](../../../elsewhere)", "leads out of the repository"],
  ])("is found out: %s", (source, reason) => {
    expect(reasons(source)).toEqual([reason]);
  });
});
