import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument, visit } from "yaml";
import type { Node, Pair, ParsedNode, Scalar } from "yaml";
import type { Diagnostic, SourceSpan } from "../model/diagnostic.ts";
import type { YamlValue } from "../model/field-schema.ts";
import { dangerousFieldAt } from "./faults/dangerous-field.ts";
import { mergeKeyAt, signBeforeValue } from "./faults/yaml-feature.ts";
import { tooDeep } from "./faults/yaml-too-deep.ts";
import type { PlaceFinder } from "./place-finder.ts";
import { placeFinder } from "./place-finder.ts";
import { doubledKeys } from "./yaml-doubled-keys.ts";
import { yamlFaults } from "./yaml-errors.ts";

/** A value and where it stands. */
export interface YamlNode {
  readonly value: YamlValue;
  /** A scalar's characters as they stand in the file, without quotes; `""` for lists and maps. */
  readonly typed: string;
  /** What stands after a `#` in place of a value: YAML leaves it out; `null` where nothing does. */
  readonly remark: string | null;
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

/** More than an editor would read in one go. It bounds the work that a file of nothing but signs can make. */
const mostFaults = 100;

/** Keys that JavaScript would take for its own. */
const dangerousKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

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

  // With "silent", what follows the end of a first document would be left out without a word.
  const document = parseDocument(text, { version: "1.2", schema: "core", merge: false, uniqueKeys: false, prettyErrors: false, logLevel: "error" });
  const diagnostics = [...yamlFaults([...document.errors, ...doubledKeys(document)], text, place, firstLine)];
  const faulty = new Set(diagnostics.map(({ span }) => span.line));
  visit(document, (_key, node) => {
    const feature = unwantedFeature(node as Node, text, place);
    if (feature !== null && !faulty.has(feature.span.line)) diagnostics.push(feature);
    return diagnostics.length < mostFaults ? undefined : visit.BREAK;
  });
  if (diagnostics.length > 0) return { root: null, diagnostics };
  const root = document.contents ? toNode(document.contents as ParsedNode, place, diagnostics) : null;
  return { root, diagnostics };
}

function rangeOf(node: Node): [number, number] {
  return [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
}

/** What YAML reads into a sign: an alias (`*`), an anchor (`&`) or a tag (`!`) before a value, brackets as a name. */
function unwantedFeature(node: Node | Pair, text: string, place: PlaceFinder): Diagnostic | null {
  if (typeof node !== "object" || node === null) return null;
  const start = signStart(node, text);
  if (start === null) return null;
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const [line = ""] = text.slice(lineStart).split("\n", 1);
  const word = /^\S*/.exec(text.slice(start, lineStart + line.length))?.[0] ?? "";
  return signBeforeValue(line, place(start, start + word.length));
}

/** The offset of such a sign; `null` where a node has none. */
function signStart(node: Node | Pair, text: string): number | null {
  if (isPair(node)) {
    const key = node.key as Node | null;
    if (!isMap(key) && !isSeq(key)) return null;
    const [start] = rangeOf(key);
    return /[[{]/.test(text[start - 1] ?? "") ? start - 1 : start;
  }
  const [start] = rangeOf(node);
  if (isAlias(node)) return start;
  const hasSign = ("anchor" in node && node.anchor) || ("tag" in node && node.tag);
  if (!hasSign) return null;
  // The parser gives the place of the value alone; what stands before it is not far.
  const signs = /(?<![^\s[{,])(?:[&!]\S*\s+)*[&!]\S*\s*$/.exec(text.slice(Math.max(0, start - 500), start));
  return start - (signs?.[0].length ?? 0);
}

function toNode(node: ParsedNode, place: PlaceFinder, diagnostics: Diagnostic[]): YamlNode {
  const span = place(...rangeOf(node));
  if (isSeq(node)) {
    const items = node.items.map((item) => toNode(item as ParsedNode, place, diagnostics));
    return { value: items.map((item) => item.value), typed: "", remark: null, span, entries: [], items };
  }
  if (isMap(node)) {
    const entries = node.items.flatMap((pair) => toEntry(pair as Pair<ParsedNode, ParsedNode | null>, place, diagnostics));
    return { value: Object.fromEntries(entries.map(({ key, node }) => [key, node.value])), typed: "", remark: null, span, entries, items: [] };
  }
  const scalar = node as Scalar.Parsed;
  const value = scalarValue(scalar);
  const remark = value === null ? (scalar.comment ?? null) : null;
  return { value, typed: typedAs(scalar), remark, span, entries: [], items: [] };
}

function toEntry(pair: Pair<ParsedNode, ParsedNode | null>, place: PlaceFinder, diagnostics: Diagnostic[]): YamlEntry[] {
  const keySpan = place(...rangeOf(pair.key));
  if (!isScalar(pair.key)) return [];
  const key = typedAs(pair.key as Scalar.Parsed);
  if (dangerousKeys.has(key)) {
    diagnostics.push(dangerousFieldAt(key, keySpan));
    return [];
  }
  if (key === "<<") {
    diagnostics.push(mergeKeyAt(keySpan));
    return [];
  }
  const node = pair.value ? toNode(pair.value, place, diagnostics) : { value: null, typed: "", remark: null, span: keySpan, entries: [], items: [] };
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
