import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { reportLostCell } from "./faults/lost-cell.ts";
import { reportNoHyphens, reportUnequalRows } from "./faults/not-a-table.ts";
import { reportNoHeaderCells } from "./faults/table-without-header-cells.ts";
import { pageContext, placeOfLine } from "./page-context.ts";
import type { PageContext } from "./page-context.ts";
import { placeIn } from "./positions.ts";

const hyphens = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** Reports rows of tables that are not shown whole, and rows that make no table. */
export function tableRows(md: MarkdownIt): void {
  md.core.ruler.push("table_rows", (state: StateCore) => {
    const page = pageContext(state.env);
    let [columns, hasHeaderCells, line] = [0, false, 0];
    for (const [index, token] of state.tokens.entries()) {
      const before = state.tokens[index - 1]?.type;
      if (token.type === "thead_open") [columns, hasHeaderCells, line] = [0, false, token.map?.[0] ?? 0];
      if (token.type === "th_open") columns++;
      if (token.type === "inline" && before === "th_open" && token.content.trim() !== "") hasHeaderCells = true;
      if (token.type === "thead_close" && !hasHeaderCells) {
        reportNoHeaderCells(page, placeOfLine(page, line), "Write in the first row what the columns are about");
      }
      if (token.type === "tr_open" && before !== "thead_open") reportLostCells(page, token, columns);
      if (token.type === "inline" && before === "paragraph_open") reportRowsAsWords(page, token);
      if (token.type === "inline" && before === "heading_open") reportRowAsHeading(page, token);
    }
  });
}

function reportLostCells(page: PageContext, row: Token, columns: number): void {
  const line = row.map?.[0] ?? 0;
  const written = page.lines[line] ?? "";
  const cells = cellsOf(written.slice(/^[\s>]*/.exec(written)?.[0].length));
  const lost = cells.slice(columns);
  // Tags of a box around the table, and braces, are no words of anybody's.
  const words = lost.map((cell) => cell.replace(/<[^>]*>|^\s*\{[^}]*\}\s*$/g, "").trim()).filter((cell) => cell !== "");
  if (words.length === 0) return;
  const length = lost.join("|").trim().length;
  const column =
    written
      .trimEnd()
      .replace(/(?<!\\)\|$/, "")
      .trimEnd().length - length;
  reportLostCell(page, words.join(" | "), columns, { line, column: Math.max(0, column), length });
}

/** The cells of a row, as markdown-it parts them: the upright lines at its ends need not be there. */
function cellsOf(row: string): readonly string[] {
  const cells = row.trim().split(/(?<!\\)\|/);
  if (cells[0] === "") cells.shift();
  if (cells.at(-1) === "") cells.pop();
  return cells;
}

function reportRowsAsWords(page: PageContext, block: Token): void {
  const lines = block.content.split("\n");
  const row = lines.findIndex((line, index) => index > 0 && line.includes("|") && hyphens.test(line));
  const heading = lines[row - 1] ?? "";
  const offset = lines.slice(0, row).join("\n").length + 1;
  if (row > 0 && heading.includes("|")) {
    const [cells, dashes] = [cellsOf(heading).length, cellsOf(lines[row] ?? "").length];
    if (cells !== dashes) {
      reportUnequalRows(page, cells, dashes, placeIn(page, block, offset, (lines[row] ?? "").length));
    }
  } else if (lines.length > 1 && lines.every(isRow)) {
    reportNoHyphens(page, placeIn(page, block, 0, (lines[0] ?? "").length));
  }
}

/** Hyphens without upright lines make a heading of the row above them. */
function reportRowAsHeading(page: PageContext, block: Token): void {
  const [start = 0, end = 0] = block.map ?? [];
  const cells = cellsOf(block.content).length;
  const below = /^[\s>]*-+\s*$/.test(page.lines[end] ?? "");
  if (below && cells > 1 && isRow(block.content)) reportUnequalRows(page, cells, 1, placeOfLine(page, start));
}

function isRow(line: string): boolean {
  return /^\s*\|.*[^\s|].*\|\s*$/.test(line);
}
