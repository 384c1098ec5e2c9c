import type { Page } from "./article.ts";
import type { Contact } from "./contact.ts";
import type { ErrorReference } from "./error-reference.ts";
import type { Service } from "./service.ts";
import type { SiteSettings } from "./settings.ts";

/** What editors wrote of a site in one language more: in a folder of the content that is named after the language. */
export interface Translation {
  /** A BCP 47 tag; the name of the folder, and the first part of the addresses of its pages: `cy`. */
  readonly lang: string;
  /** The site's, with the words that the folder's own `site.yml` gives; language, path prefix and address are its own. */
  readonly settings: SiteSettings;
  /** The site's, with the words that the folder's own `contact.yml` gives. */
  readonly contact: Contact;
  /** The site's, with the names that the folder's own `services.yml` gives, in the order of these. */
  readonly services: readonly Service[];
  /** Of the folder's own `synonyms.yml`. */
  readonly synonyms: readonly (readonly string[])[];
  /**
   * In order of their addresses, which start with the language: `/cy/sign-in/`. `translationOf` of a page that has an
   * original is the original's file, however the two were paired; type, hub, name and position are the original's.
   */
  readonly pages: readonly Page[];
  /**
   * The error codes that these pages explain, or the folder's own `error-references.yml`, in order of the code. A title
   * that nobody has translated is empty.
   */
  readonly errorReferences: readonly ErrorReference[];
}

/** Where a place of an edition is on the whole site: `/sign-in/` in Welsh → `/cy/sign-in/`. */
export function addressOnSite(address: string, lang: string): string {
  return `/${lang}${address}`;
}

/** The other way round: `/cy/sign-in/` → `/sign-in/`. @param address - of a page in the folder of the language */
export function addressInEdition(address: string, lang: string): string {
  return address.slice(lang.length + 1);
}

/** The language of the folder that a file is in; `null` for the site's own. @param languages - those with a folder */
export function languageOfFile(file: string, languages: ReadonlySet<string>): string | null {
  const [folder = ""] = file.split("/", 1);
  return file.includes("/") && languages.has(folder) ? folder : null;
}
