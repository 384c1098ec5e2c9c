import type { Diagnostic } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A name that some system refuses. */
export const unportableName: RuleFacts = {
  name: "unportable-name",
  severity: "error",
  kind: "files",
  title: "A file's name is refused by other systems",
  source: null,
  fixable: false,
};

const fix = "Rename the file: lower case letters, digits and hyphens are always right";

/** A page, whose name becomes a folder of the site. `refusal` says who refuses what. */
export function unportablePage(file: string, refusal: string): Diagnostic {
  return faultAt(unportableName, spanAt(file, 1, 1), {
    message: refusal,
    why: "A citizen could not reach this page",
    fix,
  });
}

/** A file beside the pages: it is published all the same. */
export function unportableFile(path: string, refusal: string): Diagnostic {
  const why = "Some people could not copy or save it, and a host could leave it out";
  return faultAt(unportableName, spanAt(path, 1, 1), { message: refusal, why, fix }, "warning");
}
