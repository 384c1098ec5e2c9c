import matter from "gray-matter";
import type { Diagnostic } from "../model/diagnostic.ts";
import { spanAt } from "../model/diagnostic.ts";
import type { SourceFile } from "./read-files.ts";
import { readYaml } from "./yaml.ts";
import type { YamlEntry, YamlReading } from "./yaml.ts";

/** A Markdown file, split: its fields with their places, and its body. */
export interface SplitFile {
  readonly entries: readonly YamlEntry[];
  readonly body: string;
  /** The line of the file on which the body starts, counted from 1. */
  readonly bodyLine: number;
}

/** What splitting gives. */
export interface FrontMatterReading {
  /** `null` where nobody can tell fields from body; without entries where only the fields cannot be read. */
  readonly split: SplitFile | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Splits a Markdown file into its fields and its body. The split is gray-matter's; the fields are read by our own
 * YAML engine, and every other engine (`---js`, `---json`) is refused before gray-matter could call it.
 */
export function readFrontMatter({ file, text }: SourceFile): FrontMatterReading {
  const fault = fenceFault(file, text.split("\n"));
  if (fault !== null) return { split: null, diagnostics: [fault] };

  let reading: YamlReading = { root: null, diagnostics: [] };
  const engine = (yaml: string): object => {
    reading = readYaml(yaml, file, 1);
    return {};
  };
  // Options are given every time: without them gray-matter remembers files that failed.
  const parsed = matter(text, { language: "yaml", engines: { yaml: engine, json: refuse, javascript: refuse } });
  const entries = reading.root?.entries ?? [];
  const { diagnostics } = reading;
  const bodyLine = text.slice(0, text.length - parsed.content.length).split("\n").length;
  return {
    split: { entries, body: parsed.content, bodyLine },
    diagnostics: entries.length === 0 && diagnostics.length === 0 ? [notFields(file)] : diagnostics,
  };
}

function refuse(): object {
  throw new Error("Only YAML front matter is read; the fence is checked before");
}

/** What is wrong with the two `---` lines, or `null`. */
function fenceFault(file: string, lines: readonly string[]): Diagnostic | null {
  const opener = lines[0] ?? "";
  if (!opener.startsWith("---") || opener.startsWith("----")) {
    const later = lines.findIndex((line) => /^---\s*$/.test(line));
    return later >= 0 && /^[A-Za-z_]+:/.test(lines[later + 1] ?? "") ? notFirst(file, later + 1) : missing(file);
  }
  const language = opener.slice(3).trim().toLowerCase();
  if (language !== "" && language !== "yaml" && language !== "yml") return otherLanguage(file, opener);

  const end = lines.findIndex((line, index) => index > 0 && line.startsWith("---"));
  return end > 0 && /^---\s*$/.test(lines[end] ?? "") ? null : neverClosed(file, end > 0 ? end + 1 : 1);
}

const why = "The page would be missing from the site, or its fields would be shown as text";

function missing(file: string): Diagnostic {
  return {
    rule: "missing-front-matter",
    severity: "error",
    span: spanAt(file, 1, 1),
    message: "The page has no fields at its top",
    why,
    fix: "Start the file with a line of three hyphens, the fields (title, type, hub), and another line of three hyphens",
  };
}

function notFirst(file: string, line: number): Diagnostic {
  return {
    rule: "front-matter-not-first",
    severity: "error",
    span: spanAt(file, line, 1, 3),
    message: "Something stands before the fields",
    why,
    fix: "Delete everything above the first line of three hyphens, empty lines too",
  };
}

function otherLanguage(file: string, opener: string): Diagnostic {
  return {
    rule: "front-matter-language",
    severity: "error",
    span: spanAt(file, 1, 4, Math.max(1, opener.length - 3)),
    message: `The fields are marked as "${opener.slice(3).trim()}"; only YAML is read`,
    why: "Another language could run as a program when the site is built",
    fix: "Make the first line three hyphens and nothing else, and write each field as name: value",
  };
}

function neverClosed(file: string, line: number): Diagnostic {
  return {
    rule: "front-matter-not-closed",
    severity: "error",
    span: spanAt(file, line, 1, 3),
    message: line === 1 ? "The fields start here and never end" : "The line that ends the fields has more on it than three hyphens",
    why,
    fix: "Put a line with three hyphens and nothing else after the last field",
  };
}

function notFields(file: string): Diagnostic {
  return {
    rule: "front-matter-not-fields",
    severity: "error",
    span: spanAt(file, 1, 1, 3),
    message: "There are no fields between the two lines of hyphens",
    why,
    fix: "Write each field on a line of its own: the name, a colon, a space and the value",
  };
}
