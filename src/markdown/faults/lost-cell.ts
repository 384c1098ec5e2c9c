import type { RuleFacts } from "../../model/rule.ts";
import { report, shortened } from "../page-context.ts";
import type { PageContext, Place } from "../page-context.ts";

/** Words in a row of a table that has more cells than the table has columns. */
export const lostCell: RuleFacts = {
  name: "lost-cell",
  severity: "error",
  kind: "structure",
  title: "A row of a table has more cells than its heading row",
  source: null,
  fixable: false,
};

/**
 * @param words - of the cells that have no column
 * @param columns - how many the heading row has
 */
export function reportLostCell(page: PageContext, words: string, columns: number, place: Place): void {
  report(page, lostCell, place, {
    message: `"${shortened(words)}" is not shown: the table has ${columns === 1 ? "1 column" : `${columns} columns`}`,
    why: "These words are missing from the page, and nobody can tell",
    fix: "Add a cell to the heading row and to the row of hyphens; if the upright line is part of the words, write \\|",
  });
}
