import type { Diagnostic } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A file or folder that the system does not let us read. */
export const unreadableFile: RuleFacts = {
  name: "unreadable-file",
  severity: "error",
  kind: "files",
  title: "A file cannot be read",
  source: null,
  fixable: false,
};

/** The reasons that a system gives most often, in words. */
const refusals: ReadonlyMap<string, string> = new Map([
  ["EACCES", "The machine does not let this program read it"],
  ["EPERM", "The machine does not let this program read it"],
  ["ENOENT", "It went while it was being read"],
  ["EIO", "The disk could not read it"],
]);

function unreadable(file: string, { code, message }: NodeJS.ErrnoException, why: string): Diagnostic {
  return faultAt(unreadableFile, spanAt(file, 1, 1), {
    message: refusals.get(code ?? "") ?? "The machine could not read it",
    why,
    fix: `Ask somebody who looks after the machine, and give them this: ${code ?? message}`,
  });
}

/** A page, a register or a folder. */
export function unreadableFileAt(file: string, error: NodeJS.ErrnoException): Diagnostic {
  return unreadable(file, error, "What is in it would be missing from the site");
}

/** A picture that a page shows. */
export function unreadablePicture(path: string, error: NodeJS.ErrnoException): Diagnostic {
  return unreadable(path, error, "A citizen would see an empty frame, or half a picture");
}
