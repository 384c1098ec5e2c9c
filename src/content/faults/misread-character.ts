import type { Diagnostic } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A sign of Windows-1252 that a program has carried over number by number. */
export const misreadCharacter: RuleFacts = {
  name: "misread-character",
  severity: "warning",
  kind: "files",
  title: "An invisible character stands for another sign",
  source: "HTML Standard, 13.1.3",
  fixable: false,
};

/** The first such character of a line, and the sign that was meant; `index` counts from 0. */
export function misreadCharacterAt(file: string, line: number, index: number, meant: string): Diagnostic {
  return faultAt(misreadCharacter, spanAt(file, line, index + 1), {
    message: `An invisible character stands here; it is shown as the ${meant} that was meant`,
    why: "It comes from a program with another encoding, and other readers of the file do not see the sign",
    fix: "Type the sign again",
  });
}
