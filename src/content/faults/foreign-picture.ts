import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";

/** A picture on another host, which no page asks for anything. */
export const foreignPicture: RuleFacts = {
  name: "foreign-picture",
  severity: "warning",
  kind: "links",
  title: "A picture is on another site",
  source: null,
  fixable: false,
};

/** At the picture's address. */
export function foreignPictureAt(src: string, span: SourceSpan): Diagnostic {
  return faultAt(foreignPicture, span, {
    message: `The picture ${src} is on another site`,
    why: "The page asks no other site for anything, so the picture would not be shown",
    fix: "Save the picture in the content folder, if it may be used, and name it by its path there",
  });
}
