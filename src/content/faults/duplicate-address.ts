import type { Diagnostic } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** Two files that make one address. */
export const duplicateAddress: RuleFacts = {
  name: "duplicate-address",
  severity: "error",
  kind: "files",
  title: "Two files have one address",
  source: null,
  fixable: false,
};

/** `first` is the file that keeps the address. */
export function duplicateAddressAt(file: string, address: string, first: string): Diagnostic {
  return faultAt(duplicateAddress, spanAt(file, 1, 1), {
    message: `Its address ${address} is taken by ${first}`,
    why: "A citizen could not reach this page",
    fix: "Rename one of the two files, or join them",
  });
}

/** Two translations of one page into one language; `first` is the file that stands for it. */
export function duplicateTranslationAt(file: string, original: string, first: string): Diagnostic {
  return faultAt(duplicateAddress, spanAt(file, 1, 1), {
    message: `It translates ${original}, and so does ${first}`,
    why: "A citizen could reach only one of the two",
    fix: "Join the two files, or name another page in translationOf",
  });
}
