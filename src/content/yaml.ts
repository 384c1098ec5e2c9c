import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument, visit } from "yaml";
import type { Node, Pair, ParsedNode, Scalar } from "yaml";
import type { Diagnostic, SourceSpan } from "../model/diagnostic.ts";
import type { YamlValue } from "../model/field-schema.ts";
import { dangerousFieldAt } from "./faults/dangerous-field.ts";
import { malformedYamlAt } from "./faults/malformed-yaml.ts";
import { yamlFeatureAt } from "./faults/yaml-feature.ts";
import { tooDeep } from "./faults/yaml-too-deep.ts";
import type { PlaceFinder } from "./place-finder.ts";
import { placeFinder } from "./place-finder.ts";

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
  for (const error of document.errors) diagnostics.push(malformedYamlAt(error, text, place));
  visit(document, (_key, node) => {
    const found = isAlias(node) ? "an alias (*)" : unwantedFeature(node as Node);
    if (found !== null) diagnostics.push(yamlFeatureAt(found, place(...rangeOf(node as Node))));
  });
  if (diagnostics.length > 0) return { root: null, diagnostics };
  const root = document.contents ? toNode(document.contents as ParsedNode, place, diagnostics) : null;
  return { root, diagnostics };
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
    diagnostics.push(yamlFeatureAt("a list or map as the name of a field", keySpan));
    return [];
  }
  const key = typedAs(pair.key as Scalar.Parsed);
  if (dangerousKeys.has(key)) {
    diagnostics.push(dangerousFieldAt(key, keySpan));
    return [];
  }
  if (key === "<<") {
    diagnostics.push(yamlFeatureAt("a merge key (<<)", keySpan));
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
