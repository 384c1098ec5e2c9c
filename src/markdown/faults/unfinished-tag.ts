import type { RuleFacts } from "../../model/rule.ts";
import { report } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** `<` and the start of a tag, without the `>` that ends it. */
export const unfinishedTag: RuleFacts = {
  name: "unfinished-tag",
  severity: "warning",
  kind: "structure",
  title: "An HTML tag is never finished",
  source: null,
  fixable: false,
};

/** @param place - where it starts */
export function reportUnfinishedTag(page: PageContext, place: Place): void {
  report(page, unfinishedTag, place, {
    message: "This tag is never finished",
    why: "The tag is shown as it is typed",
    fix: "Write > where the tag ends, or &lt; for a less-than sign",
  });
}
