import { reservedNames, sameOnDisk } from "../model/address.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { spanAt } from "../model/diagnostic.ts";
import type { ContentFile } from "../model/site.ts";
import type { ReadPictures } from "./pictures.ts";
import type { OtherFile } from "./read-files.ts";

/** Kinds of file that a page may show or link to. None of them runs in a browser, SVG apart, which is looked into. */
const publishable = /\.(png|jpe?g|gif|webp|avif|svg|pdf|csv|txt|docx|xlsx|odt|ods)$/i;

/** Leftovers that somebody may have meant as a page or as code. */
const looksMeant = /\.(md|ya?ml|markdown|mdx|html?|njk|liquid|hbs|js|cjs|mjs|ts|json|php)$/i;

/** Which files of the content folder are published, and what is to be said of the rest. */
export interface SortedFiles {
  readonly published: readonly ContentFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether a file beside the pages may be published at all. */
export function isPublishable(path: string): boolean {
  return publishable.test(path);
}

/**
 * Sorts the files beside the pages: those that pages use are published, the rest stays where it is.
 *
 * @param used - paths that pages link to or show
 * @param read - what those of them are that are pictures
 */
export function sortFiles(
  others: readonly OtherFile[],
  used: ReadonlySet<string>,
  { pictures, refused }: Pick<ReadPictures, "pictures" | "refused">,
): SortedFiles {
  const published: ContentFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const taken = new Map<string, string>();
  for (const file of others) {
    const [folder = ""] = file.path.toLowerCase().split("/");
    const other = taken.get(sameOnDisk(file.path));
    if (!used.has(file.path)) diagnostics.push(...leftoverFault(file.path));
    else if (isReserved(file.path, folder)) diagnostics.push(reservedPath(file.path));
    else if (other !== undefined) diagnostics.push(namesTooAlike(file.path, other));
    else if (!refused.has(file.path)) {
      taken.set(sameOnDisk(file.path), file.path);
      const picture = pictures.get(file.path);
      published.push(picture ? { ...file, picture } : file);
      if (folder === assetsFolder) diagnostics.push(keptForAYear(file.path));
    }
  }
  return { published, diagnostics };
}

/** The build's own folder, in which editors may have pictures too. */
const assetsFolder = "assets";

/** Names that the build gives there: they end with a part of a hash. */
const builtName = /-[0-9a-f]{10}\.\w+$/i;

function isReserved(path: string, folder: string): boolean {
  return folder === assetsFolder ? builtName.test(path) : reservedNames.has(folder);
}

function namesTooAlike(path: string, other: string): Diagnostic {
  return {
    rule: "names-too-alike",
    severity: "error",
    span: spanAt(path, 1, 1),
    message: `The name differs from that of ${other} only in capital letters or in how its accents are stored`,
    why: "Many computers keep only one of the two, and the page would show the wrong one",
    fix: "Rename one of them, and change the pages that use it",
  };
}

function keptForAYear(path: string): Diagnostic {
  return {
    rule: "kept-for-a-year",
    severity: "warning",
    span: spanAt(path, 1, 1),
    message: "What lies in a folder called assets is kept by browsers for a year",
    why: "When you change the file, people who have been here before go on seeing the old one",
    fix: "Give the folder another name, such as images or documents, and change the pages that use it",
  };
}

function reservedPath(path: string): Diagnostic {
  return {
    rule: "unusable-address",
    severity: "error",
    span: spanAt(path, 1, 1),
    message: `The address /${path} belongs to what the build makes itself`,
    why: "One of the two would be missing from the site",
    fix: "Rename the file or its folder, and the links to it",
  };
}

function leftoverFault(path: string): readonly Diagnostic[] {
  if (publishable.test(path)) {
    return [
      {
        rule: "unused-file",
        severity: "warning",
        span: spanAt(path, 1, 1),
        message: "No page uses this file, so it is not published",
        why: "Files that nothing uses make the site's folder hard to keep in order",
        fix: "Place it on a page, or delete it",
      },
    ];
  }
  if (!looksMeant.test(path)) return [];
  return [
    {
      rule: "not-content",
      severity: "warning",
      span: spanAt(path, 1, 1),
      message: "This file is neither a page nor a picture, so it is left alone",
      why: "What it was meant to do does not happen",
      fix: "If it is a page, save it as Markdown with a name that ends in .md; else move it out of the content folder",
    },
  ];
}
