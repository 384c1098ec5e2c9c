import type { Diagnostic } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** Two names that some systems take for one. */
export const namesTooAlike: RuleFacts = {
  name: "names-too-alike",
  severity: "error",
  kind: "files",
  title: "Two files differ only in capitals or accents",
  source: null,
  fixable: false,
};

const fix = "Give one of them another name, in lower case letters";

/** Two pages: one of them stays out of the site. `first` is the file that stays. */
export function pagesTooAlike(file: string, address: string, first: string): Diagnostic {
  return faultAt(namesTooAlike, spanAt(file, 1, 1), {
    message: `Its address ${address} differs from that of ${first} only in capital letters or in how an accent is saved`,
    why: "On many computers and hosts the two are one, and a citizen would get the wrong page",
    fix,
  });
}

/** Two files beside the pages: one of them stays out of the site. `first` is the file that stays. */
export function filesTooAlike(path: string, first: string): Diagnostic {
  const words = {
    message: `Its name differs from that of ${first} only in capital letters or in how an accent is saved`,
    why: "On many computers and hosts the two are one, and a citizen could be shown the wrong one",
    fix,
  };
  return faultAt(namesTooAlike, spanAt(path, 1, 1), words);
}
