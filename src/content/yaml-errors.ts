import type { YAMLError } from "yaml";
import type { Diagnostic } from "../model/diagnostic.ts";
import { malformedYamlAt } from "./faults/malformed-yaml.ts";
import type { PlaceFinder } from "./place-finder.ts";
import type { Slip } from "./yaml-slips.ts";
import { slipIn } from "./yaml-slips.ts";

/** A text with the places at which its lines start. */
interface Lines {
  readonly text: string;
  readonly lines: readonly string[];
  readonly starts: readonly number[];
}

/**
 * What the YAML parser says, in words for editors: one diagnostic for each slip, at the line that it is in.
 *
 * @param errors - as the parser gives them; most follow from another one
 * @param firstLine - the line of the file on which `text` starts, counted from 1
 */
export function yamlFaults(
  errors: readonly YAMLError[],
  text: string,
  place: PlaceFinder,
  firstLine: number,
): readonly Diagnostic[] {
  const page = linesOf(text);
  const found = new Map<number, Slip>();
  const first = errors.toSorted((a, b) => a.pos[0] - b.pos[0]).slice(0, mostErrors);
  for (const error of first) {
    const line = lineOf(error, first, page);
    const isSure = error.code === "DUPLICATE_KEY" || found.size === 0;
    const slip =
      duplicate(error, page, firstLine) ??
      earlyEnd(error, page, line) ??
      slipIn(page.lines[line] ?? "", lineAbove(page.lines, line)) ??
      (isSure ? plainly(error, page.lines, line) : null);
    if (slip !== null && !found.has(line)) found.set(line, slip);
    if (isEndless(error)) break;
  }
  return [...found].map(([line, slip]) => {
    const start = (page.starts[line] ?? 0) + slip.at;
    return malformedYamlAt(place(start, start + slip.length), slip);
  });
}

/** More than an editor would read in one go. It bounds the work that a file of nothing but slips can make. */
const mostErrors = 100;

function linesOf(text: string): Lines {
  const lines = text.split("\n");
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1);
  return { text, lines, starts };
}

/** Errors after which nothing can be told of the rest: what was opened goes on to the end. */
function isEndless({ message }: YAMLError): boolean {
  return unclosedKind(message) !== null || message.includes("YAML stream");
}

function unclosedKind(message: string): "quote" | "bracket" | null {
  return /Missing closing .quote/.test(message) ? "quote" : message.startsWith("Flow ") ? "bracket" : null;
}

/** The line, from 0, in which the slip is that makes an error: not always the one at which the parser gives up. */
function lineOf(error: YAMLError, errors: readonly YAMLError[], page: Lines): number {
  const [at] = error.pos;
  const unclosed = unclosedKind(error.message);
  if (unclosed !== null) return lineAt(lastOpener(page.text.slice(0, at), unclosed) ?? at, page);
  if (error.code === "MULTIPLE_DOCS") {
    return Math.max(0, page.lines.findIndex((line, index) => index > 0 && endsFields.test(line)));
  }
  const line = lineAt(at, page);
  const runsOn = errors.some(({ code, pos }) => code === "MULTILINE_IMPLICIT_KEY" && pos[0] === at);
  if (error.code !== "BLOCK_AS_IMPLICIT_KEY" && !runsOn) return line;
  if (slipIn(page.lines[line] ?? "", "") !== null) return line;
  const indented = page.lines.findIndex((other, index) => index > line && indentedField.test(other));
  return indented < 0 ? line : indented;
}

const endsFields = /^(?:\.\.\.|---)(?:\s|$)/;
const indentedField = /^( +)([\p{L}_][\w-]*\s*:(?:\s.*)?)$/u;

function lineAt(offset: number, { text }: Lines): number {
  return text.slice(0, offset).split("\n").length - 1;
}

function lineAbove(lines: readonly string[], line: number): string {
  return lines.slice(0, line).findLast((other) => other.trim() !== "") ?? "";
}

/** Where the quote or bracket was opened that is still open at the end of a text; counted from 0. */
function lastOpener(text: string, kind: "quote" | "bracket"): number | undefined {
  let closed = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const sign = text[at] ?? "";
    if (kind === "quote") {
      if (/["']/.test(sign) && /^$|[:\s[{,]/.test(text[at - 1] ?? "")) return at;
    } else if (/[\]}]/.test(sign)) closed += 1;
    else if (/[[{]/.test(sign)) {
      if (closed === 0) return at;
      closed -= 1;
    }
  }
  return undefined;
}

/** A field that is written twice, with the line of the one before. */
function duplicate({ code, pos }: YAMLError, page: Lines, firstLine: number): Slip | null {
  if (code !== "DUPLICATE_KEY") return null;
  const line = lineAt(pos[0], page);
  const at = pos[0] - (page.starts[line] ?? 0);
  const written = (page.lines[line] ?? "").slice(at, at + 200);
  const name = nameAt(written);
  const before = page.lines.slice(0, line).findLastIndex((other) => nameAt(other.slice(at, at + written.length)) === name);
  const where = before < 0 ? "" : `, first on line ${firstLine + before}`;
  return {
    at,
    length: Math.max(1, name.length),
    message: `The field ${name} is written twice${where}`,
    fix: "Keep one of the two and delete the other",
  };
}

/** The name of the field with which a text starts, without quotes. */
function nameAt(text: string): string {
  const [, double, single, plain] = /^(?:"([^"]*)"|'([^']*)'|([^:,}]*))\s*:/.exec(text) ?? [];
  return (double ?? single ?? plain ?? "").trim();
}

/** A line of full stops or hyphens, at which YAML stops. */
function earlyEnd({ code }: YAMLError, { lines }: Lines, line: number): Slip | null {
  if (code !== "MULTIPLE_DOCS") return null;
  const message = "This line ends the fields, and more of them come after it";
  return { at: 0, length: Math.max(1, lines[line]?.length ?? 0), message, fix: "Delete this line" };
}

/** An error that the line itself does not explain. */
function plainly({ code }: YAMLError, lines: readonly string[], line: number): Slip {
  const written = lines[line] ?? "";
  const whole = { at: 0, length: Math.max(1, written.length) };
  const [, spaces, field = ""] = indentedField.exec(written) ?? [];
  if (spaces !== undefined && /^\S/.test(lineAbove(lines, line))) {
    const message = "The field is indented, as if it belonged to the line above";
    return { at: 0, length: spaces.length, message, fix: `Delete the spaces before it: ${field.trimEnd()}` };
  }
  const isIndentation = /^\s/.test(written) || code === "BAD_INDENT" || code === "BLOCK_AS_IMPLICIT_KEY";
  return isIndentation
    ? {
        ...whole,
        message: "The line is not indented like those around it",
        fix: "Start it in the same column as the lines that it belongs with",
      }
    : {
        ...whole,
        message: "This line cannot be read as a field",
        fix: "Write the name, a colon, a space and the value; put the value in quotes if it holds a quote, a bracket or a colon",
      };
}
