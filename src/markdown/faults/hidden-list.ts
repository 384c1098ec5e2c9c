import type { RuleFacts } from "../../model/rule.ts";
import { editOf } from "../edits.ts";
import type { PossibleEdits } from "../edits.ts";
import { report } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** A list straight after a line of a paragraph. */
export const hiddenList: RuleFacts = {
  name: "hidden-list",
  severity: "warning",
  kind: "structure",
  title: "A list starts with no empty line before it",
  source: null,
  fixable: true,
};

/** For one that is read as a list all the same. @param line - on which it starts, from 0 */
export function reportHiddenList(page: PageContext, place: Place, line: number): void {
  report(page, hiddenList, place, {
    message: "This list starts straight after a line of words",
    why: "This site shows it as a list; other programs that show the text make one long sentence of it",
    fix: "Leave an empty line before the list",
    ...emptyLineBefore(page, line),
  });
}

/**
 * For one that Markdown reads as words.
 *
 * @param items - how many lines, each an item, end the paragraph; `null` where other lines stand among them
 */
export function reportListAsWords(page: PageContext, place: Place, items: number | null): void {
  report(page, hiddenList, place, {
    message: "This looks like a list, and is shown as words in the middle of a sentence",
    why: "Readers see the hyphens or numbers in one long sentence, and screen readers announce no list",
    fix: "Leave an empty line before the list, and start its lines where the words before them start",
    ...(items === null ? {} : listOf(page, place.line, items)),
  });
}

/** Puts an empty line before a line; in a quote, with the marks of the quote. */
function emptyLineBefore(page: PageContext, line: number): PossibleEdits {
  const [marks = ""] = /^[\s>]*/.exec(page.lines[line] ?? "") ?? [];
  const text = marks.includes(">") ? `${marks.trimEnd()}\n` : "\n";
  return { edits: [editOf(page, { line, column: 0 }, { line, column: 0 }, text)] };
}

/** Sets items that stand too far to the right, all at one column, to where the words before them start. */
function listOf(page: PageContext, line: number, items: number): PossibleEdits {
  const indentOf = (text = ""): string => /^ */.exec(text)?.[0] ?? "";
  const lines = page.lines.slice(line, line + items);
  const [indent, wanted] = [indentOf(lines[0]), indentOf(page.lines[line - 1])];
  const isPlain = lines.every((text) => indentOf(text) === indent && /^ *(?:[-*+]|\d)/.test(text));
  if (!isPlain || indent.length < wanted.length || !/^ *[^\s>*+-]/.test(page.lines[line - 1] ?? "")) return {};
  const text = `\n${lines.map((item) => wanted + item.slice(indent.length)).join("\n")}`;
  const end = { line: line + items - 1, column: lines.at(-1)?.length ?? 0 };
  return { edits: [editOf(page, { line, column: 0 }, end, text)] };
}
