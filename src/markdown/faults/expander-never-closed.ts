import type { RuleFacts } from "../../model/rule.ts";
import { report } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** An expander that goes on to the end of the page. */
export const expanderNeverClosed: RuleFacts = {
  name: "expander-never-closed",
  severity: "error",
  kind: "structure",
  title: "An expander or a box is never closed",
  source: null,
  fixable: false,
};

const why = "Nobody can tell which of the words after it belong inside";

/** @param name - what stands behind the three colons */
export function reportFenceNeverClosed(page: PageContext, name: string, place: Place): void {
  report(page, expanderNeverClosed, place, {
    message: `"::: ${name}" is never closed`,
    why,
    fix: "Write ::: on a line of its own after the last of its words",
  });
}

/** For an expander that is written as HTML. */
export function reportDetailsNeverClosed(page: PageContext, place: Place): void {
  report(page, expanderNeverClosed, place, {
    message: "This expander is never closed",
    why: "Everything after it would be hidden inside it",
    fix: "Write </details> after the last of its words",
  });
}
