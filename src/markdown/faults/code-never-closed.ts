import type { RuleFacts } from "../../model/rule.ts";
import { report } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** Three backticks that go on to the end of the page. */
export const codeNeverClosed: RuleFacts = {
  name: "code-never-closed",
  severity: "warning",
  kind: "structure",
  title: "Code is never closed",
  source: null,
  fixable: false,
};

/** @param marks - as they are written */
export function reportCodeNeverClosed(page: PageContext, marks: string, place: Place): void {
  report(page, codeNeverClosed, place, {
    message: `The code that starts with ${marks} is never closed`,
    why: "Everything after it is shown as code: its headings, links and lists are none",
    fix: `Write ${marks} on a line of its own where the code ends, or delete this line`,
  });
}
