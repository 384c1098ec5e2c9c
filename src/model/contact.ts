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
  readonly ways: readonly ContactWay[];
}
