import type { Diagnostic } from "../model/diagnostic.ts";
import { unknownTranslationAt } from "./faults/unknown-translation.ts";
import type { SourceFile } from "./read-files.ts";
import type { PageOutline } from "./read-page.ts";

/** The file of the front page, which is there without a file of its own. */
export const homeFile = "index.md";

/**
 * The languages in which editors wrote pages beside the site's own: folders with a page in them that are named after a
 * language in which the layouts have words.
 *
 * @param lang - the site's own language
 */
export function languagesIn(
  sources: readonly SourceFile[],
  known: ReadonlySet<string>,
  lang: string,
): ReadonlySet<string> {
  const folders = sources.flatMap(({ file }) => (file.endsWith(".md") && file.includes("/") ? [file.split("/", 1)[0]!] : []));
  const own = lang.replace(/-.*/, "");
  return new Set(folders.filter((folder) => known.has(folder) && folder !== lang && folder !== own).toSorted());
}

/**
 * The file of the page that a page in the folder of a language translates: the one that it names, else the one of the
 * same path below that folder.
 *
 * @param own - files of pages in the site's own language
 * @returns `null` for a page that has no original
 *
 * @example
 * originalFile("cy/sign-in/passwords.md", undefined, own) // "sign-in/passwords.md"
 */
export function originalFile(file: string, translationOf: string | undefined, own: ReadonlySet<string>): string | null {
  const samePath = file.replace(/^[^/]*\//, "");
  const named = translationOf === undefined ? [] : [withoutSlash(translationOf)];
  return [...named, samePath].find((path) => path === homeFile || own.has(path)) ?? null;
}

/**
 * What is wrong with the `translationOf` of pages. A file that has a fault of its own, or is a draft, is there all the same.
 *
 * @param files - every Markdown file of the content folder
 * @param own - those in the site's own language
 */
export function translationFaults(
  outlines: readonly PageOutline[],
  files: ReadonlySet<string>,
  own: ReadonlySet<string>,
): readonly Diagnostic[] {
  return outlines.flatMap(({ writtenOriginal, language, fieldSpans }) => {
    const span = fieldSpans.get("translationOf");
    if (writtenOriginal === undefined || span === undefined) return [];
    const original = withoutSlash(writtenOriginal);
    const known = language === null ? files : own;
    return original === homeFile || known.has(original) ? [] : [unknownTranslationAt(original, span, known)];
  });
}

function withoutSlash(path: string): string {
  return path.replace(/^\.?\/+/, "");
}
