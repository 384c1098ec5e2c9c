import { readFile } from "node:fs/promises";
import { reservedNames } from "../model/address.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { spanAt } from "../model/diagnostic.ts";
import type { ContentFile } from "../model/site.ts";
import type { OtherFile } from "./read-files.ts";
import { activePartOfSvg } from "./svg.ts";

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
 */
export async function sortFiles(others: readonly OtherFile[], used: ReadonlySet<string>): Promise<SortedFiles> {
  const published: ContentFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of others) {
    if (!used.has(file.path)) diagnostics.push(...leftoverFault(file.path));
    else if (isReserved(file.path)) diagnostics.push(reservedPath(file.path));
    else if (/\.svg$/i.test(file.path)) {
      const active = activePartOfSvg(await readFile(file.diskPath));
      if (active === null) published.push(file);
      else diagnostics.push(activePicture(file.path, active));
    } else published.push(file);
  }
  return { published, diagnostics };
}

/** Pictures may stand in a folder called assets; the names that the build gives there hold a hash, and never meet them. */
function isReserved(path: string): boolean {
  const [first = ""] = path.toLowerCase().split("/");
  return first !== "assets" && reservedNames.has(first);
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

function activePicture(path: string, active: string): Diagnostic {
  return {
    rule: "active-picture",
    severity: "error",
    span: spanAt(path, 1, 1),
    message: `The picture holds more than a drawing: ${active}`,
    why: "It could run a program in a citizen's browser, or ask another site for something",
    fix: "Save it as a plain SVG or as a PNG, and use that",
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
