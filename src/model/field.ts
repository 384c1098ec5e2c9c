import type { Severity } from "./diagnostic.ts";
import { dayForm, formSchema, lineForm, textForm } from "./field-schema.ts";
import type { JsonSchema, YamlValue } from "./field-schema.ts";

/** What reading a value gives: the value, or what is wrong with it. */
export type Reading<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly message: string; readonly fix: string };

/** One field that an editor may write: how it is read, and how it is explained. */
export interface Field<Value> {
  /**
   * @param value - as YAML gave it
   * @param typed - the characters that stand in the file, for values that YAML would change (`010`)
   */
  readonly read: (value: YamlValue, typed: string) => Reading<Value>;
  /** A sentence for editors: what the field does. */
  readonly help: string;
  /** A right value, as it is typed. */
  readonly example: string;
  /** How bad a malformed value is. After a warning the field counts as not written. */
  readonly severity: Severity;
  /** The values that `read` takes, as far as a schema can say it: it never refuses one of them. */
  readonly schema: JsonSchema;
}

/** How a field is explained, and how bad a malformed value of it is. */
export interface FieldWords {
  readonly help: string;
  readonly example: string;
  readonly severity?: Severity;
}

/** The values that a table of fields describes; a field that is not written is `undefined`. */
export type ValuesOf<Fields> = {
  readonly [Name in keyof Fields]?: Fields[Name] extends Field<infer Value> ? Value : never;
};

/** One line of text. `longest` counts characters as people see them, and is included. */
export function text({ longest, ...words }: FieldWords & { readonly longest: number }): Field<string> {
  const schema = formSchema(["string", "number"], lineForm(longest), `one line of up to ${longest} characters`);
  return field(words, schema, (value, typed) => {
    // A title such as 2024 is a number to YAML and text to the person who typed it.
    const line = typeof value === "number" ? typed : typeof value === "string" ? value.trim() : "";
    // Spaces of no width and other marks that nobody sees are not words.
    if (/^[\s\p{Cf}]*$/u.test(line))
      return wrong("must be text", `Write words, in quotes if need be: "${words.example}"`);
    if (isBroken(line)) return brokenText;
    if (/[\r\n]/.test(line)) return wrong("must be on one line", "Write it on one line");
    if (reversing.test(line)) return reversingMark;
    if ([...line].length > longest) return wrong(`is longer than ${longest} characters`, "Shorten it");
    return { ok: true, value: line };
  });
}

/** Several lines of text. */
export function paragraphs({ longest, ...words }: FieldWords & { readonly longest: number }): Field<string> {
  const schema = { ...formSchema("string", textForm, "text"), maxLength: longest };
  return field(words, schema, (value) => {
    if (typeof value !== "string" || value.trim() === "")
      return wrong("must be text", `Write it as text: ${words.example}`);
    if (isBroken(value)) return brokenText;
    if (reversing.test(value)) return reversingMark;
    if ([...value].length > longest) return wrong(`is longer than ${longest} characters`, "Shorten it");
    return { ok: true, value: value.trim() };
  });
}

/** A whole number, both ends included, typed in plain digits. */
export function wholeNumber(words: FieldWords & { readonly from: number; readonly to: number }): Field<number> {
  const schema = { type: "integer", minimum: words.from, maximum: words.to };
  return field(words, schema, (value, typed) => {
    const number = Number(typed);
    if (typeof value === "number" && /^[1-9][0-9]*$|^0$/.test(typed) && number >= words.from && number <= words.to) {
      return { ok: true, value: number };
    }
    return wrong(
      `must be a whole number from ${words.from} to ${words.to}`,
      `Write plain digits, such as ${words.example}`,
    );
  });
}

/** One of a few words. */
export function choice<const Choice extends string>(
  words: FieldWords & { readonly choices: readonly Choice[] },
): Field<Choice> {
  return field(words, { enum: words.choices }, (value) => {
    const chosen = words.choices.find((choice) => choice === value);
    if (chosen !== undefined) return { ok: true, value: chosen };
    return wrong(`must be one of: ${words.choices.join(", ")}`, `Write one of: ${words.choices.join(", ")}`);
  });
}

/** `true` or `false`. */
export function flag(words: FieldWords): Field<boolean> {
  return field(words, { type: "boolean" }, (value) =>
    typeof value === "boolean"
      ? { ok: true, value }
      : wrong("must be true or false", "Write true or false, without quotes"),
  );
}

/** A day that exists, as `YYYY-MM-DD`. */
export function day(words: FieldWords): Field<string> {
  return field(words, formSchema("string", dayForm, "a day that exists, written YYYY-MM-DD"), (value) => {
    const parts = typeof value === "string" ? /^([12][0-9]{3})-([0-9]{2})-([0-9]{2})$/.exec(value) : null;
    if (parts) {
      const date = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])));
      if (date.toISOString().startsWith(String(value))) return { ok: true, value: String(value) };
    }
    return wrong("must be a day that exists, written YYYY-MM-DD", `Write the year, month and day: ${words.example}`);
  });
}

/** Text of a set form, up to 254 characters. `form` is matched against the whole value. */
export function pattern(words: FieldWords & { readonly form: RegExp; readonly formInWords: string }): Field<string> {
  const { form, formInWords } = words;
  const text = formSchema("string", form.source, formInWords);
  const schema = form.test("7") ? { anyOf: [text, { type: "integer", minimum: 0 }] } : text;
  return field(words, schema, (value, typed) => {
    const written = typeof value === "number" ? typed : value;
    const isShort = typeof written === "string" && written.length <= longestPattern;
    return isShort && words.form.test(written)
      ? { ok: true, value: written }
      : wrong(`must be ${words.formInWords}`, `Write it like this: ${words.example}`);
  });
}

/** A list of texts; a single text counts as a list of one. */
export function texts({ longest, ...words }: FieldWords & { readonly longest: number }): Field<readonly string[]> {
  const schema = { ...formSchema("string", textForm, "text"), maxLength: longest };
  return field(words, { anyOf: [schema, { type: "array", items: schema }] }, (value) => {
    const items: readonly YamlValue[] = Array.isArray(value) ? value : [value as YamlValue];
    const lines = items.filter((item) => typeof item === "string" && item.trim() !== "" && [...item].length <= longest);
    if (lines.length < items.length)
      return wrong("must be a list of texts", `Write each on a line of its own: ${words.example}`);
    if (lines.some((line) => isBroken(String(line)))) return brokenText;
    return { ok: true, value: lines.map((line) => String(line).trim()) };
  });
}

/** A field whose form is read by a function of its own. */
export function field<Value>(
  words: FieldWords,
  schema: JsonSchema,
  read: (value: YamlValue, typed: string) => Reading<Value>,
): Field<Value> {
  return { read, schema, help: words.help, example: words.example, severity: words.severity ?? "warning" };
}

/** Whether a text holds control characters or half characters, as escapes in quotes can make them (`"\\e"`). */
function isBroken(text: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/.test(text) || !text.isWellFormed();
}

/** Marks that turn the direction of the words around them (Unicode, Bidirectional Algorithm, section 2). */
const reversing = /[\u202A-\u202E\u2066-\u2069]/;

const reversingMark = {
  ok: false,
  message: "holds an invisible mark that reverses the words after it",
  fix: "Delete it and type the words again",
} as const;

/** No name, number or address that has a form is longer (RFC 5321, 4.5.3.1: 254 for an email address). */
const longestPattern = 254;

const brokenText = {
  ok: false,
  message: "holds a character that cannot be shown",
  fix: "Delete it and type the words again",
} as const;

/** A reading that failed. `message` goes on from the field's name: `must be text`. */
export function wrong(
  message: string,
  fix: string,
): { readonly ok: false; readonly message: string; readonly fix: string } {
  return { ok: false, message, fix };
}
