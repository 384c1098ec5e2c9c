import matter from "gray-matter";
import type { Diagnostic } from "../model/diagnostic.ts";
import { frontMatterLanguageAt } from "./faults/front-matter-language.ts";
import { frontMatterNotClosedAt, frontMatterRunsOnAt } from "./faults/front-matter-not-closed.ts";
import { frontMatterNotFieldsAt } from "./faults/front-matter-not-fields.ts";
import { frontMatterNotFirstAt } from "./faults/front-matter-not-first.ts";
import { missingFrontMatterAt } from "./faults/missing-front-matter.ts";
import { lastFieldBeforeBody } from "./front-matter-end.ts";
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
    diagnostics: entries.length === 0 && diagnostics.length === 0 ? [frontMatterNotFieldsAt(file)] : diagnostics,
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
    const isLater = later >= 0 && /^[A-Za-z_]+:/.test(lines[later + 1] ?? "");
    if (!isLater) return missingFrontMatterAt(file);
    return frontMatterNotFirstAt(file, later + 1, lines.slice(0, later).join("").trim() === "");
  }
  const language = opener.slice(3).trim().toLowerCase();
  if (language !== "" && language !== "yaml" && language !== "yml") return frontMatterLanguageAt(file, opener);

  const end = lines.findIndex((line, index) => index > 0 && line.startsWith("---"));
  const isClosed = end > 0 && /^---\s*$/.test(lines[end] ?? "");
  if (!isClosed) return frontMatterNotClosedAt(file, end > 0 ? end + 1 : 1);
  const last = lastFieldBeforeBody(lines.slice(1, end));
  return last === null ? null : frontMatterRunsOnAt(file, last.line + 2, last.name);
}
