import { choice, field, flag, paragraphs, pattern, text, wrong } from "./field.ts";
import type { ValuesOf } from "./field.ts";
import type { YamlValue } from "./field-schema.ts";
import { statementFields, statementSettings } from "./statements.ts";
import type { StatementSettings } from "./statements.ts";

/** What `content/site.yml` may say. To add a setting, add a row. */
export const siteFields = {
  name: text({
    longest: 80,
    help: "The name of the help centre, shown in the header",
    example: "NHS login help centre",
  }),
  organisation: text({
    longest: 80,
    help: "Who publishes it; the end of every page's name in the browser's tab",
    example: "NHS",
  }),
  url: field<string>(
    {
      help: "The address at which the site is published, with https",
      example: "https://help.example.org/",
      severity: "error",
    },
    { type: "string" },
    (value) => siteUrl(value),
  ),
  phase: choice({
    choices: ["alpha", "beta", "live"],
    help: "The service's phase; alpha and beta show a banner",
    example: "beta",
  }),
  banner: paragraphs({ longest: 500, help: "A notice at the top of every page", example: "This is example content." }),
  example: flag({
    severity: "error",
    help: "true says on every page that all of this is an example, and keeps it out of search engines",
    example: "true",
  }),
  nhs_identity: flag({ help: "true shows the NHS logo, which only NHS services may use", example: "true" }),
  lang: pattern({
    form: /^[a-z]{2,3}(-[A-Z]{2})?$/,
    formInWords: "a language tag",
    help: "The language of pages that name none",
    example: "en-GB",
  }),
  code_prefix: pattern({
    form: /^[A-Z]{1,8}$/,
    formInWords: "1 to 8 capital letters",
    help: "The letters that every error code starts with",
    example: "CID",
  }),
  code_digits: pattern({
    form: /^[1-9](-[1-9])?$/,
    formInWords: "a number of digits or a range of it",
    help: "How many digits follow the letters of an error code",
    example: "4-5",
  }),
  ...statementFields,
};

/** The site's settings, every default filled in. */
export interface SiteSettings {
  readonly name: string;
  readonly organisation: string | null;
  /** With a slash at the end and the path prefix in it: `https://example.org/help/`. `null`: not known. */
  readonly url: string | null;
  /** Where the site lives on its host, with a slash at each end. */
  readonly pathPrefix: string;
  readonly phase: "alpha" | "beta" | "live";
  readonly banner: string | null;
  /** Whether all that the site says is an example. */
  readonly example: boolean;
  readonly nhsIdentity: boolean;
  readonly lang: string;
  readonly codes: CodePattern;
  readonly statements: StatementSettings;
}

/** What an error code looks like: the prefix, then `fewestDigits` to `mostDigits` digits, both included. */
export interface CodePattern {
  readonly prefix: string;
  readonly fewestDigits: number;
  readonly mostDigits: number;
}

/** What the command line says about the site; each part wins over `site.yml`. */
export interface SiteOptions {
  readonly url?: string;
  readonly pathPrefix?: string;
}

/**
 * Reads the address of a site.
 *
 * @returns the address with a slash at the end
 */
export function siteUrl(value: YamlValue): ReturnType<typeof wrong> | { readonly ok: true; readonly value: string } {
  const address = typeof value === "string" && URL.canParse(value) ? new URL(value) : null;
  // Two slashes in the path would make a host of what follows; other signs mean something in hosts' own files.
  const isPlain = address !== null && /^\/([A-Za-z0-9._~-]+\/?)*$/.test(address.pathname);
  if (isPlain && /^https?:$/.test(address.protocol) && !address.username && !address.search && !address.hash) {
    return { ok: true, value: address.href.replace(/\/*$/, "/") };
  }
  return wrong(
    "must be a web address whose path has only letters, digits, dots, hyphens and single slashes",
    "Write the whole address: https://help.example.org/",
  );
}

/** The site's settings, from what `site.yml` and the command line say. */
export function siteSettings(written: ValuesOf<typeof siteFields>, options: SiteOptions): SiteSettings {
  const [fewest = "4", most = fewest] = (written.code_digits ?? "4-5").split("-");
  const url = options.url ?? written.url ?? null;
  const pathPrefix = options.pathPrefix ?? (url === null ? "/" : new URL(url).pathname);
  return {
    name: written.name ?? "Help centre",
    organisation: written.organisation ?? null,
    url: url === null ? null : new URL(pathPrefix, url).href,
    pathPrefix,
    phase: written.phase ?? "live",
    banner: written.banner ?? null,
    example: written.example ?? false,
    nhsIdentity: written.nhs_identity ?? false,
    lang: written.lang ?? "en-GB",
    codes: {
      prefix: written.code_prefix ?? "CID",
      fewestDigits: Math.min(Number(fewest), Number(most)),
      mostDigits: Math.max(Number(fewest), Number(most)),
    },
    statements: statementSettings(written),
  };
}

/** Settings that are words, which the folder of a language may give in that language. */
export const translatableSettings: ReadonlySet<string> = new Set([
  "name",
  "organisation",
  "banner",
  "contact_address",
  "accessibility_tested_by",
  "privacy_controller",
  "privacy_retention",
]);

/**
 * The settings of the same site in another language: it lives in a folder that is named after the language.
 *
 * @param words - what the folder's own `site.yml` says, of the settings that are words
 */
export function settingsIn(settings: SiteSettings, lang: string, words: ValuesOf<typeof siteFields>): SiteSettings {
  const { url, pathPrefix, statements } = settings;
  const { contact, accessibility, privacy } = statementSettings(words);
  return {
    ...settings,
    lang,
    url: url === null ? null : `${url}${lang}/`,
    pathPrefix: `${pathPrefix}${lang}/`,
    name: words.name ?? settings.name,
    organisation: words.organisation ?? settings.organisation,
    banner: words.banner ?? settings.banner,
    statements: {
      contact: { ...statements.contact, address: contact.address ?? statements.contact.address },
      accessibility: {
        ...statements.accessibility,
        testedBy: accessibility.testedBy ?? statements.accessibility.testedBy,
      },
      privacy: {
        ...statements.privacy,
        controller: privacy.controller ?? statements.privacy.controller,
        retention: privacy.retention ?? statements.privacy.retention,
      },
    },
  };
}
