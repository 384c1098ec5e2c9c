import { quotedWhole, startOf } from "./yaml-values.ts";

/** A slip in one line of fields, in words for editors. */
export interface Slip {
  /** Where it starts in the line, counted from 0. */
  readonly at: number;
  readonly length: number;
  readonly message: string;
  readonly fix: string;
}

/**
 * What is wrong with a line that YAML cannot read, judged as an editor sees it: by its characters.
 *
 * @param line - as it is typed
 * @param above - the nearest line above that is not empty
 * @returns `null` where the line alone shows nothing
 */
export function slipIn(line: string, above: string): Slip | null {
  return indentedWithTab(line) ?? oddColon(line) ?? inValue(line) ?? inName(line) ?? withoutColon(line, above);
}

function indentedWithTab(line: string): Slip | null {
  const spaces = /^ *(?=\t)/.exec(line);
  if (spaces === null) return null;
  return {
    at: spaces[0].length,
    length: 1,
    message: "The line is indented with a tab",
    fix: "Delete the tab; where the line belongs to the one above it, put spaces in its place",
  };
}

/** The start of a line with a field: `  - name`. */
const nameForm = String.raw`^(\s*(?:- +)*)([\p{L}_][\w-]*|/\S*?/)`;

function oddColon(line: string): Slip | null {
  const [whole = "", lead = "", name = "", colon = "", value = ""] =
    new RegExp(`${nameForm}(：\\s*|:[\\u00A0\\u2007\\u202F\\u3000]\\s*|:(?![\\s:]|//))(\\S.*)$`, "u").exec(line) ?? [];
  if (whole === "" || /:\s/.test(value)) return null;
  const right = `${name}: ${value.trimEnd()}`;
  const place = { at: lead.length + name.length, length: Math.max(1, colon.trimEnd().length) };
  if (colon.startsWith("：")) {
    return { ...place, message: `The colon after ${name} is not a plain one`, fix: `Type it again: ${right}` };
  }
  return colon === ":"
    ? { ...place, message: "A space is missing after the colon", fix: `Write ${right}` }
    : {
        ...place,
        message: "The space after the colon is not a plain one, so it does not count",
        fix: `Delete it and type a space: ${right}`,
      };
}

const quotes = "Put the whole value in quotes";

function inValue(line: string): Slip | null {
  const start = startOf(line);
  if (start === null) return null;
  const { at, lead, value } = start;
  const whole = { at, length: value.length };
  const inQuotes = `${quotes}: ${lead}${quotedWhole(value)}`;
  const sign = value.charAt(0);
  if (/["']/.test(sign)) return inQuoted(value, at, lead);
  if (sign === "[") return inBrackets(value, at, inQuotes);
  const hasMeaning = /^(?:[@`%,&*!\]}#{]|[|>]\s*\S|[-?](?:\s|$))/.test(value);
  if (hasMeaning) {
    const message = `The value starts with ${sign}, which has a meaning of its own`;
    const isList = sign === "-" && start.isField;
    return {
      ...whole,
      message,
      fix: isList ? `Put each entry on a line of its own below. Or: ${lowerFirst(inQuotes)}` : inQuotes,
    };
  }
  if (/:(?:\s|$)/.test(value)) return { ...whole, message: "A colon stands inside the value", fix: inQuotes };
  return null;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** A value that starts with a quote: where it ends, and what is after that. */
function inQuoted(value: string, at: number, lead: string): Slip | null {
  const inside = value.startsWith('"') ? /^"(?:[^"\\]|\\.)*"/ : /^'(?:[^']|'')*'/;
  const quoted = inside.exec(value)?.[0];
  if (quoted === undefined) {
    const fix = `Put one at the end of the value too: ${lead}${quotedWhole(value.slice(1).trimEnd())}`;
    return { at, length: 1, message: "A quote is opened here and never closed", fix };
  }
  if (/^\s*[^\s#]/.test(value.slice(quoted.length))) {
    const fix = `${quotes}: ${lead}${quotedWhole(value)}`;
    return { at, length: value.length, message: "The quotes end before the value does", fix };
  }
  const backslash = value.startsWith('"') ? value.indexOf("\\") : -1;
  if (backslash < 0) return null;
  return {
    at: at + backslash,
    length: 1,
    message: "A backslash has a meaning of its own between double quotes",
    fix: `Use single quotes: ${lead}${quotedWhole(quoted.slice(1, -1))}`,
  };
}

/** A value that starts with a square bracket: a list, or words that should be in quotes. */
function inBrackets(value: string, at: number, inQuotes: string): Slip | null {
  let open = 0;
  const end = value.split("").findIndex((sign) => (open += sign === "[" ? 1 : sign === "]" ? -1 : 0) === 0);
  if (end < 0) {
    return {
      at,
      length: 1,
      message: "A square bracket is opened here and never closed",
      fix: `Write ] at the end of the list. Or: ${lowerFirst(inQuotes)}`,
    };
  }
  const rest = value.slice(end + 1).trimEnd();
  if (rest === "]") {
    return {
      at: at + value.lastIndexOf("]"),
      length: 1,
      message: "There is one bracket too many",
      fix: "Delete the last ]",
    };
  }
  if (/^\s*[^\s#]/.test(rest)) {
    return {
      at,
      length: value.length,
      message: "The value starts with [, which has a meaning of its own",
      fix: inQuotes,
    };
  }
  return {
    at,
    length: value.length,
    message: "The list between the square brackets cannot be read",
    fix: "Put one comma between two entries, and quotes around an entry that holds quotes, brackets or a colon",
  };
}

/** A field whose name is written as an entry of a list, or with one quote. */
function inName(line: string): Slip | null {
  const [, lead = "", sign, field = ""] = /^(\s*)([-*+•–] +|["'])(\p{L}[\w-]*\s*:(?:\s.*)?)$/u.exec(line) ?? [];
  if (sign === undefined) return null;
  const place = { at: lead.length, length: 1 };
  const right = field.trimEnd();
  return /["']/.test(sign)
    ? { ...place, message: "A quote is opened here and never closed", fix: `Delete it: ${right}` }
    : { ...place, message: `The field starts with ${sign.trim()}, as in a list`, fix: `Delete that sign: ${right}` };
}

function withoutColon(line: string, above: string): Slip | null {
  const words = line.trim();
  if (words === "" || /:(?:\s|$)/.test(words)) return null;
  const at = line.length - line.trimStart().length;
  const message = "The line has no colon after the name of the field";
  const [, name, sign = "", value = ""] = /^(\p{L}[\w-]*)\s*([=;])\s*(.*)$/u.exec(words) ?? [];
  if (name !== undefined) {
    return {
      at: line.indexOf(sign),
      length: 1,
      message,
      fix: `Write a colon in place of ${sign}, and a space: ${name}: ${value}`,
    };
  }
  const whole = { at, length: words.length };
  const item = /^-([^\s-].*)$/.exec(words)?.[1];
  if (item !== undefined) {
    return { at, length: 1, message: "A space is missing after the hyphen", fix: `Write - ${item}` };
  }
  if (words.startsWith("- ") && /^\s*- /.test(above)) {
    const fix = "Start it in the same column as the entry above";
    return { ...whole, message: "The entry is not indented like the one above it", fix };
  }
  if (/^[-*+] /.test(words)) {
    const fix = "Write the name of its field and a colon on the line above the list, or delete the entry";
    return { ...whole, message: "This entry of a list belongs to no field", fix };
  }
  if (at > 0 && new RegExp(`^ {${at}}- `).test(above)) {
    return { ...whole, message: "The hyphen of a list is missing", fix: `Write - ${words}` };
  }
  const fix = /^\S+$/.test(words)
    ? "Write a colon after the name, then a space and the value: title: Passwords"
    : "Write the name, a colon, a space and the value: title: Passwords. If the words go on from the line above, put them at its end";
  return { ...whole, message, fix };
}
