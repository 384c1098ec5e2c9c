import { pageFields } from "../../model/article.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { editOf } from "../edits.ts";
import type { PossibleEdits } from "../edits.ts";
import { placeOfLine, report } from "../page-context.ts";
import type { PageContext } from "../page-context.ts";

/** `---` with nothing before it or nothing after it. */
export const danglingRule: RuleFacts = {
  name: "dangling-rule",
  severity: "warning",
  kind: "structure",
  title: "A line parts nothing",
  source: null,
  fixable: true,
};

/**
 * @param line - where it stands, from 0
 * @param markup - as it is written
 * @param side - where there is nothing
 */
export function reportDanglingRule(page: PageContext, line: number, markup: string, side: "before" | "after"): void {
  if (side === "before" && opensFields(page.lines.slice(line))) {
    report(page, danglingRule, placeOfLine(page, line), {
      message: "A second block of fields starts here, and it is shown as words of the page",
      why: "A citizen would read lines that are meant for the program",
      fix: "Move its fields up between the first two lines of hyphens, and delete what is left of it",
    });
    return;
  }
  report(page, danglingRule, placeOfLine(page, line), {
    message: `This line is left out: there is nothing ${side} it`,
    why: "A line with nothing on one side looks as if something were missing",
    fix: `Delete the ${markup}`,
    ...withoutRule(page, line, side),
  });
}

/** Whether lines are hyphens, fields that pages have, and hyphens again. */
function opensFields([opener = "", ...lines]: readonly string[]): boolean {
  const end = lines.findIndex((line) => /^---\s*$/.test(line));
  const [first = ""] = lines;
  const isKnown = Object.hasOwn(pageFields, /^([\w-]+):/.exec(first)?.[1] ?? "");
  return /^---\s*$/.test(opener) && isKnown && lines.slice(0, end).every((line) => /^(?:[\w-]+:|[ \t]|- )/.test(line));
}

/** Takes the rule away, and the empty lines between it and the words on its other side. */
function withoutRule(page: PageContext, line: number, side: "before" | "after"): PossibleEdits {
  const written = page.lines[line] ?? "";
  if (!/^[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$/.test(written)) return {};
  const nearest = (step: -1 | 1): number | null => {
    let other = line + step;
    while (page.lines[other]?.trim() === "") other += step;
    return page.lines[other] === undefined ? null : other;
  };
  const [above, below] = [nearest(-1), nearest(1)];
  const start = { line, column: 0 };
  const end = { line, column: written.length };
  if (side === "before" && below !== null) return { edits: [editOf(page, start, { line: below, column: 0 }, "")] };
  if (above === null) return { edits: [editOf(page, start, end, "")] };
  return { edits: [editOf(page, { line: above, column: page.lines[above]?.length ?? 0 }, end, "")] };
}
