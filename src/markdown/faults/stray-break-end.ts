import type { RuleFacts } from "../../model/rule.ts";
import { editsIn } from "../edits.ts";
import { report } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** `</br>`, which is no HTML. */
export const strayBreakEnd: RuleFacts = {
  name: "stray-break-end",
  severity: "warning",
  kind: "structure",
  title: "A line break is written as </br>",
  source: null,
  fixable: true,
};

/** @param written - the tag as it is written */
export function reportBreakEnd(page: PageContext, written: string, place: Place): void {
  report(page, strayBreakEnd, place, {
    message: "</br> is not HTML; it is read as <br>",
    why: "A line starts here, as was meant",
    fix: "Write <br>, or leave an empty line to start a new paragraph",
    ...editsIn(page, place, written, "<br>"),
  });
}
