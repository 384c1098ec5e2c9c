import type { Diagnostic } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A leftover that somebody may have meant as a page or as code. */
export const notContent: RuleFacts = {
  name: "not-content",
  severity: "warning",
  kind: "files",
  title: "A file does not belong in the content folder",
  source: null,
  fixable: false,
};

/** Neither a page nor a file that pages can use. */
export function notContentAt(path: string): Diagnostic {
  return faultAt(notContent, spanAt(path, 1, 1), {
    message: "This file is neither a page nor a picture, so it is left alone",
    why: "What it was meant to do does not happen",
    fix: "If it is a page, save it as Markdown with a name that ends in .md; else move it out of the content folder",
  });
}

/** A file of settings for a program: `.env`. */
export function programSettings(path: string): Diagnostic {
  return faultAt(notContent, spanAt(path, 1, 1), {
    message: "This file holds settings for a program, so it is left alone",
    why: "Such files often hold passwords, and everybody who can see the content can read them",
    fix: "Move it out of the content folder; if it holds a password, have that changed",
  });
}

/** A `.yml` file that is none of the registers, of which `names` are all. */
export function unknownRegister(file: string, names: ReadonlySet<string>): Diagnostic {
  return faultAt(notContent, spanAt(file, 1, 1), {
    message: `This file is not one that the help centre reads (${[...names].join(", ")})`,
    why: "What it was meant to do does not happen",
    fix: "Correct its name or its folder, or move it out of the content folder",
  });
}
