import type { Diagnostic } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** An editor's file in the folder that browsers keep. */
export const keptForAYear: RuleFacts = {
  name: "kept-for-a-year",
  severity: "warning",
  kind: "files",
  title: "A file lies in a folder called assets",
  source: null,
  fixable: false,
};

/** At the file. */
export function keptForAYearAt(path: string): Diagnostic {
  return faultAt(keptForAYear, spanAt(path, 1, 1), {
    message: "What lies in a folder called assets is kept by browsers for a year",
    why: "When you change the file, people who have been here before go on seeing the old one",
    fix: "Give the folder another name, such as images or documents, and change the pages that use it",
  });
}
