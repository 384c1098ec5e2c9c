import type { Diagnostic } from "../../model/diagnostic.ts";
import { spanAt } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** An SVG that could do more than be looked at. */
export const activePicture: RuleFacts = {
  name: "active-picture",
  severity: "error",
  kind: "files",
  title: "A drawing could act in the browser",
  source: null,
  fixable: false,
};

/** The drawing holds `active`, a few characters of what is not a drawing. */
export function activePictureAt(path: string, active: string): Diagnostic {
  return faultAt(activePicture, spanAt(path, 1, 1), {
    message: `The picture holds more than a drawing: ${active}`,
    why: "It could run a program in a citizen's browser, or ask another site for something",
    fix: "Save it as a plain SVG or as a PNG, and use that",
  });
}
