import { reportNoHeaderCells } from "./faults/table-without-header-cells.ts";
import type { PageContext, Place } from "./page-context.ts";

/** A table in HTML that has not ended yet. */
export interface OpenTable {
  readonly place: Place;
  hasHeaderCells: boolean;
}

/** Notes a start tag that is kept, of a table or of a header cell in one. @param open - tables, the innermost last */
export function startInTable(open: OpenTable[], name: string, place: Place): void {
  const table = open.at(-1);
  if (name === "table") open.push({ place, hasHeaderCells: false });
  else if (name === "th" && table) table.hasHeaderCells = true;
}

/** Reports a table that ends without a header cell. */
export function endTable(page: PageContext, open: OpenTable[]): void {
  const table = open.pop();
  if (table?.hasHeaderCells === false) {
    reportNoHeaderCells(
      page,
      table.place,
      "Write <th> in place of <td> for the cells that say what the others are about",
    );
  }
}
