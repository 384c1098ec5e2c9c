import { field, wrong } from "./field.ts";
import type { Field, FieldWords } from "./field.ts";
import type { JsonSchema, YamlValue } from "./field-schema.ts";

/** A list whose items are read one by one, each against a table of its own. `items` is what a schema says of each. */
export function list(words: FieldWords, items: JsonSchema): Field<readonly YamlValue[]> {
  return field(words, { type: "array", items }, (value) =>
    Array.isArray(value)
      ? { ok: true, value }
      : wrong("must be a list", "Write each entry on lines of its own, with a hyphen before the first"),
  );
}

/** A map whose entries are read one by one. `schema` says what they may be. */
export function map(words: FieldWords, schema: JsonSchema): Field<{ readonly [key: string]: YamlValue }> {
  return field(words, schema, (value) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? { ok: true, value: value as { readonly [key: string]: YamlValue } }
      : wrong(
          "must have lines of its own below it",
          "Put each on a line of its own below, two spaces further in: a name, a colon, a space and a value",
        ),
  );
}
