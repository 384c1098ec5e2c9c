import type { Diagnostic, SourceSpan } from "../model/diagnostic.ts";
import type { Field, ValuesOf } from "../model/field.ts";
import { nearest } from "./nearest.ts";
import type { YamlEntry } from "./yaml.ts";

/** Fields of a page or register: what was written and is right, where each stands, and what is wrong. */
export interface ValidatedFields<Fields> {
  readonly values: ValuesOf<Fields>;
  /** Each field that is right → the stretch of its value. */
  readonly spans: ReadonlyMap<string, SourceSpan>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Fields that would steer the static site generator beneath us, were it ever to see them. */
const steeringFields =
  /^(permalink|pagination|collections|content|date|eleventy.*|override:.*|page|pkg|tags|templateEngineOverride)$/;

/** Of these, the ones that ordinary content carries without harm: they are left out, with a warning. */
const harmlessSteeringFields: ReadonlySet<string> = new Set(["content", "date", "page", "pkg", "tags"]);

/**
 * Reads the entries of a file against a table of fields. A malformed field counts as not written.
 *
 * @param fields - the table: `pageFields`, `siteFields`
 */
export function validateFields<Fields extends { readonly [name: string]: Field<unknown> }>(
  fields: Fields,
  entries: readonly YamlEntry[],
): ValidatedFields<Fields> {
  const values: Record<string, unknown> = {};
  const spans = new Map<string, SourceSpan>();
  const diagnostics: Diagnostic[] = [];

  for (const { key, keySpan, node } of entries) {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (field === undefined) {
      diagnostics.push(unknownField(key, keySpan, Object.keys(fields)));
      continue;
    }
    if (node.value === null) {
      diagnostics.push(emptyField(key, keySpan, field));
      continue;
    }
    const reading = field.read(node.value, node.typed);
    if (reading.ok) {
      values[key] = reading.value;
      spans.set(key, node.span);
    } else {
      diagnostics.push({
        rule: "malformed-field",
        severity: field.severity,
        span: node.span,
        message: `${key} ${reading.message}`,
        why: field.severity === "error" ? "The page could not be built" : "The field counts as not written",
        fix: reading.fix,
      });
    }
  }
  return { values: values as ValuesOf<Fields>, spans, diagnostics };
}

function unknownField(key: string, span: SourceSpan, known: readonly string[]): Diagnostic {
  if (steeringFields.test(key)) {
    return {
      rule: "steering-field",
      severity: harmlessSteeringFields.has(key) ? "warning" : "error",
      span,
      message: `"${key}" is not a field of ours: it belongs to the program that writes the pages`,
      why: "It could put the page at another address, or take it out of the site",
      fix: "Delete this line; a page's address comes from the folder and name of its file",
    };
  }
  const likely = nearest(key, known);
  return {
    rule: "unknown-field",
    severity: "warning",
    span,
    message: `There is no field called "${key}"`,
    why: "What it says is not used anywhere",
    fix: likely === null ? `Delete it, or use one of: ${known.join(", ")}` : `Change it to ${likely}`,
  };
}

function emptyField(key: string, span: SourceSpan, field: Field<unknown>): Diagnostic {
  return {
    rule: "empty-field",
    severity: field.severity,
    span,
    message: `${key} has no value`,
    why: field.severity === "error" ? "The page could not be built" : "The field counts as not written",
    fix: `Write a value after the colon, such as ${field.example}, or delete the line`,
  };
}
