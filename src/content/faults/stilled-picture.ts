import type { Diagnostic } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A picture that moves, of a kind that nobody can save anew so that it still does. */
export const stilledPicture: RuleFacts = {
  name: "stilled-picture",
  severity: "warning",
  kind: "files",
  title: "A picture that moves is shown standing still",
  source: null,
  fixable: false,
};

/** A PNG or AVIF of several pictures. */
export function stilledPictureAt(path: string): Diagnostic {
  return faultAt(stilledPicture, spanAt(path, 1, 1), {
    message: "The picture moves, in a kind of file that is shown standing still here",
    why: "People see only its first picture",
    fix: "If it must move, save it as an animated WebP; else save that one picture",
  });
}
