import type { YAMLError } from "yaml";
import type { Diagnostic, SourceSpan } from "../model/diagnostic.ts";

/** The place of a stretch of YAML, from its offsets; `end` is the first that does not belong to it. */
export type PlaceFinder = (start: number, end: number) => SourceSpan;

/** Deeper than this nobody writes by hand; it also bounds the work. */
const deepest = 20;

/** Judged on the characters alone, before anything is built from them: brackets in a row cost the parser its stack. */
export function tooDeep(text: string, place: PlaceFinder): Diagnostic | null {
  const brackets = /[[{]{20}|(?:- ){20}|(?:\? ){20}/.exec(text.replace(/(?<=[[{])\s+(?=[[{])/g, ""));
  const indented = text.split("\n").findIndex((line) => /^ {80}\s*[^\s#].*:(\s|$)/.test(line) || /^( {4}){20}/.test(line));
  if (!brackets && indented < 0) return null;
  const at = brackets ? Math.max(0, text.search(/[[{?-]/)) : text.split("\n").slice(0, indented).join("\n").length + 1;
  return {
    rule: "yaml-too-deep",
    severity: "error",
    span: place(at, at + 1),
    message: `Values are nested more than ${deepest} deep`,
    why: "The page could not be read, and would be missing from the site",
    fix: "Take out the brackets or the indentation that were put there by mistake",
  };
}

/** A feature of YAML that is refused, in a word: `an alias (*)`. */
export function unwanted(found: string, span: SourceSpan): Diagnostic {
  return {
    rule: "yaml-feature",
    severity: "error",
    span,
    message: `${found.charAt(0).toUpperCase()}${found.slice(1)} is not allowed here`,
    why: "It can make a field say something else than the words that stand there",
    fix: "Write the value out in full; put it in quotes if it starts with &, * or !",
  };
}

/** A key that JavaScript would take for its own. */
export function dangerousKey(key: string, span: SourceSpan): Diagnostic {
  return {
    rule: "dangerous-field",
    severity: "error",
    span,
    message: `A field cannot be called "${key}"`,
    why: "The name has a meaning for the program and could change how every page is built",
    fix: "Delete this line",
  };
}

const syntaxWords: Readonly<Record<string, { readonly message: string; readonly fix: string }>> = {
  DUPLICATE_KEY: { message: "This field is written twice", fix: "Keep one of the two and delete the other" },
  TAB_AS_INDENT: { message: "The line is indented with a tab", fix: "Indent with spaces" },
  BLOCK_AS_IMPLICIT_KEY: { message: "A colon stands inside the value", fix: 'Put the whole value in quotes: title: "Help: what to do"' },
  MISSING_CHAR: { message: "A quote or bracket is opened here or before and never closed", fix: "Close it, or put the whole value in quotes" },
  BAD_INDENT: { message: "The line is not indented like those around it", fix: "Start it in the same column as the other fields" },
  BAD_ALIAS: { message: "The value starts with *, which has a meaning of its own", fix: "Put the whole value in quotes" },
  MULTILINE_IMPLICIT_KEY: { message: "The line has no colon after the name of the field", fix: "Write the name, a colon, a space and the value: title: Passwords" },
};

/** Where the quote or bracket was opened that is still open at the end of a text; counted from 0. */
function lastOpener(text: string, kind: "quote" | "bracket"): number | undefined {
  let closed = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const sign = text[at] ?? "";
    if (kind === "quote") {
      if (/["']/.test(sign) && /^$|[:\s[{,]/.test(text[at - 1] ?? "")) return at;
    } else if (/[\]}]/.test(sign)) closed += 1;
    else if (/[[{]/.test(sign)) {
      if (closed === 0) return at;
      closed -= 1;
    }
  }
  return undefined;
}

/** What the YAML parser says, in words for editors. */
export function syntaxFault(error: YAMLError, text: string, place: PlaceFinder): Diagnostic {
  // What is never closed shows where the text ends; the editor looks for where it was opened.
  const isQuote = /Missing closing .quote/.test(error.message);
  const unclosed = isQuote ? "quote" : error.message.startsWith("Flow ") ? "bracket" : null;
  const words = syntaxWords[unclosed === null ? error.code : "MISSING_CHAR"];
  const opener = unclosed === null ? undefined : lastOpener(text.slice(0, error.pos[0]), unclosed);
  const [start, end] = opener === undefined ? error.pos : [opener, opener + 1];
  return {
    rule: "malformed-yaml",
    severity: "error",
    span: place(start, end),
    message: words?.message ?? `The fields cannot be read here: ${error.message.split("\n")[0]?.replace(/\.$/, "") ?? ""}`,
    why: "What the file says would be missing from the site",
    fix: words?.fix ?? "Write each field on a line of its own: the name, a colon, a space and the value",
  };
}
