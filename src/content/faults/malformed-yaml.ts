import type { YAMLError } from "yaml";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";
import type { PlaceFinder } from "../place-finder.ts";

/** Fields that break the rules of YAML. */
export const malformedYaml: RuleFacts = {
  name: "malformed-yaml",
  severity: "error",
  kind: "fields",
  title: "The fields cannot be read",
  source: null,
  fixable: false,
};

const syntaxWords: Readonly<Record<string, { readonly message: string; readonly fix: string }>> = {
  DUPLICATE_KEY: { message: "This field is written twice", fix: "Keep one of the two and delete the other" },
  TAB_AS_INDENT: { message: "The line is indented with a tab", fix: "Indent with spaces" },
  BLOCK_AS_IMPLICIT_KEY: {
    message: "A colon stands inside the value",
    fix: 'Put the whole value in quotes: title: "Help: what to do"',
  },
  MISSING_CHAR: {
    message: "A quote or bracket is opened here or before and never closed",
    fix: "Close it, or put the whole value in quotes",
  },
  BAD_INDENT: {
    message: "The line is not indented like those around it",
    fix: "Start it in the same column as the other fields",
  },
  BAD_ALIAS: {
    message: "The value starts with *, which has a meaning of its own",
    fix: "Put the whole value in quotes",
  },
  MULTILINE_IMPLICIT_KEY: {
    message: "The line has no colon after the name of the field",
    fix: "Write the name, a colon, a space and the value: title: Passwords",
  },
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
export function malformedYamlAt(error: YAMLError, text: string, place: PlaceFinder): Diagnostic {
  // What is never closed shows where the text ends; the editor looks for where it was opened.
  const isQuote = /Missing closing .quote/.test(error.message);
  const unclosed = isQuote ? "quote" : error.message.startsWith("Flow ") ? "bracket" : null;
  const words = syntaxWords[unclosed === null ? error.code : "MISSING_CHAR"];
  const opener = unclosed === null ? undefined : lastOpener(text.slice(0, error.pos[0]), unclosed);
  const [start, end] = opener === undefined ? error.pos : [opener, opener + 1];
  const [reason = ""] = error.message.split("\n");
  return faultAt(malformedYaml, place(start, end), {
    message: words?.message ?? `The fields cannot be read here: ${reason.replace(/\.$/, "")}`,
    why: "What the file says would be missing from the site",
    fix: words?.fix ?? "Write each field on a line of its own: the name, a colon, a space and the value",
  });
}
