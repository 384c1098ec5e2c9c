import type { RuleFacts } from "../../model/rule.ts";
import { report } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** A table of which nothing says what is in it. */
export const tableWithoutCaption: RuleFacts = {
  name: "table-without-caption",
  severity: "warning",
  kind: "structure",
  title: "A table has no caption",
  source: "NHS service manual, Table; WCAG 2.2, 1.3.1",
  fixable: false,
};

/** @param fix - how a caption is written for a table of its kind */
export function reportNoCaption(page: PageContext, place: Place, fix: string): void {
  report(page, tableWithoutCaption, place, {
    message: "This table has no caption",
    why: "People who listen go from one table to the next by their captions, and nothing says what is in this one",
    fix,
  });
}
