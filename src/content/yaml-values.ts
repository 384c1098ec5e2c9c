/** Where the value of a line starts. */
export interface ValueStart {
  /** Counted from 0. */
  readonly at: number;
  /** What stands before it, without the indentation: `title: `, `- `. */
  readonly lead: string;
  /** To the end of the line. */
  readonly value: string;
  /** Whether it is the value of a field, not the entry of a list. */
  readonly isField: boolean;
}

/** The value of a line of fields: what stands after `name: ` or `- `; `null` where there is none. */
export function startOf(line: string): ValueStart | null {
  const field = /^(\s*(?:- +)*)((?:"[^"]*"|'[^']*'|[^\s:#"'[\]{}&*!|>%@`-][^:#]{0,100}?)\s*:[ \t]+)(\S.*)$/.exec(line);
  const entry = field ?? /^(\s*)((?:- +)+)(\S.*)$/.exec(line);
  if (entry === null) return null;
  const [, indentation = "", lead = "", value = ""] = entry;
  return { at: indentation.length + lead.length, lead, value: value.trimEnd(), isField: field !== null };
}

/**
 * A value in quotes, as YAML reads it back. Quotes that were meant to be around the whole are not written twice.
 *
 * @example
 * quotedWhole("'Don't'") // "\"Don't\""
 */
export function quotedWhole(value: string): string {
  const [, quote = "", inside = ""] = /^(["'])(.+)\1$/s.exec(value) ?? [];
  const isMeant = quote !== "" && inside.split(quote).length % 2 === 0;
  const words = isMeant ? inside : value;
  if (!/["\\]/.test(words)) return `"${words}"`;
  return words.includes("'") ? `"${words.replaceAll(/["\\]/g, String.raw`\$&`)}"` : `'${words}'`;
}
