import { notListed, otherService } from "./contact-message.ts";
import { compareText } from "./diagnostic.ts";
import { day, text, texts } from "./field.ts";
import { formSchema, tableSchema } from "./field-schema.ts";
import type { JsonSchema } from "./field-schema.ts";

/** A website or app that people may have been using when something went wrong, from `services.yml`. */
export interface Service {
  /** What support systems know it by; it never changes. */
  readonly key: string;
  /** What people call it. */
  readonly name: string;
  /** Other names that people know it by, in the order of the file. */
  readonly aliases: readonly string[];
  /** The first day on which it is offered, `YYYY-MM-DD`; `null`: from the beginning. */
  readonly from: string | null;
  /** The last day on which it is offered; `null`: for good. */
  readonly until: string | null;
}

/**
 * The services that are offered on a day, in order.
 *
 * @param day - `YYYY-MM-DD`; `null` where no day is known: then all are
 */
export function servicesOn(services: readonly Service[], day: string | null): readonly Service[] {
  if (day === null) return services;
  return services.filter(({ from, until }) => (from === null || from <= day) && (until === null || day <= until));
}

/** What `services.yml` may say of a service beside its key. To add a field, add a row. */
export const serviceFields = {
  name: text({ longest: 100, severity: "error", help: "What people call it", example: "GP appointments online" }),
  aliases: texts({
    longest: 100,
    help: "Other names that people know it by",
    example: "[GP bookings, surgery online]",
  }),
  from: day({ help: "The first day on which it is offered", example: "2026-04-01" }),
  until: day({ help: "The last day on which it is offered", example: "2027-03-31" }),
};

/** The form of a key: what a support system, an address and a form can all hold. */
const keyForm = "^(?=.{1,60}$)[a-z0-9]+(?:[-_][a-z0-9]+)*$";

/** What `keyForm` says, for people. */
export const keyFormInWords = "up to 60 small letters and digits, with single hyphens or low lines between them";

/** Keys that the contact form itself sends where people pick none of the services. */
export const takenServiceKeys: ReadonlySet<string> = new Set([otherService, notListed]);

/** Whether a text can be the key of an answer: of a service or of a problem. */
export function isKey(text: string): boolean {
  return new RegExp(keyForm).test(text);
}

/** The schema of a map from keys to what people read. */
export function keyedSchema(values: JsonSchema, taken: ReadonlySet<string> = new Set()): JsonSchema {
  const names = formSchema("string", keyForm, keyFormInWords);
  return {
    type: "object",
    propertyNames: taken.size === 0 ? names : { ...names, not: { enum: [...taken] } },
    additionalProperties: values,
  };
}

/** The schema of `services.yml`. */
export const servicesSchema: JsonSchema = keyedSchema(
  { anyOf: [serviceFields.name.schema, tableSchema(serviceFields, ["name"])] },
  takenServiceKeys,
);

/** The order in which services are shown: by name, capitals and accents aside; the same on every machine. */
export function compareServices(a: Pick<Service, "key" | "name">, b: Pick<Service, "key" | "name">): number {
  return compareText(sortName(a.name), sortName(b.name)) || compareText(a.key, b.key);
}

/** Intl.Collator would know more of languages, and sort otherwise from one release of Unicode's data to the next. */
function sortName(name: string): string {
  return name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
