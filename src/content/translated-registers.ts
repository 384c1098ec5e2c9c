import type { Contact, ContactForm, FormField, FormFieldName } from "../model/contact.ts";
import { formFieldNames } from "../model/contact.ts";
import { contactFields, formFields, questionFields, reworded } from "../model/contact-form.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { RegisteredCode } from "../model/error-reference.ts";
import type { Field } from "../model/field.ts";
import { registeredCodeFields } from "../model/registered-code-fields.ts";
import { settingsIn, siteFields, translatableSettings } from "../model/settings.ts";
import type { SiteSettings } from "../model/settings.ts";
import type { Service } from "../model/service.ts";
import { compareServices, serviceFields } from "../model/service.ts";
import { readProblems, readWays } from "./contact-register.ts";
import { untranslatableAt, untranslatedNowhereAt } from "./faults/untranslatable-setting.ts";
import type { SourceFile } from "./read-files.ts";
import { readCodesRegister } from "./registered-codes.ts";
import type { Register } from "./registers.ts";
import { readRegister } from "./registers.ts";
import type { PlacedService } from "./service-names.ts";
import { duplicateServices } from "./service-names.ts";
import { readServices, servicesFile } from "./services.ts";
import { validateFields } from "./validate-fields.ts";
import type { YamlEntry } from "./yaml.ts";

/** The lines of a register that can be said in another language. */
const words = {
  site: translatableSettings,
  contact: new Set(["introduction", "medical_notice", "ways", "form"]),
  form: new Set(["fields", "problems"]),
  question: new Set(["label", "hint"]),
  code: new Set(["title", "whatHappened", "whatToDo"]),
  service: new Set(["name", "aliases"]),
};

/** Reads `cy/site.yml`: the site's settings, with the words that it gives. */
export function readTranslatedSite(
  source: SourceFile | undefined,
  settings: SiteSettings,
  lang: string,
): Register<SiteSettings> {
  const { root, diagnostics } = readRegister(source);
  const entries = wordsIn(root?.entries ?? [], siteFields, words.site, "site.yml");
  const { values, diagnostics: wrong } = validateFields(siteFields, entries.value);
  return { value: settingsIn(settings, lang, values), diagnostics: [...diagnostics, ...entries.diagnostics, ...wrong] };
}

/**
 * Reads `cy/contact.yml`: how to get in touch, with the words that it gives. The ways are given as a whole, as a line
 * that is answered in another language has a number and hours of its own.
 */
export function readTranslatedContact(source: SourceFile | undefined, contact: Contact): Register<Contact> {
  const { root, diagnostics } = readRegister(source);
  const entries = wordsIn(root?.entries ?? [], contactFields, words.contact, "contact.yml");
  const { values, diagnostics: wrong } = validateFields(contactFields, entries.value);
  const nodeOf = (name: keyof typeof values) =>
    values[name] === undefined ? undefined : entries.value.find(({ key }) => key === name)?.node;
  const ways = readWays(nodeOf("ways")?.items ?? []);
  const form = readTranslatedForm(nodeOf("form")?.entries ?? [], contact.form);
  const value = {
    introduction: values.introduction ?? contact.introduction,
    // Without words of its own, the layouts' are better than those in another language.
    medicalNotice: values.medical_notice ?? null,
    ways: ways.value.length === 0 ? contact.ways : ways.value,
    form: form.value,
  };
  const parts = [diagnostics, entries.diagnostics, wrong, ways.diagnostics, form.diagnostics];
  return { value, diagnostics: parts.flat() };
}

function readTranslatedForm(all: readonly YamlEntry[], form: ContactForm | null): Register<ContactForm | null> {
  if (form === null) return { value: null, diagnostics: [] };
  const entries = wordsIn(all, formFields, words.form, "contact.yml");
  const { values, diagnostics: wrong } = validateFields(formFields, entries.value);
  const entriesOf = (name: keyof typeof values) =>
    values[name] === undefined ? [] : (entries.value.find(({ key }) => key === name)?.node.entries ?? []);
  const questions = readTranslatedQuestions(entriesOf("fields"), form);
  const problems = readProblems(entriesOf("problems"));
  const translated = new Map(problems.value.map((problem) => [problem.key, problem]));
  const known = new Set(form.problems.map(({ key }) => key));
  const nowhere = entriesOf("problems").filter(({ key }) => translated.has(key) && !known.has(key));
  return {
    value: {
      ...form,
      fields: questions.value,
      // What nobody has translated stays the same object: pages tell by it whose words are in another language.
      problems: form.problems.map((problem) => translated.get(problem.key) ?? problem),
    },
    diagnostics: [
      ...entries.diagnostics,
      ...wrong,
      ...questions.diagnostics,
      ...problems.diagnostics,
      ...nowhere.map(({ key, keySpan }) => untranslatedNowhereAt(key, "contact.yml", keySpan)),
    ],
  };
}

function readTranslatedQuestions(all: readonly YamlEntry[], form: ContactForm): Register<ContactForm["fields"]> {
  const { values, diagnostics } = validateFields(reworded, all);
  const found = [...diagnostics];
  const read = (name: FormFieldName): FormField => {
    const node = values[name] === undefined ? undefined : all.find(({ key }) => key === name)?.node;
    const entries = wordsIn(node?.entries ?? [], questionFields, words.question, "contact.yml");
    const question = validateFields(questionFields, entries.value);
    found.push(...entries.diagnostics, ...question.diagnostics);
    // The same.
    const { label, hint } = question.values;
    return { label: label ?? null, hint: hint ?? null, required: form.fields[name].required };
  };
  const value = Object.fromEntries(formFieldNames.map((name) => [name, read(name)])) as ContactForm["fields"];
  return { value, diagnostics: found };
}

/**
 * Reads `cy/error-references.yml`: titles and words of codes.
 *
 * @param registered - what the site's own register says; `null` without one
 */
export function readTranslatedCodes(
  source: SourceFile | undefined,
  { codes }: SiteSettings,
  registered: readonly RegisteredCode[] | null,
): Register<readonly RegisteredCode[] | null> {
  const register = readCodesRegister(source, codes);
  const known = registered === null ? null : new Set(registered.map(({ code }) => code));
  const entries = readRegister(source).root?.entries ?? [];
  const untranslatable = entries.flatMap(
    ({ node }) => wordsIn(node.entries, registeredCodeFields, words.code, "error-references.yml").diagnostics,
  );
  const nowhere = (register.value ?? []).filter(({ code }) => known !== null && !known.has(code));
  const faults = nowhere.map(({ code, span }) => untranslatedNowhereAt(code, "error-references.yml", span));
  return { value: register.value, diagnostics: [...register.diagnostics, ...untranslatable, ...faults] };
}

/**
 * Reads `cy/services.yml`: names of services.
 *
 * @param services - what the site's own register says
 */
export function readTranslatedServices(
  source: SourceFile | undefined,
  services: readonly Service[],
): Register<readonly Service[]> {
  const register = readServices(source);
  const entries = readRegister(source).root?.entries ?? [];
  const untranslatable = entries.flatMap(
    ({ node }) => wordsIn(node.entries, serviceFields, words.service, servicesFile).diagnostics,
  );
  const known = new Map(services.map((service) => [service.key, service]));
  const read = new Set(register.value.map(({ service }) => service.key));
  const nowhere = entries.filter(({ key }) => read.has(key) && !known.has(key));
  const translated = register.value.flatMap(({ service: { key, name, aliases }, nameSpans }): readonly PlacedService[] => {
    const own = known.get(key);
    return own ? [{ service: { ...own, name, aliases }, nameSpans }] : [];
  });
  const said = new Map(translated.map(({ service }) => [service.key, service]));
  return {
    // What nobody has translated stays the same object, as problems do.
    value: services.map((service) => said.get(service.key) ?? service).toSorted(compareServices),
    diagnostics: [
      ...register.diagnostics,
      ...untranslatable,
      ...nowhere.map(({ key, keySpan }) => untranslatedNowhereAt(key, servicesFile, keySpan)),
      ...duplicateServices(translated),
    ],
  };
}

/** The entries that say something in words, and those that no table knows: these are told where they are read. */
function wordsIn(
  entries: readonly YamlEntry[],
  table: { readonly [name: string]: Field<unknown> },
  translatable: ReadonlySet<string>,
  register: string,
): Register<readonly YamlEntry[]> {
  const isOneForAll = ({ key }: YamlEntry) => Object.hasOwn(table, key) && !translatable.has(key);
  const faults: readonly Diagnostic[] = entries
    .filter(isOneForAll)
    .map(({ key, keySpan }) => untranslatableAt(key, register, keySpan));
  return { value: entries.filter((entry) => !isOneForAll(entry)), diagnostics: faults };
}
