import type { Diagnostic } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A link on disk, whatever it leads to. */
export const symbolicLink: RuleFacts = {
  name: "symbolic-link",
  severity: "error",
  kind: "files",
  title: "A link on disk stands in place of a file",
  source: null,
  fixable: false,
};

/** At its path. */
export function symbolicLinkAt(file: string): Diagnostic {
  return faultAt(symbolicLink, spanAt(file, 1, 1), {
    message: "This is a link to a file elsewhere, not a file",
    why: "A link could publish a file that was never meant for the public",
    fix: "Put the file itself here, or take this out of the content folder",
  });
}
