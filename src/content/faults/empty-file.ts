import type { Diagnostic } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A file with nothing in it but white space. */
export const emptyFile: RuleFacts = {
  name: "empty-file",
  severity: "error",
  kind: "files",
  title: "A file is empty",
  source: null,
  fixable: false,
};

/** At the start of the file. */
export function emptyFileAt(file: string): Diagnostic {
  const isPage = file.endsWith(".md");
  return faultAt(emptyFile, spanAt(file, 1, 1), {
    message: "The file is empty",
    why: isPage ? "A citizen would find a page with nothing on it" : "What it was meant to say does not hold",
    fix: isPage ? "Write the page, or delete the file" : "Write what belongs in it, or delete the file",
  });
}
