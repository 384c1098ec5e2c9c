import type { RuleFacts } from "../../model/rule.ts";
import { report, shortened } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** A tag that is none of HTML: sharp brackets around words. */
export const unknownTag: RuleFacts = {
  name: "unknown-tag",
  severity: "warning",
  kind: "structure",
  title: "Words stand between sharp brackets",
  source: null,
  fixable: false,
};

/** @param written - the tag as it is written */
export function reportUnknownTag(page: PageContext, written: string, place: Place): void {
  report(page, unknownTag, place, {
    message: `${shortened(written)} is no tag of HTML, and is shown as it is typed`,
    why: "Readers see the sharp brackets",
    fix: "Write &lt; for a less-than sign, or put the words between backticks",
  });
}
