/** Names of event handlers, which are no ordinary words: `{once}` is text. */
const handler =
  /^on(?:abort|animation|before|blur|cancel|change|click|close|context|copy|cut|dbl|drag|drop|error|focus|form|hash|input|invalid|key|load|mouse|page|paste|play|pointer|pop|reset|resize|scroll|search|select|storage|submit|toggle|touch|transition|unload|wheel)[a-z]*$/;

/** Whether words between braces are attributes: `#id .class name=value`. */
export function looksLikeAttributes(inside: string): boolean {
  const words = wordsOf(inside);
  return words.length > 0 && words.every((word) => /^[#.][\w-]|^[a-z][\w:-]*=/i.test(word) || handler.test(word));
}

function wordsOf(inside: string): readonly string[] {
  return inside.trim().match(/(?:[^\s"]|"[^"]*")+/g) ?? [];
}

/** Some words, and the attributes that braces behind them give. */
interface WordsWithAttributes {
  readonly words: string;
  /** Names and values, as written; `null` where there are no braces. */
  readonly attributes: readonly [name: string, value: string][] | null;
}

/**
 * Takes braces from the end of the words behind `:::`. Braces that touch the words before them belong to those words.
 *
 * @example
 * withoutBraces("Your card {#card}") // { words: "Your card", attributes: [["id", "card"]] }
 */
export function withoutBraces(written: string): WordsWithAttributes {
  const start = written.lastIndexOf("{");
  const inside = written.slice(start + 1, -1);
  const stands = start === 0 || /\s/.test(written[start - 1] ?? "");
  if (start < 0 || !stands || !written.endsWith("}") || inside.includes("}") || !looksLikeAttributes(inside)) {
    return { words: written, attributes: null };
  }
  return { words: written.slice(0, start).trim(), attributes: attributesOf(wordsOf(inside)) };
}

function attributesOf(words: readonly string[]): [string, string][] {
  const attributes = new Map<string, string>();
  for (const word of words) {
    const [, sign = "", name = "", , value = ""] = /^([#.]?)([^=]*)(="?([^"]*)"?)?$/.exec(word) ?? [];
    if (sign === "#") attributes.set("id", name);
    else if (sign === ".") attributes.set("class", [attributes.get("class") ?? "", name].join(" ").trim());
    else attributes.set(name.toLowerCase(), value);
  }
  return [...attributes];
}
