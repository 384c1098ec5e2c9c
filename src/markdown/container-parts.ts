import { arrowClasses, kindOfTag, partClasses } from "./container-kinds.ts";
import type { ContainerKind } from "./container-kinds.ts";
import { findTagPairs } from "./container-tags.ts";
import { classesOf } from "./html-tags.ts";

/** The words that a container shows before its body. */
export interface ContainerHeading {
  /** Markdown and HTML, each line trimmed. */
  readonly text: string;
  /** The line of the body on which it starts, from 0. */
  readonly line: number;
  /** 1 to 6 where the editor wrote a heading, else `null`. */
  readonly level: number | null;
}

/** The inside of a raw container, taken apart. */
export interface ContainerParts {
  readonly heading: ContainerHeading | null;
  /** As many lines as came in, with the package's own markup blotted out. */
  readonly lines: readonly string[];
}

const attributes = `(?:"[^"]*"|'[^']*'|[^'"<>])*`;
const summary = new RegExp(`<summary(?=[\\s>])${attributes}>([\\s\\S]*?)</summary\\s*>`, "i");
const summaryNeverClosed = new RegExp(`<summary(?=[\\s>])${attributes}>([^\\n]*)`, "i");
const htmlHeading = new RegExp(`^\\s*<h([1-6])(?=[\\s>])${attributes}>([\\s\\S]*?)</h\\1\\s*>`, "i");
const markdownHeading = /^\s*(#{1,6})[ \t]+([^\n]+)/;
const hiddenWords = new RegExp(`<span\\s+class=["']?nhsuk-u-visually-hidden["']?${attributes}>[^<]*</span\\s*>`, "gi");
const wrapperSpan = new RegExp(`</?(?:span|h[1-6])(?=[\\s>])${attributes}>`, "gi");

/** The class of the box around an expander's words; outside of expanders, editors use it for notes. */
const textBox = "nhsuk-details__text";
const unclosedTextBox = new RegExp(`^\\s*<div(?=\\s)[^<>]*${textBox}[^<>]*>`, "i");

/** Takes the words of a raw container from the markup that the package's older and newer versions put around them. */
export function takeApart(kind: ContainerKind, body: string): ContainerParts {
  const inside = kind === "expander" ? body : withoutParts(kind, body);
  const found = kind === "expander" ? findSummary(inside) : findHeading(kind, inside);
  const rest = found ? blot(inside, found.start, found.end) : inside;
  const text = kind === "expander" ? withoutParts(kind, rest) : withoutLeadingHiddenWords(rest);
  return { heading: found && headingFrom(body, found), lines: text.split("\n") };
}

interface FoundHeading {
  readonly start: number;
  readonly end: number;
  readonly textStart: number;
  readonly text: string;
  readonly level: number | null;
}

function findSummary(text: string): FoundHeading | null {
  const match = summary.exec(text) ?? summaryNeverClosed.exec(text);
  if (!match || /<details(?=[\s>])/i.test(text.slice(0, match.index))) return null;
  return foundHeading(match, match[1] ?? "", null);
}

function findHeading(kind: ContainerKind, text: string): FoundHeading | null {
  if (kind === "inset") return null;
  const html = htmlHeading.exec(text);
  if (html) return foundHeading(html, html[2] ?? "", Number(html[1]));
  const markdown = markdownHeading.exec(text);
  return markdown && foundHeading(markdown, markdown[2] ?? "", markdown[1]?.length ?? null);
}

function foundHeading(match: RegExpExecArray, text: string, level: number | null): FoundHeading {
  const textStart = match.index + match[0].lastIndexOf(text);
  return { start: match.index, end: match.index + match[0].length, textStart, text, level };
}

function headingFrom(body: string, { text, textStart, level }: FoundHeading): ContainerHeading | null {
  const lines = text
    .replace(hiddenWords, "")
    .replace(wrapperSpan, "")
    .split("\n")
    .map((line) => line.trim());
  const first = lines.findIndex((line) => line !== "");
  if (first < 0) return null;
  const line = body.slice(0, textStart).split("\n").length - 1 + first;
  return { text: lines.slice(first).join("\n").trimEnd(), line, level };
}

function withoutLeadingHiddenWords(text: string): string {
  const match = new RegExp(`^\\s*${hiddenWords.source}`, "i").exec(text);
  return match ? blot(text, 0, match[0].length) : text;
}

/** Blots out the boxes that the package's markup draws inside a container, but not those of containers in it. */
function withoutParts(kind: ContainerKind, body: string): string {
  let text = body;
  let inner = 0;
  let hasTextBox = kind !== "expander";
  for (const pair of findTagPairs(body)) {
    if (pair.start < inner) continue;
    const classes = classesOf(pair.tag);
    const isTextBox = classes.includes(textBox);
    // Only the first text box of an expander is the expander's own; others are notes.
    const isPart = isTextBox ? !hasTextBox : classes.some((name) => partClasses.has(name));
    hasTextBox ||= isTextBox;
    if (isPart) text = blot(blot(text, pair.start, pair.startEnd), pair.end, pair.endEnd);
    else if (kindOfTag(pair.tag) !== null) inner = pair.endEnd;
  }
  const unclosed = hasTextBox ? null : unclosedTextBox.exec(text);
  if (unclosed) text = blot(text, 0, unclosed[0].length);
  return text.replace(/<span\s+class=["']?([\w-]+)["']?[^<>]*>\s*<\/span\s*>/gi, (span, name: string) =>
    arrowClasses.has(name) ? span.replace(/[^\n]/g, " ") : span,
  );
}

function blot(text: string, start: number, end: number): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, " ") + text.slice(end);
}
