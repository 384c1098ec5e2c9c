/**
 * What a message to support is, and when it is right. The page's script and the receiver both read messages with this,
 * so that neither takes what the other refuses.
 */

/** The fields of the contact form that people see, in the order in which they stand there. */
export const contactFieldNames = ["name", "email", "service", "otherService", "problem", "details"] as const;
/** See `contactFieldNames`. `otherService` is the list beside the few services that can be picked at once. */
export type ContactFieldName = (typeof contactFieldNames)[number];

/** The longest texts, in UTF-16 units, line ends counted once. */
export const longestTexts = { name: 100, email: 254, details: 1500 } as const;

/** What stands in `service` when people pick theirs from the list of all others. */
export const otherService = "other";
/** What stands in `otherService` when the list does not hold theirs. */
export const notListed = "not-listed";

/** A message that was read and is right. */
export interface ContactMessage {
  readonly name: string;
  readonly email: string;
  /** A key of `services.yml`, `not-listed`, or `null` where nothing was picked. */
  readonly service: string | null;
  /** A key of the form's problems, or `null` where nothing was picked. */
  readonly problem: string | null;
  readonly details: string;
  /** The error code that the page carried; `null` without one. */
  readonly code: string | null;
  /** The page that the message is about, by its path on the site's host: `/help/manage/`; `null` without one. */
  readonly page: string | null;
  /** The language of the form, BCP 47, where it is another than the site's own; `null` for the site's own. */
  readonly language: string | null;
}

/** What is wrong with a field. */
export type MessageFaultKind = "missing" | "malformed" | "too-long";

/** A field that must be put right before the message can be sent. */
export interface MessageFault {
  readonly field: ContactFieldName;
  readonly kind: MessageFaultKind;
}

/** What a form asks for. */
export interface MessageRules {
  /** The fields that must be filled in. */
  readonly required: ReadonlySet<ContactFieldName>;
  /** Keys of services that may be picked. */
  readonly services: ReadonlySet<string>;
  readonly problems: ReadonlySet<string>;
  /** The codes that the site knows. Another one is left out without a word: nobody typed it. */
  readonly codes: ReadonlySet<string>;
  /** Paths of the pages that a message may be about. Another one is left out in the same way. */
  readonly pages: ReadonlySet<string>;
  /** Languages of the site beside its own. Another one is left out in the same way. */
  readonly languages: ReadonlySet<string>;
}

/** What reading a message gives: the message, or what is wrong with it, in the order of the form. */
export type MessageReading =
  | { readonly ok: true; readonly message: ContactMessage }
  | { readonly ok: false; readonly faults: readonly MessageFault[] };

/**
 * Reads what was typed.
 *
 * @param typed - by the name of the field; what is not text counts as not typed, other names are not looked at
 */
export function readMessage(typed: Readonly<Record<string, unknown>>, rules: MessageRules): MessageReading {
  const value = (name: string) => textOf(typed[name]);
  const name = value("name").replace(/\s+/g, " ");
  const email = value("email");
  const details = value("details");
  const picked = value("service");
  const listed = value("otherService");
  const problem = value("problem");
  const needs = (field: ContactFieldName) => rules.required.has(field);
  const found: readonly (MessageFault | null)[] = [
    textFault("name", name, needs("name")),
    textFault("email", email, needs("email")) ?? (email === "" || isEmail(email) ? null : fault("email", "malformed")),
    ...serviceFaults(picked, listed, rules),
    choiceFault("problem", problem, rules.problems, needs("problem")),
    textFault("details", details, needs("details")),
  ];
  const faults = found.filter((one) => one !== null);
  if (faults.length > 0) return { ok: false, faults };
  const code = value("error");
  const page = value("page");
  const language = value("language");
  const service = picked === "" || picked === otherService ? listed : picked;
  return {
    ok: true,
    message: {
      name,
      email,
      service: service === "" ? null : service,
      problem: problem === "" ? null : problem,
      details,
      code: rules.codes.has(code) ? code : null,
      page: rules.pages.has(page) ? page : null,
      language: rules.languages.has(language) ? language : null,
    },
  };
}

/**
 * Whether a text can be an email address: something, one @, a name with a dot, no spaces, no signs that mail programs
 * read as more than one address. Whether anybody reads it is not for us to say.
 */
export function isEmail(text: string): boolean {
  return (
    text.length <= longestTexts.email &&
    /^[^\s@,;:<>()[\]\\"]+@[^\s@,;:<>()[\]\\"]+\.[^\s@,;:<>()[\]\\".]{2,}$/.test(text)
  );
}

function serviceFaults(
  picked: string,
  listed: string,
  { services, required }: MessageRules,
): readonly (MessageFault | null)[] {
  if (picked === notListed) return [];
  if (picked !== "" && picked !== otherService) return [choiceFault("service", picked, services, false)];
  if (listed !== "") return [listed === notListed ? null : choiceFault("otherService", listed, services, false)];
  if (picked === otherService) return [fault("otherService", "missing")];
  return [required.has("service") ? fault("service", "missing") : null];
}

function choiceFault(
  field: ContactFieldName,
  value: string,
  choices: ReadonlySet<string>,
  isRequired: boolean,
): MessageFault | null {
  if (value === "") return isRequired ? fault(field, "missing") : null;
  return choices.has(value) ? null : fault(field, "malformed");
}

function textFault(field: keyof typeof longestTexts, value: string, isRequired: boolean): MessageFault | null {
  if (value === "") return isRequired ? fault(field, "missing") : null;
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/.test(value) || !value.isWellFormed())
    return fault(field, "malformed");
  return value.length > longestTexts[field] ? fault(field, "too-long") : null;
}

function fault(field: ContactFieldName, kind: MessageFaultKind): MessageFault {
  return { field, kind };
}

/** Browsers send line ends as two signs, scripts as one. */
function textOf(value: unknown): string {
  return typeof value === "string" ? value.replace(/\r\n?/g, "\n").trim() : "";
}
