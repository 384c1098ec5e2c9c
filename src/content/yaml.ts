import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, visit } from "yaml";
import type { Node, Pair, ParsedNode, Scalar, YAMLError } from "yaml";
import type { Diagnostic, SourceSpan } from "../model/diagnostic.ts";
import type { YamlValue } from "../model/field.ts";

/** A value and where it stands. */
export interface YamlNode {
  readonly value: YamlValue;
  /** A scalar's characters as they stand in the file, without quotes; `""` for lists and maps. */
  readonly typed: string;
  readonly span: SourceSpan;
  /** The entries of a map, in order; empty for other values. */
  readonly entries: readonly YamlEntry[];
  /** The items of a list, in order; empty for other values. */
  readonly items: readonly YamlNode[];
}

/** A key of a map and its value. */
export interface YamlEntry {
  readonly key: string;
  readonly keySpan: SourceSpan;
  readonly node: YamlNode;
}

/** What reading YAML gives: the top of it (`null` where it is no YAML at all), and all that is wrong with it. */
export interface YamlReading {
  readonly root: YamlNode | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Keys that JavaScript would take for its own. */
const dangerousKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** Deeper than this nobody writes by hand; it also bounds the work. */
const deepest = 20;

/**
 * Reads YAML 1.2 core as data: no anchors, no aliases, no tags, no merge keys, no key that JavaScript would act on.
 * Numbers that are not written plainly, and dates, stay the text that was typed.
 *
 * @param firstLine - the line of the file on which `text` starts, counted from 1
 */
export function readYaml(text: string, file: string, firstLine: number): YamlReading {
  const place = placeFinder(text, file, firstLine);
  const depthFault = tooDeep(text, place);
  if (depthFault) return { root: null, diagnostics: [depthFault] };

  const document = parseDocument(text, { version: "1.2", schema: "core", merge: false, prettyErrors: false, logLevel: "silent" });
  const diagnostics: Diagnostic[] = [];
  for (const error of document.errors) diagnostics.push(syntaxFault(error, text, place));
  visit(document, (_key, node) => {
    const found = isAlias(node) ? "an alias (*)" : unwantedFeature(node as Node);
    if (found !== null) diagnostics.push(unwanted(found, place(...rangeOf(node as Node))));
  });
  if (diagnostics.length > 0) return { root: null, diagnostics };
  const root = document.contents ? toNode(document.contents as ParsedNode, place, diagnostics) : null;
  return { root, diagnostics };
}

type PlaceFinder = (start: number, end: number) => SourceSpan;

function placeFinder(text: string, file: string, firstLine: number): PlaceFinder {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines.addNewLine(at + 1);
  return (start, end) => {
    const from = lines.linePos(start);
    const to = lines.linePos(Math.max(start, end));
    const endColumn = to.line === from.line ? Math.max(to.col, from.col + 1) : from.col + 1;
    return { file, line: firstLine + from.line - 1, column: from.col, endColumn };
  };
}

function rangeOf(node: Node): [number, number] {
  return [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
}

function unwantedFeature(node: Node | Pair): string | null {
  if (isPair(node) || typeof node !== "object" || node === null) return null;
  if ("anchor" in node && node.anchor) return "an anchor (&)";
  if ("tag" in node && node.tag) return "a tag (!)";
  return null;
}

function toNode(node: ParsedNode, place: PlaceFinder, diagnostics: Diagnostic[]): YamlNode {
  const span = place(...rangeOf(node));
  if (isSeq(node)) {
    const items = node.items.map((item) => toNode(item as ParsedNode, place, diagnostics));
    return { value: items.map((item) => item.value), typed: "", span, entries: [], items };
  }
  if (isMap(node)) {
    const entries = node.items.flatMap((pair) => toEntry(pair as Pair<ParsedNode, ParsedNode | null>, place, diagnostics));
    return { value: Object.fromEntries(entries.map(({ key, node }) => [key, node.value])), typed: "", span, entries, items: [] };
  }
  const scalar = node as Scalar.Parsed;
  return { value: scalarValue(scalar), typed: typedAs(scalar), span, entries: [], items: [] };
}

function toEntry(pair: Pair<ParsedNode, ParsedNode | null>, place: PlaceFinder, diagnostics: Diagnostic[]): YamlEntry[] {
  const keySpan = place(...rangeOf(pair.key));
  if (!isScalar(pair.key)) {
    diagnostics.push(unwanted("a list or map as the name of a field", keySpan));
    return [];
  }
  const key = typedAs(pair.key as Scalar.Parsed);
  if (dangerousKeys.has(key)) {
    diagnostics.push(dangerousKey(key, keySpan));
    return [];
  }
  if (key === "<<") {
    diagnostics.push(unwanted("a merge key (<<)", keySpan));
    return [];
  }
  const node = pair.value ? toNode(pair.value, place, diagnostics) : { value: null, typed: "", span: keySpan, entries: [], items: [] };
  return [{ key, keySpan, node }];
}

function typedAs(scalar: Scalar.Parsed): string {
  return scalar.source ?? String(scalar.value ?? "");
}

/** `010`, `1e3` and `.inf` are numbers to YAML and text to the person who typed them. */
function scalarValue(scalar: Scalar.Parsed): YamlValue {
  const { value } = scalar;
  if (typeof value === "number") return String(value) === scalar.source ? value : typedAs(scalar);
  if (typeof value === "string" || typeof value === "boolean") return value;
  return null;
}

/** Judged on the characters alone, before anything is built from them: brackets in a row cost the parser its stack. */
function tooDeep(text: string, place: PlaceFinder): Diagnostic | null {
  const brackets = /[[{]{20}|(?:- ){20}|(?:\? ){20}/.exec(text.replace(/(?<=[[{])\s+(?=[[{])/g, ""));
  const indented = text.split("\n").findIndex((line) => /^ {80}\s*[^\s#].*:(\s|$)/.test(line) || /^( {4}){20}/.test(line));
  if (!brackets && indented < 0) return null;
  const at = brackets ? Math.max(0, text.search(/[[{?-]/)) : text.split("\n").slice(0, indented).join("\n").length + 1;
  return {
    rule: "yaml-too-deep",
    severity: "error",
    span: place(at, at + 1),
    message: `Values are nested more than ${deepest} deep`,
    why: "The page could not be read, and would be missing from the site",
    fix: "Take out the brackets or the indentation that were put there by mistake",
  };
}

function unwanted(found: string, span: SourceSpan): Diagnostic {
  return {
    rule: "yaml-feature",
    severity: "error",
    span,
    message: `${found.charAt(0).toUpperCase()}${found.slice(1)} is not allowed here`,
    why: "It can make a field say something else than the words that stand there",
    fix: "Write the value out in full; put it in quotes if it starts with &, * or !",
  };
}

function dangerousKey(key: string, span: SourceSpan): Diagnostic {
  return {
    rule: "dangerous-field",
    severity: "error",
    span,
    message: `A field cannot be called "${key}"`,
    why: "The name has a meaning for the program and could change how every page is built",
    fix: "Delete this line",
  };
}

const syntaxWords: Readonly<Record<string, { readonly message: string; readonly fix: string }>> = {
  DUPLICATE_KEY: { message: "This field is written twice", fix: "Keep one of the two and delete the other" },
  TAB_AS_INDENT: { message: "The line is indented with a tab", fix: "Indent with spaces" },
  BLOCK_AS_IMPLICIT_KEY: { message: "A colon stands inside the value", fix: 'Put the whole value in quotes: title: "Help: what to do"' },
  MISSING_CHAR: { message: "A quote or bracket is opened here or before and never closed", fix: "Close it, or put the whole value in quotes" },
  BAD_INDENT: { message: "The line is not indented like those around it", fix: "Start it in the same column as the other fields" },
  BAD_ALIAS: { message: "The value starts with *, which has a meaning of its own", fix: "Put the whole value in quotes" },
  MULTILINE_IMPLICIT_KEY: { message: "The line has no colon after the name of the field", fix: "Write the name, a colon, a space and the value: title: Passwords" },
};

function syntaxFault(error: YAMLError, text: string, place: PlaceFinder): Diagnostic {
  const words = syntaxWords[error.code];
  // A quote that is never closed shows at the end of the file; the editor looks for where it was opened.
  const opener = error.message.includes("quote") ? /^.*[:\s[{,](?=["'])/s.exec(text.slice(0, error.pos[0]))?.[0].length : undefined;
  const [start, end] = opener === undefined ? error.pos : [opener, opener + 1];
  return {
    rule: "malformed-yaml",
    severity: "error",
    span: place(start, end),
    message: words?.message ?? `The fields cannot be read here: ${error.message.split("\n")[0]?.replace(/\.$/, "") ?? ""}`,
    why: "The page would be missing from the site",
    fix: words?.fix ?? "Write each field on a line of its own: the name, a colon, a space and the value",
  };
}
