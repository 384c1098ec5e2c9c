import type { RuleFacts } from "../../model/rule.ts";
import { report } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** Rows of cells that Markdown reads as words. */
export const notATable: RuleFacts = {
  name: "not-a-table",
  severity: "warning",
  kind: "structure",
  title: "Rows of cells make no table",
  source: null,
  fixable: false,
};

const why = "Readers see the upright lines in a row of words, and screen readers announce no table";

/** For a row of hyphens that does not fit the heading row above it. @param cells - of the heading row */
export function reportUnequalRows(page: PageContext, cells: number, hyphens: number, place: Place): void {
  report(page, notATable, place, {
    message: `This is no table: the heading row and the row of hyphens differ (${cells} and ${hyphens})`,
    why,
    fix: "Write --- between upright lines once for each cell of the heading row",
  });
}

/** For rows without one of hyphens. */
export function reportNoHyphens(page: PageContext, place: Place): void {
  report(page, notATable, place, {
    message: "This is no table: the row of hyphens is missing below the heading row",
    why,
    fix: "Add a line such as | --- | --- | below the first row, with as many cells as that row has",
  });
}
