import { field, paragraphs, text, wrong } from "./field.ts";
import { formSchema } from "./field-schema.ts";
import type { ValuesOf } from "./field.ts";

/** One way to get in touch, shown on the contact page. */
export const contactWayFields = {
  name: text({ longest: 80, severity: "error", help: "What this way is called", example: "Phone" }),
  text: paragraphs({ longest: 500, help: "What to know before using it", example: "Have your reference ready." }),
  link: field<string>(
    { help: "Where it leads: https, mailto or tel", example: "tel:03001234567", severity: "error" },
    formSchema("string", "^(https://|mailto:|tel:)[^\\s]+$", "an address that starts with https://, mailto: or tel:"),
    (value) =>
      typeof value === "string" && /^(https:\/\/|mailto:|tel:)[^\s]+$/.test(value)
        ? { ok: true, value }
        : wrong("must start with https://, mailto: or tel:", "Write the whole address, such as tel:03001234567"),
  ),
  link_text: text({ longest: 120, help: "The words of the link; without them, the address", example: "0300 123 4567" }),
  opening_times: text({ longest: 200, help: "When somebody answers", example: "Monday to Friday, 9am to 5pm" }),
};

/** A way to get in touch, as `contact.yml` gives it. */
export type ContactWay = ValuesOf<typeof contactWayFields> & { readonly name: string };

/** What `content/contact.yml` says. */
export interface Contact {
  readonly introduction: string | null;
  /** Words in place of the layouts' own above the form: that medical problems are not dealt with here. */
  readonly medicalNotice: string | null;
  readonly ways: readonly ContactWay[];
  /** `null` where no address is given to which a form could be sent. */
  readonly form: ContactForm | null;
}

/** The contact form. */
export interface ContactForm {
  /** Where it is sent: a path from the site's root (`/contact/send`), or a whole https address. */
  readonly address: string;
  /** What is said at each field, and whether it must be filled in; `otherService` goes with `service`. */
  readonly fields: Readonly<Record<FormFieldName, FormField>>;
  /** What people can pick as their problem, in order; without any, the field is not shown. */
  readonly problems: readonly FormChoice[];
  /** Keys of the services that can be picked at once, in order; the others stand in a list. */
  readonly firstServices: readonly string[];
  /** How a message becomes the JSON of a ticket system: path of a field → words with {name}, {email}, {code} … in them. */
  readonly ticket: Readonly<Record<string, string>> | null;
}

/** The questions of the contact form. */
export const formFieldNames = ["name", "email", "service", "problem", "details"] as const;
/** See `formFieldNames`. */
export type FormFieldName = (typeof formFieldNames)[number];

/** What is said at a question; `null`: the layouts' own words. */
export interface FormField {
  readonly label: string | null;
  readonly hint: string | null;
  readonly required: boolean;
}

/** One of several answers: what is sent, and what people read. */
export interface FormChoice {
  readonly key: string;
  readonly name: string;
}

/** A form as it is where `contact.yml` says nothing but its address. */
export const defaultFields: Readonly<Record<FormFieldName, FormField>> = {
  name: { label: null, hint: null, required: true },
  email: { label: null, hint: null, required: true },
  service: { label: null, hint: null, required: true },
  problem: { label: null, hint: null, required: true },
  details: { label: null, hint: null, required: true },
};
