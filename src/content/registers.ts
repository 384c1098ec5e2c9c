import { oldAddress } from "../model/address.ts";
import type { Diagnostic, SourceSpan } from "../model/diagnostic.ts";
import type { ValuesOf } from "../model/field.ts";
import { siteFields } from "../model/settings.ts";
import type { Redirect } from "../model/site.ts";
import { dictionaryFile } from "./dictionary.ts";
import { malformedRedirectAt } from "./faults/malformed-redirect.ts";
import { registerNotFieldsAt } from "./faults/register-not-fields.ts";
import { unknownRegister } from "./faults/not-content.ts";
import { privateDetails } from "./private-details.ts";
import type { SourceFile } from "./read-files.ts";
import { validateFields } from "./validate-fields.ts";
import type { YamlReading } from "./yaml.ts";
import { readYaml } from "./yaml.ts";

/** A register that was read, with all that is wrong with it. */
export interface Register<Value> {
  readonly value: Value;
  readonly diagnostics: readonly Diagnostic[];
}

/** The registers that `content/` may hold, by file name; other `.yml` files there are not ours. */
export const registerNames: ReadonlySet<string> = new Set([
  "site.yml",
  "contact.yml",
  "error-references.yml",
  "redirects.yml",
  "services.yml",
  "synonyms.yml",
  dictionaryFile,
]);

/** The registers that the folder of a language may hold: those that have words. */
const translatedRegisterNames: ReadonlySet<string> = new Set([
  "site.yml",
  "contact.yml",
  "error-references.yml",
  "services.yml",
  "synonyms.yml",
]);

/**
 * What is wrong with text files that are no pages: those that nobody reads, and words that are private in any.
 *
 * @param languages - those that have a folder
 */
export function registerFileFaults(
  sources: readonly SourceFile[],
  languages: ReadonlySet<string>,
): readonly Diagnostic[] {
  const read = new Set([
    ...registerNames,
    ...[...languages].flatMap((lang) => [...translatedRegisterNames].map((name) => `${lang}/${name}`)),
  ]);
  return sources
    .filter(({ file }) => !file.endsWith(".md"))
    .flatMap((source) => [...privateDetails(source), ...(read.has(source.file) ? [] : [unknownRegister(source.file, read)])]);
}

/** What `site.yml` says, and where. */
export interface SiteRegister extends Register<ValuesOf<typeof siteFields>> {
  /** Each setting that is written and right → the stretch of its value. */
  readonly spans: ReadonlyMap<string, SourceSpan>;
}

/** Reads `site.yml`; nothing written where there is none. */
export function readSiteRegister(source: SourceFile | undefined): SiteRegister {
  const { root, diagnostics } = readRegister(source);
  const { values, spans, diagnostics: wrong } = validateFields(siteFields, root?.entries ?? []);
  const right = new Map([...spans].filter(([name]) => Object.hasOwn(values, name)));
  return { value: values, spans: right, diagnostics: [...diagnostics, ...wrong] };
}

/** Reads `redirects.yml`: a map from an old address of this site to the address that has taken its place. */
export function readRedirectRegister(
  source: SourceFile | undefined,
): Register<readonly (Redirect & { readonly span: SourceSpan })[]> {
  const { root, diagnostics } = readRegister(source);
  const found = [...diagnostics];
  const redirects = (root?.entries ?? []).flatMap(({ key, keySpan, node }) => {
    const to = node.value;
    const from = oldAddress(key);
    if (from !== null && typeof to === "string" && leadsOn(to)) return [{ from, to, span: node.span }];
    found.push(malformedRedirectAt(keySpan));
    return [];
  });
  return { value: redirects, diagnostics: found };
}

function leadsOn(to: string): boolean {
  if (!/^(\/(?!\/)|https:\/\/)[^\s\\"<>]*$/.test(to)) return false;
  return to.isWellFormed() && URL.canParse(to, "https://here.example/");
}

/** Reads a register as fields; `root` is `null` for none, and for one that is something else. */
export function readRegister(source: SourceFile | undefined): YamlReading {
  if (source === undefined) return { root: null, diagnostics: [] };
  const reading = readYaml(source.text, source.file, 1);
  const { root } = reading;
  if (root === null || root.value === null || root.entries.length > 0) return reading;
  return { root: null, diagnostics: [...reading.diagnostics, registerNotFieldsAt(source.file)] };
}
