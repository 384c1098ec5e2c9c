import type { Env } from "markdown-it";
import type { Token as HtmlToken } from "parse5";
import type { BodySource, RenderSettings } from "../model/body.ts";
import { spanAt } from "../model/diagnostic.ts";
import type { Diagnostic, Problem, Severity, SourceSpan } from "../model/diagnostic.ts";
import { faultAt } from "../model/rule.ts";
import type { RuleFacts } from "../model/rule.ts";

/** A stretch of one line of the body. */
export interface Place {
  /** Counted from 0, from the body's first line. */
  readonly line: number;
  /** Counted from 0, in UTF-16 units. */
  readonly column: number;
  /** In UTF-16 units; at least 1. */
  readonly length: number;
}

/** What the rules for one page share. markdown-it hands it from rule to rule in `env`. */
export interface PageContext {
  readonly source: BodySource;
  readonly settings: RenderSettings;
  /** The body's lines as markdown-it reads them: line ends and NUL replaced. */
  readonly lines: readonly string[];
  /** Everything found wrong so far, in the order of finding. */
  readonly diagnostics: Diagnostic[];
}

const key = Symbol("page");

/** The `env` of a page: what `pageContext` takes it out of again. */
export function environmentOf(page: PageContext): Env {
  return { [key]: page };
}

/** @throws Error where the renderer is used without a page, which can only be our bug */
export function pageContext(env: Env): PageContext {
  const page = env[key];
  if (page === undefined) throw new Error("Markdown was parsed without a page");
  return page as PageContext;
}

/** A place of the body as a stretch of its file, front matter counted. */
export function spanOf(page: PageContext, place: Place): SourceSpan {
  return spanAt(page.source.file, page.source.firstLine + place.line, place.column + 1, Math.max(place.length, 1));
}

/**
 * Notes something that an editor should put right.
 *
 * @param severity - where it is another than the rule's own
 * @returns the diagnostic's place among the page's, for those who learn more of it later
 */
export function report(
  page: PageContext,
  rule: RuleFacts,
  place: Place,
  words: Omit<Problem, "span">,
  severity: Severity = rule.severity,
): number {
  return page.diagnostics.push(faultAt(rule, spanOf(page, place), words, severity)) - 1;
}

/** A whole line of the body, without the white space around it. */
export function placeOfLine(page: PageContext, line: number): Place {
  const text = page.lines[line] ?? "";
  const column = text.length - text.trimStart().length;
  return { line, column, length: text.trim().length };
}

/**
 * An attribute of a tag that stands on a line.
 *
 * @param tag - read on its own, without what stands before it
 * @returns the line where the attribute stands on another
 */
export function placeInTag(page: PageContext, tag: HtmlToken.TagToken, line: Place, name: string): Place {
  const at = tag.location?.attrs?.[name];
  const start = page.lines[line.line]?.indexOf(`<${tag.tagName}`) ?? -1;
  if (!at || at.startLine > 1 || start < 0) return line;
  return { line: line.line, column: start + at.startOffset, length: at.endOffset - at.startOffset };
}

/** Some words of an editor, short enough for a message. */
export function shortened(written: string): string {
  const shown = written.replace(/\s+/g, " ");
  return shown.length > 60 ? `${shown.slice(0, 60)}…` : shown;
}
