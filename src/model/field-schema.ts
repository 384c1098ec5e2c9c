/** A value as the YAML engine gives it: no dates, no tags; text stays what was typed. */
export type YamlValue = string | number | boolean | null | readonly YamlValue[] | { readonly [key: string]: YamlValue };

/** What a JSON Schema (draft-07) says of a value: what editors' programs check while somebody types. */
export type JsonSchema = { readonly [keyword: string]: YamlValue };

/**
 * The schema of text that has a form. Programs that know `patternErrorMessage` (VS Code's do) say the words in place of
 * the form; others pass over it.
 */
export function formSchema(type: string | readonly string[], form: string, formInWords: string): JsonSchema {
  return { type, pattern: form, patternErrorMessage: `Must be ${formInWords}` };
}

/** The schema of a map whose names are those of a table of fields. */
export function tableSchema(
  fields: { readonly [name: string]: { readonly help: string; readonly schema: JsonSchema } },
  required: readonly string[] = [],
): JsonSchema {
  const properties = Object.entries(fields).map(
    ([name, { help, schema }]) => [name, { description: help, ...schema }] as const,
  );
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

/** What `isBroken` finds, for a class of characters in a form. */
const brokenCharacters = String.raw`\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uD800-\uDFFF`;

/** Text with something in it to read. */
export const textForm = String.raw`^(?=[\s\S]*\S)[^${brokenCharacters}]*$`;

/** What `text` takes; white space around it is not counted. */
export function lineForm(longest: number): string {
  const excluded = String.raw`\n\r\u202A-\u202E\u2066-\u2069${brokenCharacters}`;
  const inside = `[^${excluded}]`;
  const ends = String.raw`[^\s${excluded}]`;
  return String.raw`^\s*${ends}(?:${inside}{0,${longest - 2}}${ends})?\s*$`;
}

/** Every day from the year 1000 to 2999, the 29th of February in leap years alone. */
export const dayForm =
  "^(?:[12][0-9]{3}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|" +
  "02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[12][0-9](?:0[48]|[2468][048]|[13579][26])|(?:12|16|20|24|28)00)-02-29)$";
