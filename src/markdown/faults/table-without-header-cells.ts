import type { RuleFacts } from "../../model/rule.ts";
import { report } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** A table of which no cell says what the others are about. */
export const tableWithoutHeaderCells: RuleFacts = {
  name: "table-without-header-cells",
  severity: "warning",
  kind: "structure",
  title: "A table has no header cells",
  source: "NHS service manual, Table",
  fixable: false,
};

/** @param fix - how header cells are written in a table of its kind */
export function reportNoHeaderCells(page: PageContext, place: Place, fix: string): void {
  report(page, tableWithoutHeaderCells, place, {
    message: "This table has no header cells",
    why: "People who listen hear one cell after the other, and nothing that says what they are about",
    fix,
  });
}
