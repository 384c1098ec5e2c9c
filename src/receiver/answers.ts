import type { MessageFault } from "../model/contact-message.ts";
import type { BodyType, TypedFields } from "./typed-fields.ts";
import { typedTexts } from "./typed-fields.ts";

/** What is shown to somebody whose message did not arrive, with all that they typed. */
export interface FormState {
  /** A code that the site knows. */
  readonly code: string | null;
  /** The path of a page that the site has. */
  readonly page: string | null;
  readonly typed: Readonly<Record<string, string>>;
  readonly faults: readonly MessageFault[];
  readonly notice: "not-sent" | null;
}

/** What a request is answered with. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** For the log: the message's id, or why there is none. */
  readonly outcome: string;
}

/** What somebody sent, as far as an answer depends on it. */
export interface Sent {
  readonly type: BodyType;
  readonly typed: TypedFields;
  readonly code: string | null;
  readonly page: string | null;
}

/** Makes the form page. */
export type FormPage = (state: FormState) => string;

const html = { "Content-Type": "text/html; charset=utf-8" };
const json = { "Content-Type": "application/json; charset=utf-8" };
const plain = { "Content-Type": "text/plain; charset=utf-8" };

/** The message is kept. */
export function received(type: BodyType, id: string, sentHref: string): Answer {
  if (type === "form") return { status: 303, headers: { Location: sentHref }, body: "", outcome: id };
  return { status: 200, headers: json, body: JSON.stringify({ status: "received", id }), outcome: id };
}

/** Something must be put right first. */
export function faulty({ type, typed, code, page }: Sent, faults: readonly MessageFault[], formPage: FormPage): Answer {
  const common = { status: 422, outcome: faults.map(({ field, kind }) => `${field}:${kind}`).join(",") };
  if (type === "json") return { ...common, headers: json, body: JSON.stringify({ status: "refused", faults }) };
  const body = formPage({ code, page, typed: typedTexts(typed), faults, notice: null });
  return { ...common, headers: html, body };
}

/** Nothing is wrong with the message, but it was not taken now. */
export function notSent(
  { type, typed, code, page }: Sent,
  { status, reason, retryAfter }: { readonly status: 429 | 503; readonly reason: string; readonly retryAfter: number },
  formPage: FormPage,
): Answer {
  const headers = { "Retry-After": String(retryAfter) };
  if (type === "json") return { ...refused(status, reason, type), headers: { ...json, ...headers } };
  const body = formPage({ code, page, typed: typedTexts(typed), faults: [], notice: "not-sent" });
  return { status, headers: { ...html, ...headers }, body, outcome: reason };
}

/** Refused before it was read. Whoever comes here has hardly used our form, so there is no page for it. */
export function refused(
  status: number,
  reason: string,
  type: BodyType | null,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  if (type === "json") {
    return {
      status,
      headers: { ...json, ...headers },
      body: JSON.stringify({ status: "error", reason }),
      outcome: reason,
    };
  }
  const words = `Your message was not sent (${reason}). Go back to the form: what you wrote should still be there.\n`;
  return { status, headers: { ...plain, ...headers }, body: words, outcome: reason };
}

/** Nothing to read here, or nothing to say. */
export function empty(status: number, outcome: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers, body: "", outcome };
}
