import type { Diagnostic, SourceSpan } from "../model/diagnostic.ts";
import type { Field, ValuesOf } from "../model/field.ts";
import { emptyFieldAt } from "./faults/empty-field.ts";
import { malformedFieldAt } from "./faults/malformed-field.ts";
import { isSteeringField, steeringFieldAt } from "./faults/steering-field.ts";
import { unknownFieldAt } from "./faults/unknown-field.ts";
import type { YamlEntry } from "./yaml.ts";

/** Fields of a page or register: what was written and is right, where each stands, and what is wrong. */
export interface ValidatedFields<Fields> {
  readonly values: ValuesOf<Fields>;
  /** Each field that is written, right or not → the stretch of its value. */
  readonly spans: ReadonlyMap<string, SourceSpan>;
  /** Each field that is right and written as a list → the stretches of its items, in order. */
  readonly itemSpans: ReadonlyMap<string, readonly SourceSpan[]>;
  readonly diagnostics: readonly Diagnostic[];
}

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
  const itemSpans = new Map<string, readonly SourceSpan[]>();
  const diagnostics: Diagnostic[] = [];
  const written = entries.map(({ key }) => key);

  for (const { key, keySpan, node } of entries) {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (field === undefined) {
      const fault = isSteeringField(key)
        ? steeringFieldAt(key, keySpan)
        : unknownFieldAt(key, keySpan, Object.keys(fields), written);
      diagnostics.push(fault);
      continue;
    }
    if (node.value === null) {
      spans.set(key, keySpan);
      diagnostics.push(emptyFieldAt(key, keySpan, field, node.remark));
      continue;
    }
    spans.set(key, node.span);
    const reading = field.read(node.value, node.typed);
    if (reading.ok) {
      values[key] = reading.value;
      if (node.items.length > 0) itemSpans.set(key, node.items.map(({ span }) => span));
    } else diagnostics.push(malformedFieldAt(key, node.span, field, reading));
  }
  return { values: values as ValuesOf<Fields>, spans, itemSpans, diagnostics };
}
