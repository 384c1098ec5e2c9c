/** A list that the lines read so far stand in, by columns: as written, and as given back. */
interface OpenList {
  readonly marker: number;
  readonly content: number;
  readonly outMarker: number;
  readonly outContent: number;
}

const listMarker = /^(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$)[ \t]*/;
const boxMarker = /^:{3,}(?:[ \t]*[A-Za-z]|\s*$)/;
const fenceMarker = /^(`{3,}(?!.*`)|~{3,})/;
const blockTag =
  /^<\/?(?:address|article|aside|blockquote|center|dd|details|div|dl|dt|figure|h[1-6]|hr|li|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)(?=[\s/>]|$)/i;

/** Lines without the indent that editors gave them. */
export interface DedentedLines {
  /** As many as came in. */
  readonly lines: readonly string[];
  /** Lines that start a block of their own although no blank line stands before them, counted from 0. */
  readonly starts: ReadonlySet<number>;
}

/**
 * Takes away the indent that editors gave the lines inside a container, so that Markdown reads them as they meant:
 * a run of lines after a blank line starts at the margin, unless it goes on with a list's item. Every list item, block
 * of HTML, box and fence is a run of its own, and so is a line that stands out further than the list before it. Tabs in
 * indents become spaces, to columns of four.
 */
export function dedent(written: readonly string[]): DedentedLines {
  const lists: OpenList[] = [];
  let shift = 0;
  let fence: string | null = null;
  let html = false;
  let startsRun = true;
  const starts = new Set<number>();
  const lines = written.map((line, index) => {
    const text = line.trimStart();
    if (text === "" && fence === null) {
      startsRun = true;
      html = false;
      return "";
    }
    const indent = columnsOf(line.slice(0, line.length - text.length));
    const marker = html || fence !== null ? null : listMarker.exec(text);
    const opensFence = fence === null && !html && fenceMarker.test(text.slice(marker?.[0].length ?? 0));
    const opensHtml = fence === null && !html && blockTag.test(text);
    const opensBox = fence === null && !html && boxMarker.test(text);
    const leavesList = !startsRun && !html && !marker && indent < (lists[0]?.marker ?? 0);
    if (fence === null && leavesList) starts.add(index);
    if (fence === null && (startsRun || marker || opensFence || opensHtml || opensBox || leavesList)) {
      shift = columnOfRun(lists, indent, marker?.[0]) - indent;
      if (marker) pushList(lists, indent, shift, text, marker[0]);
      html = opensHtml;
    }
    startsRun = false;
    if (opensFence) fence = fenceMarker.exec(text.slice(marker?.[0].length ?? 0))?.[1] ?? null;
    else if (fence !== null && closesFence(text, fence)) fence = null;
    return " ".repeat(Math.max(0, indent + shift)) + text;
  });
  return { lines, starts };
}

/** Where a run goes: to the margin, or to the item of the innermost list that it is indented into. */
function columnOfRun(lists: OpenList[], indent: number, marker: string | undefined): number {
  for (let list = lists.at(-1); list !== undefined; list = lists.at(-1)) {
    if (marker !== undefined && indent >= list.marker && indent < Math.max(list.marker + 2, list.content)) {
      const column = list.outMarker;
      lists.pop();
      return column;
    }
    if (indent > list.marker) return list.outContent;
    lists.pop();
  }
  return 0;
}

function pushList(lists: OpenList[], indent: number, shift: number, text: string, marker: string): void {
  const words = text.length > marker.length;
  const space = words ? columnsOf(marker.replace(/[^ \t]/g, " ")) : marker.trimEnd().length + 1;
  const width = space > marker.trimEnd().length + 4 ? marker.trimEnd().length + 1 : space;
  const outMarker = Math.max(0, indent + shift);
  lists.push({ marker: indent, content: indent + width, outMarker, outContent: outMarker + width });
}

function closesFence(text: string, fence: string): boolean {
  const close = text.trimEnd();
  return close.length >= fence.length && close === (fence[0] ?? "").repeat(close.length);
}

function columnsOf(whiteSpace: string): number {
  let columns = 0;
  for (const character of whiteSpace) columns += character === "\t" ? 4 - (columns % 4) : 1;
  return columns;
}
