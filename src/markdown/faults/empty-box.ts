import type { RuleFacts } from "../../model/rule.ts";
import { report } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** An expander or a box that holds nothing. */
export const emptyBox: RuleFacts = {
  name: "empty-box",
  severity: "warning",
  kind: "structure",
  title: "An expander or a box is empty",
  source: null,
  fixable: false,
};

/** @param isExpander - whether readers open it */
export function reportEmptyBox(page: PageContext, isExpander: boolean, place: Place): void {
  report(page, emptyBox, place, {
    message: `This ${isExpander ? "expander" : "box"} is empty`,
    why: isExpander
      ? "A citizen opens it to find an answer, and finds nothing"
      : "A citizen sees that something matters here, and not what",
    fix: "Write what belongs inside, or delete it",
  });
}
