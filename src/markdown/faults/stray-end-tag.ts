import type { RuleFacts } from "../../model/rule.ts";
import { report } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** An end tag that closes nothing. */
export const strayEndTag: RuleFacts = {
  name: "stray-end-tag",
  severity: "warning",
  kind: "structure",
  title: "An HTML end tag closes nothing",
  source: null,
  fixable: false,
};

/** @param written - the tag as it is written */
export function reportStrayEndTag(page: PageContext, written: string, place: Place): void {
  report(page, strayEndTag, place, {
    message: `${written} closes nothing, and is left out`,
    why: "Something before it may have ended too early",
    fix: "Delete it, or add the start tag that is missing",
  });
}
