import type { Diagnostic, SourceSpan } from "../../model/diagnostic.ts";
import type { RuleFacts } from "../../model/rule.ts";
import { faultAt } from "../../model/rule.ts";
import { nearestPath } from "../nearest.ts";

/** A `translationOf` that names no page. */
export const unknownTranslation: RuleFacts = {
  name: "unknown-translation",
  severity: "warning",
  kind: "fields",
  title: "A page translates a page that is not there",
  source: null,
  fixable: false,
};

/** At `translationOf`; `files` are the pages of the folder. */
export function unknownTranslationAt(original: string, span: SourceSpan, files: ReadonlySet<string>): Diagnostic {
  const likely = nearestPath(original, files);
  return faultAt(unknownTranslation, span, {
    message: `There is no page ${original} that this one could translate`,
    why: "The translation may say what the site no longer says, and nobody would see it",
    fix:
      likely === null
        ? "Write the path of the other page's file from the content folder, such as manage/passwords.md"
        : `If you mean ${likely}, write that; if not, write the path of the other page's file`,
  });
}
