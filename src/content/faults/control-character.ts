import type { Diagnostic } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A character that HTML forbids: it shows nothing and commands a machine. */
export const controlCharacter: RuleFacts = {
  name: "control-character",
  severity: "warning",
  kind: "files",
  title: "An invisible control character stands in a file",
  source: "HTML Standard, 13.1.3",
  fixable: false,
};

/** The first such character of a line; `index` counts from 0. */
export function controlCharacterAt(file: string, line: number, index: number, character: string): Diagnostic {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return faultAt(controlCharacter, spanAt(file, line, index + 1), {
    message: `An invisible control character stands here (U+${code}); it is left out`,
    why: "Browsers and screen readers stumble over it",
    fix: "Delete the character, or type the line again",
  });
}
