import type { Diagnostic } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A picture or document that no page uses. */
export const unusedFile: RuleFacts = {
  name: "unused-file",
  severity: "warning",
  kind: "files",
  title: "No page uses a file",
  source: null,
  fixable: false,
};

/** At the file. */
export function unusedFileAt(path: string): Diagnostic {
  return faultAt(unusedFile, spanAt(path, 1, 1), {
    message: "No page uses this file, so it is not published",
    why: "Files that nothing uses make the site's folder hard to keep in order",
    fix: "Place it on a page, or delete it",
  });
}
