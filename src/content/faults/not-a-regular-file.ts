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

/** A folder whose name says that it is a page; pages in it are read all the same. */
export function folderNamedLikePage(file: string): Diagnostic {
  const words = {
    message: "This is a folder, and its name ends like that of a page",
    why: "There is no page of that name, and the addresses of the pages in it look broken",
    fix: "Take .md off the folder's name; if it was meant as a page, write it in a file of that name",
  };
  return faultAt(notARegularFile, spanAt(file, 1, 1), words, "warning");
}

/** At its path. */
export function notARegularFileAt(file: string): Diagnostic {
  return faultAt(notARegularFile, spanAt(file, 1, 1), {
    message: "This is not a regular file",
    why: "A link could publish a file that was never meant for the public",
    fix: "Put the file itself here, or take this out of the content folder",
  });
}
