import type { Token } from "markdown-it";
import { replace } from "../model/diagnostic.ts";
import type { Edit } from "../model/diagnostic.ts";
import { writtenAt } from "./edits.ts";
import { reportSlip, slips } from "./faults/markdown-as-text.ts";
import { spanOf } from "./page-context.ts";
import type { PageContext } from "./page-context.ts";
import { placeIn } from "./positions.ts";

/** A mark that no space follows, one that a space of another kind follows, and one that other programs write. */
const forms = [
  { form: /^(?:[-*+]|\d{1,2}[.)])(?=\p{L}[^*]*$)/u, slip: slips.listWithoutSpace },
  {
    form: /^(?:[-*+]|\d{1,2}[.)])[^\S\n\t ][^\S\n]*(?=(?:\p{L}|\d+[^\d.)])[^*]*$)/u,
    slip: slips.listWithOtherSpace,
  },
  { form: /^[•·▪◦‣–][^\S\n]*(?=\p{L}|\d+[^\d.)])/u, slip: slips.listFromElsewhere },
] as const;

/** Marks that nobody writes for anything but a list. */
const sure = /^(?:[•▪◦‣]|[-*+]\s)/;

/** Marks that may lead to a note below the words. */
const note = /^[*+]$/;

interface LostItem {
  /** The line in its block. */
  readonly line: number;
  readonly offset: number;
  /** With the space behind it. */
  readonly mark: string;
  readonly slip: (typeof forms)[number]["slip"];
}

/**
 * Reports lines of a paragraph that were meant as the items of a list. One alone may be anything, a minus or a note,
 * unless the words before it lead into a list.
 *
 * @param typed - the paragraph's content as `typedText` gives it
 */
export function reportLostLists(page: PageContext, block: Token, typed: string): void {
  const items = lostItems(typed);
  const [first] = items;
  if (!first || !(items.length > 1 || hasCompany(page, block, first))) return;
  const lines = typed.split("\n").length;
  // Whatever stands below the last item would become a part of it.
  const isPlain =
    items.length === lines - first.line && items.every(({ slip }) => slip === first.slip) && endsAlone(page, block);
  const edits = isPlain ? items.flatMap((item) => mended(page, block, item)) : [];
  const place = placeIn(page, block, first.offset, typed.split("\n")[first.line]?.length ?? 1);
  reportSlip(page, first.slip, place, edits.length === items.length ? edits : []);
}

function lostItems(typed: string): readonly LostItem[] {
  let offset = 0;
  const items: LostItem[] = [];
  for (const [line, text] of typed.split("\n").entries()) {
    const indent = /^ */.exec(text)?.[0].length ?? 0;
    const found = lostMark(text.slice(indent));
    if (found) items.push({ line, offset: offset + indent, ...found });
    offset += text.length + 1;
  }
  return items;
}

function lostMark(text: string): Pick<LostItem, "mark" | "slip"> | null {
  for (const { form, slip } of forms) {
    const [mark] = form.exec(text) ?? [];
    if (mark !== undefined) return { mark, slip };
  }
  return null;
}

/** Whether the lines beside a single item say that it is one: they lead into a list, or are items themselves. */
function hasCompany(page: PageContext, block: Token, { line, mark }: LostItem): boolean {
  if (line === 0 && sure.test(mark)) return true;
  const start = (block.map?.[0] ?? 0) + line;
  const above = nearestLine(page, start, -1);
  if (above.endsWith(":") && !note.test(mark)) return true;
  const sign = mark.trim().replace(/\d+/, "");
  return [above, nearestLine(page, start, 1)].some((text) => {
    const other = lostMark(text)?.mark ?? /^(?:[-*+]|\d{1,2}[.)])(?=[ \t])/.exec(text)?.[0];
    return other?.trim().replace(/\d+/, "") === sign;
  });
}

/** Whether the words below a paragraph would stay outside of a list in its place. Braces would belong to other words. */
function endsAlone({ lines }: PageContext, { map, content }: Token): boolean {
  const [start, end] = map ?? [0, 0];
  const marksOf = (line: number): string => /^[\s>]*/.exec(lines[line] ?? "")?.[0] ?? "";
  let next = end;
  while (lines[next]?.trim() === "" || (lines[next] !== undefined && marksOf(next) === lines[next])) next++;
  if (/[{}]/.test(content + (lines[next] ?? ""))) return false;
  return marksOf(end) === (lines[end] ?? "") && marksOf(next).length <= marksOf(start).length;
}

/** The words of the nearest line above or below that is not empty. */
function nearestLine({ lines }: PageContext, from: number, step: -1 | 1): string {
  let line = from + step;
  while (lines[line]?.trim() === "") line += step;
  return lines[line]?.replace(/^[ \t>]+/, "").trimEnd() ?? "";
}

function mended(page: PageContext, block: Token, { offset, mark, slip }: LostItem): readonly Edit[] {
  const place = placeIn(page, block, offset, mark.length);
  if (writtenAt(page, place) !== mark) return [];
  return [replace(spanOf(page, place), slip === slips.listFromElsewhere ? "- " : `${mark.trim()} `)];
}
