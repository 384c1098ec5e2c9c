import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";
import { nearestPath } from "../nearest.ts";

/** A picture that is not in the content folder. */
export const brokenPicture: RuleFacts = {
  name: "broken-picture",
  severity: "error",
  kind: "links",
  title: "A picture is not there",
  source: null,
  fixable: false,
};

/** Pictures of phones, scanners and drawing programs that no browser is sure to show. They are never published. */
const notForBrowsers = /\.(?:heic|heif|tiff?|bmp|psd|eps|ai|dng|raw)$/i;

/** `path` is the one that was looked for, `""` where the address names none; `files` are those that are there. */
export function brokenPictureAt(src: string, path: string, span: SourceSpan, files: ReadonlySet<string>): Diagnostic {
  const kind = notForBrowsers.exec(path)?.[0];
  if (kind !== undefined) {
    return faultAt(brokenPicture, span, {
      message: `Browsers do not show pictures that end in ${kind}`,
      why: "A citizen would see an empty frame",
      fix: "Save the picture as JPEG or PNG, put that file into the content folder, and change the address to it",
    });
  }
  const likely = nearestPath(path, files);
  return faultAt(brokenPicture, span, {
    message: `There is no picture ${src}`,
    why: "A citizen would see an empty frame",
    fix:
      likely === null
        ? "Put the picture into the content folder, or correct its address"
        : `If you mean /${likely}, write that; if not, put the picture into the content folder`,
  });
}
