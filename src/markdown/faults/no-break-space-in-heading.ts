import type { RuleFacts } from "../../model/rule.ts";
import { editsIn } from "../edits.ts";
import { report } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** A heading that is none: what stands behind its number signs only looks like a space. */
export const noBreakSpaceInHeading: RuleFacts = {
  name: "no-break-space-in-heading",
  severity: "warning",
  kind: "structure",
  title: "A no-break space stands after the number signs of a heading",
  source: null,
  fixable: true,
};

/** @param marks - the number signs; `space` is what stands behind them at `place` */
export function reportNoBreakSpace(page: PageContext, marks: string, space: string, place: Place): void {
  report(page, noBreakSpaceInHeading, place, {
    message: `A space that never breaks stands after ${marks}, so this is not read as a heading`,
    why: "Readers see the number signs, and screen readers do not list the heading",
    fix: "Delete what stands between the number signs and the words, and type a space",
    ...(standsApart(page, place.line) ? editsIn(page, place, space, " ") : {}),
  });
}

/**
 * Whether its neighbours mean the same beside a heading: lines below it may become code or a list, and braces at the
 * end of the line above it the attributes of a paragraph.
 */
function standsApart({ lines }: PageContext, line: number): boolean {
  return (lines[line + 1] ?? "").trim() === "" && !(lines[line - 1] ?? "").trimEnd().endsWith("}");
}
