import { builtAddresses, publishedHref } from "../model/address.ts";
import { contactFieldNames, longestTexts, otherService } from "../model/contact-message.ts";
import type { ContactFieldName, MessageFault } from "../model/contact-message.ts";
import { formFieldNames } from "../model/contact.ts";
import type { ContactForm, FormChoice, FormFieldName } from "../model/contact.ts";
import { servicesOn } from "../model/service.ts";
import type { Site } from "../model/site.ts";
import type { ContactFieldView, ContactFormView, FormChoiceView } from "./contact-view.ts";
import type { LayoutText, LinkView } from "./entry.ts";
import { wordsAt } from "./layout-words.ts";
import { pageLink } from "./site-view.ts";

/** What somebody sent, and why it comes back to them. */
export interface ContactFormState {
  /** The error code that the form carried; `null` without one, and for one that the site does not know. */
  readonly code: string | null;
  /** The path of the page that it carried; `null` without one. */
  readonly page: string | null;
  /** By the name of the field. */
  readonly typed: Readonly<Record<string, string>>;
  readonly faults: readonly MessageFault[];
  /** `not-sent`: nothing is wrong with the message, but it could not be kept. */
  readonly notice: "not-sent" | null;
}

/** A form that nobody has filled in yet. */
export const emptyForm: ContactFormState = { code: null, page: null, typed: {}, faults: [], notice: null };

/** The form of a site; `null` for a site without one. */
export function contactFormView(
  site: Site,
  text: LayoutText,
  { typed, faults, notice }: ContactFormState,
): ContactFormView | null {
  const { form } = site.contact;
  if (form === null) return null;
  const { pathPrefix } = site.settings;
  const { firstServices, otherServices } = servicesOf(site, form);
  const words = (fault: MessageFault) => wordsAt(text, `contact.form.errors.${fault.field}.${fault.kind}`);
  // Where all services stand in the list, what is wrong with the question is said at the list.
  const placeOf = (field: ContactFieldName) =>
    field === "service" && firstServices.length === 0 ? "otherService" : field;
  const fieldView = (name: ContactFieldName): ContactFieldView => {
    const fault = faults.find(({ field }) => placeOf(field) === name);
    const own = fieldWords(form, name === "otherService" ? "service" : name, text);
    return { ...own, value: valueOf(name, typed), error: fault === undefined ? null : words(fault) };
  };
  return {
    action: formAction(form, (site.editionOf?.original ?? site).settings.pathPrefix),
    language: site.editionOf === null ? null : site.settings.lang,
    sentHref: publishedHref(builtAddresses.contactSent, pathPrefix),
    catalogueHref: publishedHref("/api/errors/", pathPrefix),
    pagesHref: publishedHref("/api/pages.json", pathPrefix),
    fields: Object.fromEntries(contactFieldNames.map((name) => [name, fieldView(name)])) as ContactFormView["fields"],
    required: requiredFields(site),
    firstServices,
    otherServices,
    problems: markedChoices(site, form.problems, ({ contact }) => contact.form?.problems ?? []),
    longestDetails: longestTexts.details,
    errors: faults.map((fault) => ({ text: words(fault), href: `#contact-${placeOf(fault.field)}` })),
    privacy: privacyPage(site),
    notSent: notice === "not-sent",
  };
}

/** The fields that must be filled in, of those that the form shows: nobody is asked to pick out of nothing. */
export function requiredFields({ contact: { form }, services, day }: Site): readonly FormFieldName[] {
  if (form === null) return [];
  const isShown = (name: FormFieldName) => {
    if (name === "service") return servicesOn(services, day).length > 0;
    return name === "problem" ? form.problems.length > 0 : true;
  };
  return formFieldNames.filter((name) => form.fields[name].required && isShown(name));
}

/** Where the form is sent: the address of another host, or a path of this one. */
function formAction({ address }: ContactForm, pathPrefix: string): string {
  return address.startsWith("/") ? publishedHref(address, pathPrefix) : address;
}

/**
 * What people can pick, each marked with its language where nobody has translated it: it is the original's own.
 *
 * @param choicesOf - the same of the site in its own language
 */
function markedChoices(
  { editionOf }: Site,
  choices: readonly FormChoice[],
  choicesOf: (original: Site) => readonly FormChoice[],
): readonly FormChoiceView[] {
  const untranslated = new Set(editionOf === null ? [] : choicesOf(editionOf.original));
  const lang = editionOf?.original.settings.lang;
  return choices.map((choice) => {
    const { key, name } = choice;
    return { key, name, ...(lang !== undefined && untranslated.has(choice) ? { lang } : {}) };
  });
}

/** The services of the day, those that can be picked at once apart from the others. */
function servicesOf(site: Site, form: ContactForm): Pick<ContactFormView, "firstServices" | "otherServices"> {
  const offered = markedChoices(site, servicesOn(site.services, site.day), ({ services }) => services);
  const choices = new Map(offered.map((choice) => [choice.key, choice]));
  const firstServices = form.firstServices.flatMap((key) => choices.get(key) ?? []);
  for (const { key } of firstServices) choices.delete(key);
  return { firstServices, otherServices: [...choices.values()] };
}

/** Fields at which the layouts themselves have something to say below the label. */
const hinted: ReadonlySet<FormFieldName> = new Set(["email", "details"]);

/** What is said at a field: by contact.yml, else by the layouts. */
function fieldWords(
  form: ContactForm,
  name: FormFieldName,
  text: LayoutText,
): Pick<ContactFieldView, "label" | "hint"> {
  const { label, hint, required } = form.fields[name];
  const own = label ?? wordsAt(text, `contact.form.fields.${name}.label`);
  return {
    label: required ? own : `${own} ${wordsAt(text, "contact.form.fields.optional")}`,
    hint: hint ?? (hinted.has(name) ? wordsAt(text, `contact.form.fields.${name}.hint`) : null),
  };
}

/** The plain page that is laid out as a privacy notice. */
function privacyPage(site: Site): LinkView | null {
  const page = site.plainPages.find(({ layout, translationOf }) => layout === "privacy.njk" && translationOf === null);
  return page === undefined ? null : pageLink(site, page);
}

/** Whoever picked from the list without JavaScript may not have picked the radio above it. */
function valueOf(name: ContactFieldName, typed: Readonly<Record<string, string>>): string {
  const value = typed[name] ?? "";
  const listed = typed["otherService"] ?? "";
  return name === "service" && value === "" && listed !== "" ? otherService : value;
}
