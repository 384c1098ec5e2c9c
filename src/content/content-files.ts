import { reservedNames, sameOnDisk } from "../model/address.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { ContentFile } from "../model/site.ts";
import { keptForAYearAt } from "./faults/kept-for-a-year.ts";
import { filesTooAlike } from "./faults/names-too-alike.ts";
import { notContentAt, programSettings } from "./faults/not-content.ts";
import { unportableFile } from "./faults/unportable-name.ts";
import { unusedFileAt } from "./faults/unused-file.ts";
import { builtPath } from "./faults/unusable-address.ts";
import type { ReadPictures } from "./pictures.ts";
import { refusalOf } from "./portable-names.ts";
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
    else if (isReserved(file.path, folder)) diagnostics.push(builtPath(file.path));
    else if (other !== undefined) diagnostics.push(filesTooAlike(file.path, other));
    else if (!refused.has(file.path)) {
      taken.set(sameOnDisk(file.path), file.path);
      const picture = pictures.get(file.path);
      published.push(picture ? { ...file, picture } : file);
      if (folder === assetsFolder) diagnostics.push(keptForAYearAt(file.path));
    }
  }
  return { published, diagnostics: [...diagnostics, ...nameFaults(published)] };
}

/** The build's own folder, in which editors may have pictures too. */
const assetsFolder = "assets";

/** Names that the build gives there: they end with a part of a hash. */
const builtName = /-[0-9a-f]{10}\.\w+$/i;

function isReserved(path: string, folder: string): boolean {
  return folder === assetsFolder ? builtName.test(path) : reservedNames.has(folder);
}

function leftoverFault(path: string): readonly Diagnostic[] {
  if (/(?:^|\/)\.env(?:\.[^/]*)?$/.test(path)) return [programSettings(path)];
  if (publishable.test(path)) return [unusedFileAt(path)];
  return looksMeant.test(path) ? [notContentAt(path)] : [];
}

/** What is wrong with the names of files that pages use: some system would refuse one. */
function nameFaults(published: readonly ContentFile[]): readonly Diagnostic[] {
  return published.flatMap(({ path }): readonly Diagnostic[] => {
    const refusal = refusalOf(path);
    return refusal === null ? [] : [unportableFile(path, refusal)];
  });
}
