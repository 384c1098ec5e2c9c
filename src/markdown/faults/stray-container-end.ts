import type { RuleFacts } from "../../model/rule.ts";
import { report } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** Three colons on a line of their own, with no box open. */
export const strayContainerEnd: RuleFacts = {
  name: "stray-container-end",
  severity: "warning",
  kind: "structure",
  title: "Three colons close nothing",
  source: null,
  fixable: false,
};

/** @param place - of the line */
export function reportStrayContainerEnd(page: PageContext, place: Place): void {
  report(page, strayContainerEnd, place, {
    message: "These colons close nothing",
    why: "Nothing shows on the page, but something before them may have ended too early",
    fix: "Delete the line, or add the opening line that is missing, such as ::: inset",
  });
}
