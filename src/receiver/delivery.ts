import { notListed } from "../model/contact-message.ts";
import type { TicketPlaceholder } from "../model/ticket.ts";
import type { StoredMessage } from "./message-store.ts";

/** What the keys of a message are called on the page. */
export interface MessageNames {
  readonly services: ReadonlyMap<string, string>;
  readonly problems: ReadonlyMap<string, string>;
  /** Titles of the error codes. */
  readonly codes: ReadonlyMap<string, string>;
  /** Titles of the pages, by their paths on the site's host. */
  readonly pages: ReadonlyMap<string, string>;
}

/** A message as it leaves: what was typed, and what its keys mean. `null` is what nobody picked. */
export interface OutgoingMessage {
  /** The same in every attempt, so that whoever gets a message twice can tell. */
  readonly id: string;
  /** When it was received: ISO 8601 in UTC. */
  readonly received: string;
  readonly name: string;
  readonly email: string;
  readonly service: string | null;
  readonly serviceName: string | null;
  readonly problem: string | null;
  readonly problemName: string | null;
  readonly details: string;
  readonly code: string | null;
  readonly codeTitle: string | null;
  readonly page: string | null;
  readonly pageTitle: string | null;
  /** The language of the form, BCP 47; `null` for the site's own. */
  readonly language: string | null;
}

/**
 * What became of one attempt. The error is a short name, such as `HTTP 503`: it is kept and logged, so it never holds
 * anything of the message, nor of the answer, which may repeat the message.
 */
export type Delivery =
  | { readonly kind: "delivered" }
  /** It may be taken later: nobody answered, or somebody is busy. */
  | { readonly kind: "failed"; readonly error: string }
  /** It will hardly be taken later, unless somebody changes a setting. */
  | { readonly kind: "refused"; readonly error: string };

/** Hands a message over. It never throws; it ends soon after the signal does. */
export type Deliver = (message: OutgoingMessage, signal: AbortSignal) => Promise<Delivery>;

/** Names of this machine: nobody can listen in on the way to them. */
export const localHosts: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "::1", "[::1]"]);

/** A message of the store as it leaves. A key that is not known any more stands for itself. */
export function outgoingMessage(stored: StoredMessage, names: MessageNames): OutgoingMessage {
  const { id, receivedAt, name, email, service, problem, details, code, page, language } = stored;
  const serviceName = service === notListed ? "Not on the list" : nameOf(service, names.services);
  return {
    id,
    received: receivedAt,
    name,
    email,
    service,
    serviceName,
    problem,
    problemName: nameOf(problem, names.problems),
    details,
    code,
    codeTitle: code === null ? null : (names.codes.get(code) ?? null),
    page,
    pageTitle: page === null ? null : (names.pages.get(page) ?? null),
    language,
  };
}

/** A message as the placeholders of a ticket name it: nothing is an empty text. */
export function ticketValues(message: OutgoingMessage): Readonly<Record<TicketPlaceholder, string>> {
  const { service, serviceName, problem, problemName, code, codeTitle, page, pageTitle, language, ...texts } = message;
  return {
    ...texts,
    service: service ?? "",
    serviceName: serviceName ?? "",
    problem: problem ?? "",
    problemName: problemName ?? "",
    code: code ?? "",
    codeTitle: codeTitle ?? "",
    page: page ?? "",
    pageTitle: pageTitle ?? "",
    language: language ?? "",
  };
}

/** A name for what was thrown that holds nothing but letters: messages of errors may repeat what somebody typed. */
export function errorName(thrown: unknown): string {
  const seen = thrown instanceof Error ? thrown : new Error("unknown");
  if (seen.name === "TimeoutError") return "time limit";
  const codes = [seen, seen.cause].map((one) => (one instanceof Error && "code" in one ? String(one.code) : ""));
  return codes.findLast((code) => /^[A-Z][A-Z0-9_]{1,60}$/.test(code)) ?? seen.name.replace(/[^A-Za-z]/g, "");
}

function nameOf(key: string | null, names: ReadonlyMap<string, string>): string | null {
  return key === null ? null : (names.get(key) ?? key);
}
