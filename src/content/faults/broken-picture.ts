import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";
import { nearest } from "../nearest.ts";

/** A picture that is not in the content folder. */
export const brokenPicture: RuleFacts = {
  name: "broken-picture",
  severity: "error",
  kind: "links",
  title: "A picture is not there",
  source: null,
  fixable: false,
};

/** `path` is the one that was looked for, `""` where the address names none; `files` are those that are there. */
export function brokenPictureAt(src: string, path: string, span: SourceSpan, files: ReadonlySet<string>): Diagnostic {
  const likely = nearest(path, files);
  return faultAt(brokenPicture, span, {
    message: `There is no picture ${src}`,
    why: "A citizen would see an empty frame",
    fix:
      likely === null ? "Put the picture into the content folder, or correct its address" : `Change it to /${likely}`,
  });
}
