import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A `layout` that leads to another folder. */
export const layoutOutsideFolder: RuleFacts = {
  name: "layout-outside-folder",
  severity: "error",
  kind: "fields",
  title: "A layout leads out of its folder",
  source: null,
  fixable: false,
};

/** `choices` are the layouts that a page may name. */
export function layoutOutsideFolderAt(written: string, span: SourceSpan, choices: string): Diagnostic {
  return faultAt(layoutOutsideFolder, span, {
    message: `The layout "${written}" leads out of the layouts folder`,
    why: "It could publish a file that was never meant for the public",
    fix: `Write one of: ${choices}`,
  });
}
