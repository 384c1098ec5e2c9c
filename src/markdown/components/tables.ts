/** Classes of nhsuk-frontend's table, by element. */
export const tableClasses = {
  table: "nhsuk-table",
  caption: "nhsuk-table__caption nhsuk-table__caption--m",
  thead: "nhsuk-table__head",
  tbody: "nhsuk-table__body",
  tr: "nhsuk-table__row",
  th: "nhsuk-table__header",
  td: "nhsuk-table__cell",
} as const;

/** The class that aligns a cell: no page of ours holds a style of its own. */
export const alignmentClasses: ReadonlyMap<string, string> = new Map([
  ["text-align:left", "nhsuk-u-text-align-left"],
  ["text-align:center", "nhsuk-u-text-align-centre"],
  ["text-align:right", "nhsuk-u-text-align-right"],
]);
