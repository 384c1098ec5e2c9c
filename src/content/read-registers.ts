import type { SiteOptions } from "../model/settings.ts";
import { siteSettings } from "../model/settings.ts";
import { readContactRegister } from "./contact-register.ts";
import { dictionaryFile, readDictionary } from "./dictionary.ts";
import type { TranslatedRegisters } from "./editions.ts";
import type { SourceFile } from "./read-files.ts";
import { readCodesRegister } from "./registered-codes.ts";
import { readRedirectRegister, readSiteRegister } from "./registers.ts";
import { readServiceRegister, servicesFile } from "./services.ts";
import { readSynonyms, synonymsFile } from "./synonyms.ts";
import { readTranslatedCodes, readTranslatedContact, readTranslatedServices, readTranslatedSite } from "./translated-registers.ts";
import { languagesIn } from "./translations.ts";

/** Everything that registers say, in every language, with all that is wrong with them. */
export type ReadRegisters = ReturnType<typeof readRegisters>;

/**
 * Every register, and the settings that follow from `site.yml`.
 *
 * @param known - languages in which the layouts have words
 */
export function readRegisters(sources: readonly SourceFile[], options: SiteOptions, known: ReadonlySet<string>) {
  const register = (name: string) => sources.find(({ file }) => file === name);
  const written = readSiteRegister(register("site.yml"));
  const settings = siteSettings(written.value, options);
  const services = readServiceRegister(register(servicesFile));
  const contact = readContactRegister(register("contact.yml"), services);
  const redirects = readRedirectRegister(register("redirects.yml"));
  const dictionary = readDictionary(register(dictionaryFile));
  const codes = readCodesRegister(register("error-references.yml"), settings.codes);
  const synonyms = readSynonyms(register(synonymsFile));
  const languages = languagesIn(sources, known, settings.lang);
  const translations = [...languages].map((lang) => {
    const site = readTranslatedSite(register(`${lang}/site.yml`), settings, lang);
    const inTouch = readTranslatedContact(register(`${lang}/contact.yml`), contact.value);
    const titles = readTranslatedCodes(register(`${lang}/error-references.yml`), settings, codes.value);
    const offered = readTranslatedServices(register(`${lang}/${servicesFile}`), services.value);
    const words = readSynonyms(register(`${lang}/${synonymsFile}`));
    return { lang, site, inTouch, titles, offered, words };
  });
  const parts = translations.flatMap(({ site, inTouch, titles, offered, words }) => [site, inTouch, titles, offered, words]);
  const all = [written, services, contact, redirects, dictionary, codes, synonyms, ...parts];
  const translated = translations.map(({ lang, site, inTouch, titles, offered, words }): TranslatedRegisters => {
    const [settings, contact, services, synonyms] = [site.value, inTouch.value, offered.value, words.value];
    return { lang, settings, contact, services, synonyms, registeredCodes: titles.value };
  });
  const diagnostics = all.flatMap((part) => part.diagnostics);
  return { written, settings, services, contact, redirects, dictionary, codes, synonyms, languages, translated, diagnostics };
}
