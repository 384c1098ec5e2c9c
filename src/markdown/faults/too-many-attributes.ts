import type { RuleFacts } from "../../model/rule.ts";
import { report } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** More braces in one block than are read. */
export const tooManyAttributes: RuleFacts = {
  name: "too-many-attributes",
  severity: "warning",
  kind: "structure",
  title: "Too many attributes in braces stand in one block",
  source: null,
  fixable: false,
};

/** @param most - so many are read */
export function reportTooManyAttributes(page: PageContext, most: number, place: Place): void {
  report(page, tooManyAttributes, place, {
    message: `More than ${most} groups of attributes stand in one block`,
    why: "The braces after those are shown as they are typed",
    fix: "Take out the braces that the page does not need, or start a new paragraph",
  });
}
