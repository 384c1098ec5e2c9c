import { pageFields } from "../model/article.ts";

/** Where the fields of a page end: a line of the block, counted from 0, and the name of the field that it belongs to. */
export interface LastField {
  readonly line: number;
  readonly name: string;
}

/**
 * Tells whether the words of a page stand between the two lines of hyphens: the line that should close the fields was
 * forgotten, and a rule of the page is taken for it. Judged before YAML is read, which would take headings for remarks.
 *
 * @param lines - the block between the hyphens
 * @returns the last field before those words; `null` where there are only fields
 */
export function lastFieldBeforeBody(lines: readonly string[]): LastField | null {
  const heading = lines.findIndex((line) => /^#{2,6}[ \t]+[^\s#]/.test(line));
  const block = heading < 0 ? lines : lines.slice(0, heading);
  let start = block.findLastIndex((line) => isKnown(line));
  if (start < 0) return null;

  let last = start;
  for (let at = start + 1; at < block.length; at += 1) {
    const line = block[at] ?? "";
    if (line.trim() === "" || line.startsWith("#")) continue;
    const isApart = at > last + 1;
    if (goesOn(line, block[start] ?? "")) last = at;
    else if (isField(line) && !(isApart && isSentence(line))) start = last = at;
    else if (isWords(line, isApart) && !isWrapped(block[last] ?? "", at, block.length))
      return { line: last, name: nameOf(block[start]) };
  }
  return heading < 0 ? null : { line: last, name: nameOf(block[start]) };
}

const known: ReadonlySet<string> = new Set(Object.keys(pageFields).map(plain));

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, "");
}

/** No name of a field is longer; a longer line is not searched for one. */
const longestName = 100;

/** The start of a field; a slip in its colon is still one. */
const fieldStart = /^["']?([\p{L}_][\w -]*?)["']?\s*[:=：](?!:)/u;

function nameOf(line = ""): string {
  return fieldStart.exec(line.slice(0, longestName))?.[1] ?? "";
}

function isField(line: string): boolean {
  return fieldStart.test(line.slice(0, longestName)) || /^[^\s:]+:(?:\s|$)/.test(line);
}

function isKnown(line: string): boolean {
  return known.has(plain(nameOf(line)));
}

/** Whether a line goes on from a field: words that are indented, entries of its list. */
function goesOn(line: string, field: string): boolean {
  return /^[ \t]/.test(line) || (line.startsWith("- ") && /:\s*(?:#.*)?$/.test(field));
}

/** `Note: call us on 111 now`: a name and a value to YAML. No field that a page could have reads like it. */
function isSentence(line: string): boolean {
  return /^\p{Lu}[\w' -]*:(?:\s+\S+){3}/u.test(line) && !isKnown(line);
}

/** A line that one can hardly take for anything but words of the page. */
function isWords(line: string, isApart: boolean): boolean {
  const [first = ""] = /^[\w-]*/.exec(line) ?? [];
  return !known.has(plain(first)) && (isApart || /\s/.test(line.trim()));
}

/** Whether a single last line may be the end of a long value above it. */
function isWrapped(above: string, at: number, count: number): boolean {
  return above.length >= 40 && at === count - 1;
}
