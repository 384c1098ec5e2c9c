import type { Diagnostic } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A file in which Git has left both sides of a conflict. */
export const conflictMarker: RuleFacts = {
  name: "conflict-marker",
  severity: "error",
  kind: "files",
  title: "Two people's versions stand in one file",
  source: null,
  fixable: false,
};

/** `text` is the line with the first mark. */
export function conflictMarkerAt(file: string, line: number, text: string): Diagnostic {
  return faultAt(conflictMarker, spanAt(file, line, 1, text.length), {
    message: "Two people changed the same lines, and nobody has chosen between them",
    why: "A citizen would read both versions, with marks between them",
    fix: "Keep the right lines, and delete the lines that start with <<<<<<<, ======= and >>>>>>>",
  });
}
