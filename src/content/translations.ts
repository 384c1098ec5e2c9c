import type { Diagnostic } from "../model/diagnostic.ts";
import { unknownTranslationAt } from "./faults/unknown-translation.ts";
import type { PageOutline } from "./read-page.ts";

/**
 * What is wrong with the `translationOf` of pages. A file that has a fault of its own, or is a draft, is there all the same.
 *
 * @param files - every Markdown file of the content folder
 */
export function translationFaults(outlines: readonly PageOutline[], files: ReadonlySet<string>): readonly Diagnostic[] {
  return outlines.flatMap(({ fields: { translationOf }, fieldSpans }) => {
    const span = fieldSpans.get("translationOf");
    if (translationOf === undefined || span === undefined) return [];
    const original = translationOf.replace(/^\.?\/+/, "");
    // The front page is there without a file of its own.
    return original === "index.md" || files.has(original) ? [] : [unknownTranslationAt(original, span, files)];
  });
}
