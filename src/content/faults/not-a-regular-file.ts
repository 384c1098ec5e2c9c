import type { Diagnostic } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A pipe, a device, a socket. */
export const notARegularFile: RuleFacts = {
  name: "not-a-regular-file",
  severity: "error",
  kind: "files",
  title: "Something in the folder is not a file",
  source: null,
  fixable: false,
};

/** At its path. */
export function notARegularFileAt(file: string): Diagnostic {
  return faultAt(notARegularFile, spanAt(file, 1, 1), {
    message: "This is not a regular file",
    why: "A link could publish a file that was never meant for the public",
    fix: "Put the file itself here, or take this out of the content folder",
  });
}
