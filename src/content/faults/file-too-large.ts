import type { Diagnostic } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A page or register of more than 1 MB. */
export const fileTooLarge: RuleFacts = {
  name: "file-too-large",
  severity: "error",
  kind: "files",
  title: "A page is larger than 1 MB",
  source: null,
  fixable: false,
};

/** `size` in bytes. */
export function fileTooLargeAt(file: string, size: number): Diagnostic {
  return faultAt(fileTooLarge, spanAt(file, 1, 1), {
    message: `The file is ${(size / 1_000_000).toFixed(1)} MB; a page may have 1 MB`,
    why: "Nobody could read a page of this length, and old phones could not open it",
    fix: "Split it into several pages, or take out what was pasted into it by mistake",
  });
}
