import { parseFragment } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";
import type { ComponentWords } from "./components/component-words.ts";
import { scrollEnd, scrollStart } from "./components/scroll.ts";
import { escapeText } from "./html-tags.ts";
import { scrolls } from "./scrolling-tables.ts";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** A table that was written as HTML, and the words of the heading above it; `""` where there is none. */
interface RawTable {
  readonly table: Element;
  readonly heading: string;
}

/**
 * Puts tables that were written as HTML, and have many columns, into parts of the page that scroll by themselves, as
 * `scrollingTables` does with those in Markdown. They are named alike, by caption or heading, and apart.
 *
 * @param html - a whole body, checked
 */
export function scrollRawTables(html: string, words: ComponentWords): string {
  const root = parseFragment(html, { sourceCodeLocationInfo: true });
  const times = namesOfRegions(root);
  const parts: string[] = [];
  let done = 0;
  for (const { table, heading } of rawTables(root)) {
    const location = table.sourceCodeLocation;
    if (!location || !scrolls(columnsOf(table), table.parentNode !== root)) continue;
    const name = wordsIn(elementsIn(table).find(({ tagName }) => tagName === "caption")) || heading || words.table;
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    const start = scrollStart(`aria-label="${escapeText(time === 1 ? name : `${name} (${time})`)}"`);
    const written = html.slice(location.startOffset, location.endOffset);
    parts.push(html.slice(done, location.startOffset), start, written, "\n", scrollEnd);
    done = location.endOffset;
  }
  return [...parts, html.slice(done)].join("");
}

/** The tables that are not in such a part yet, in the order of the page; of tables in tables, the outer one. */
function rawTables(root: Node): readonly RawTable[] {
  const found: RawTable[] = [];
  let heading = "";
  let end = 0;
  for (const element of elementsIn(root)) {
    const { startOffset = 0, endOffset = 0 } = element.sourceCodeLocation ?? {};
    if (/^h[1-6]$/.test(element.tagName)) heading = wordsIn(element);
    if (startOffset < end) continue;
    if (element.tagName === "table") found.push({ table: element, heading });
    if (element.tagName === "table" || attributeOf(element, "role") === "region") end = endOffset;
  }
  return found;
}

/** How often each name is taken by the parts that scroll already. */
function namesOfRegions(root: Node): Map<string, number> {
  const elements = elementsIn(root);
  const byId = new Map(elements.map((element) => [attributeOf(element, "id"), element]));
  const times = new Map<string, number>();
  for (const region of elements.filter((element) => attributeOf(element, "role") === "region")) {
    const label = attributeOf(region, "aria-label") ?? wordsIn(byId.get(attributeOf(region, "aria-labelledby")));
    const name = label.replace(/ \(\d+\)$/, "");
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  return times;
}

/** The cells of the longest row, those that reach over several columns counted as such. */
function columnsOf(table: Element): number {
  let most = 0;
  for (const row of elementsIn(table)) {
    if (row.tagName !== "tr") continue;
    let columns = 0;
    for (const cell of row.childNodes) {
      if (!("tagName" in cell) || !/^t[dh]$/.test(cell.tagName)) continue;
      columns += Math.max(1, Number.parseInt(attributeOf(cell, "colspan") ?? "1", 10) || 1);
    }
    most = Math.max(most, columns);
  }
  return most;
}

function elementsIn(root: Node): readonly Element[] {
  return nodesIn(root).filter((node) => "tagName" in node);
}

/** A node and all in it, in the order of the page, however deep. */
function nodesIn(root: Node): readonly Node[] {
  const found: Node[] = [];
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    found.push(node);
    if ("childNodes" in node) for (const child of node.childNodes.toReversed()) waiting.push(child);
  }
  return found;
}

function attributeOf({ attrs }: Element, name: string): string | undefined {
  return attrs.find((attribute) => attribute.name === name)?.value;
}

function wordsIn(element: Element | undefined): string {
  if (element === undefined) return "";
  const texts = nodesIn(element).map((node) => ("value" in node ? node.value : ""));
  return texts.join("").replace(/\s+/g, " ").trim();
}
