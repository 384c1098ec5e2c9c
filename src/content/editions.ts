import { builtAddresses, contactAddress, referenceAddress } from "../model/address.ts";
import type { Page } from "../model/article.ts";
import { compareCodes } from "../model/code-pattern.ts";
import { compareText } from "../model/diagnostic.ts";
import { editionsOf } from "../model/edition.ts";
import type { CodeMention, ErrorReference, RegisteredCode } from "../model/error-reference.ts";
import { pagesOf } from "../model/site.ts";
import type { Site } from "../model/site.ts";
import { addressOnSite, languageOfFile } from "../model/translation.ts";
import type { Translation } from "../model/translation.ts";
import { withCodeAnchors } from "./code-anchors.ts";
import { codeRegister, homesOfTranslation } from "./error-references.ts";

/** What the registers in the folder of a language give. */
export type TranslatedRegisters = Pick<Translation, "lang" | "settings" | "contact" | "services" | "synonyms"> & {
  readonly registeredCodes: readonly RegisteredCode[] | null;
};

/** A translation, and every place of it that names an error code. */
export interface AssembledTranslation {
  readonly translation: Translation;
  readonly codeMentions: readonly CodeMention[];
}

/**
 * The translation that pages in the folder of a language make.
 *
 * @param standing - all pages that stand, of every language
 * @param originals - the codes of the site in its own language
 * @returns `null` where none of them is in that folder
 */
export function assembleTranslation(
  standing: readonly Page[],
  { lang, settings, contact, services, synonyms, registeredCodes }: TranslatedRegisters,
  originals: readonly ErrorReference[],
): AssembledTranslation | null {
  const pages = standing.filter(({ file }) => languageOfFile(file ?? "", new Set([lang])) !== null);
  if (pages.length === 0) return null;
  const mayBeHome = homesOfTranslation(standing, originals);
  const { codeMentions, errorReferences } = codeRegister(pages, settings, registeredCodes, mayBeHome);
  const translation = {
    lang,
    settings,
    contact,
    services,
    synonyms,
    pages: withCodeAnchors(pages, errorReferences).toSorted((a, b) => compareText(a.address, b.address)),
    errorReferences: withWordsAlone(errorReferences, registeredCodes ?? []),
  };
  return { translation, codeMentions };
}

/** Adds codes of which only some words are translated, or only the title. */
function withWordsAlone(
  references: readonly ErrorReference[],
  registered: readonly RegisteredCode[],
): readonly ErrorReference[] {
  const explained = new Set(references.map(({ code }) => code));
  const others = registered.flatMap(({ span: _, title, ...known }): readonly ErrorReference[] =>
    explained.has(known.code) ? [] : [{ ...known, title: title ?? "", home: null }],
  );
  return [...references, ...others].toSorted((a, b) => compareCodes(a.code, b.code));
}

/** What is at the addresses of the editions in other languages: pages that stand, and addresses of what the build makes. */
export function placesInEditions(site: Site): {
  readonly pages: ReadonlyMap<string, Page>;
  readonly built: readonly string[];
} {
  const [, ...others] = editionsOf(site);
  const pages = others.flatMap((edition) =>
    pagesOf(edition).map((page): readonly [string, Page] => [addressOnSite(page.address, edition.settings.lang), page]),
  );
  const built = builtPlaces(site);
  return {
    pages: new Map(pages),
    built: others.flatMap(({ settings: { lang } }) => built.map((address) => addressOnSite(address, lang))),
  };
}

/** Addresses of what the build makes beside the pages that editors write, in one edition. */
export function builtPlaces({ errorReferences }: Pick<Site, "errorReferences">): readonly string[] {
  const codePages = errorReferences.flatMap(({ code }) => [referenceAddress(code), contactAddress(code)]);
  return [...Object.values(builtAddresses), ...codePages];
}
