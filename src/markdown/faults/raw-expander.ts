import type { Token } from "parse5";
import type { RuleFacts } from "../../model/rule.ts";
import type { ContainerParts } from "../container-parts.ts";
import { editOf } from "../edits.ts";
import type { PossibleEdits } from "../edits.ts";
import { fencedExpander } from "../fenced-expander.ts";
import { classesOf } from "../html-tags.ts";
import { report } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** An expander that is written as HTML. */
export const rawExpander: RuleFacts = {
  name: "raw-expander",
  severity: "warning",
  kind: "structure",
  title: "An expander is written as HTML",
  source: null,
  fixable: true,
};

/**
 * @param tag - the start tag
 * @param lines - the first line and the last, from 0
 * @param canMove - whether three colons could stand where the start tag stands
 */
export function reportRawExpander(
  page: PageContext,
  tag: Token.TagToken,
  parts: ContainerParts,
  [first, last]: readonly [number, number],
  canMove: boolean,
): void {
  const [before = "", start = ""] = /^(.*?)(<details.*)/i.exec(page.lines[first] ?? "")?.slice(1) ?? [];
  // The details of the design system, a smaller link, has no other way to be written.
  const classes = classesOf(start);
  if (classes.includes("nhsuk-details") && !classes.includes("nhsuk-expander")) return;
  const place: Place = { line: first, column: before.length, length: /^[^>]*>?/.exec(start)?.[0].length ?? 1 };
  const { heading } = parts;
  report(page, rawExpander, place, {
    message: "This expander is written as HTML",
    why: "One tag too few or too many, and the rest of the page is hidden in it or falls out of it",
    fix: `Write ::: expander ${heading?.text.replace(/\s+/g, " ") ?? "and what is inside it"}, its words in Markdown, and ::: on a line of its own`,
    ...(canMove ? rewritten(page, tag, parts, first, last) : {}),
  });
}

/** The expander in Markdown, where it stands alone on its lines, and every expander inside it is closed there. */
function rewritten(
  page: PageContext,
  tag: Token.TagToken,
  parts: ContainerParts,
  first: number,
  last: number,
): PossibleEdits {
  const [indent] = /^[ \t]*(?=<details)/i.exec(page.lines[first] ?? "") ?? [];
  const end = page.lines[last]?.trimEnd() ?? "";
  const written = page.lines.slice(first, last + 1).join("\n");
  const isClosed = countOf(/<details\b/gi, written) === countOf(/<\/details\b/gi, written);
  const endsAlone = /<\/details\s*>$/i.test(end) && /^\s*(?:$|[\p{L}<])/u.test(page.lines[last + 1] ?? "");
  const isAlone = indent !== undefined && isClosed && endsAlone;
  const lines = isAlone ? fencedExpander(tag, parts) : null;
  if (lines === null || indent === undefined) return {};
  const text = lines.map((line, index) => (line === "" || index === 0 ? line : indent + line)).join("\n");
  const start = { line: first, column: indent.length };
  return { edits: [editOf(page, start, { line: last, column: end.length }, text)] };
}

function countOf(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0;
}
