import { reportNoCaption } from "./faults/table-without-caption.ts";
import { reportNoHeaderCells } from "./faults/table-without-header-cells.ts";
import type { HtmlReader } from "./html-readers.ts";
import type { PageContext, Place } from "./page-context.ts";

/** A table in HTML that has not ended yet. */
export interface OpenTable {
  readonly place: Place;
  hasRows: boolean;
  hasHeaderCells: boolean;
  /** Whether there are words in its caption. */
  hasCaption: boolean;
  /** How much had been read when the caption started; `null` where none is open. */
  captionStart: number | null;
}

/** What ends a caption whose end was left out, as browsers read it. */
const endsCaption = /^(?:caption|col|colgroup|tbody|td|tfoot|th|thead|tr)$/;

/** Notes a start tag that is kept, of a table or of a part of one. @param open - tables, the innermost last */
export function startInTable(open: OpenTable[], reader: HtmlReader, name: string, place: Place): void {
  const table = open.at(-1);
  if (name === "table") {
    open.push({ place, hasRows: false, hasHeaderCells: false, hasCaption: false, captionStart: null });
  } else if (table && endsCaption.test(name)) {
    endCaption(table, reader);
    if (name === "caption") table.captionStart = reader.amountRead();
    else if (name === "tr") table.hasRows = true;
    else if (name === "th") table.hasHeaderCells = true;
  }
}

/** Notes an end tag, and reports a table that ends without a caption or a header cell. */
export function endInTable(page: PageContext, open: OpenTable[], reader: HtmlReader, name: string): void {
  const table = open.at(-1);
  if (!table || !/^(?:caption|table)$/.test(name)) return;
  endCaption(table, reader);
  if (name === "caption") return;
  open.pop();
  if (!table.hasCaption && table.hasRows) {
    reportNoCaption(page, table.place, "Write straight after <table> what it is about: <caption>Your words</caption>");
  }
  if (!table.hasHeaderCells) {
    reportNoHeaderCells(
      page,
      table.place,
      "Write <th> in place of <td> for the cells that say what the others are about",
    );
  }
}

function endCaption(table: OpenTable, reader: HtmlReader): void {
  if (table.captionStart !== null && reader.amountRead() > table.captionStart) table.hasCaption = true;
  table.captionStart = null;
}
