import { ticketOf } from "../model/ticket.ts";
import { errorName, localHosts, ticketValues } from "./delivery.ts";
import type { Deliver, Delivery } from "./delivery.ts";

/** Where messages are posted to. */
export interface Webhook {
  readonly url: URL;
  /** Sent as `Authorization: Bearer`; `null`: nothing is sent. */
  readonly token: string | null;
  /** The shape of the JSON, from `contact.yml`; `null`: the message as it is. */
  readonly ticket: Readonly<Record<string, string>> | null;
}

/** How long an answer may take, in milliseconds. */
const timeLimit = 15_000;

/** 4xx answers that ask for patience: too slow, the same message is being taken, too early, too many. */
const temporary: ReadonlySet<number> = new Set([408, 409, 425, 429]);

/**
 * The address of a webhook as it was typed: https, or http to this machine.
 *
 * @returns the sentence says why it is none; it does not repeat the address, which may hold a password
 */
export function webhookUrl(
  typed: string,
): { readonly ok: true; readonly url: URL } | { readonly ok: false; readonly sentence: string } {
  const url = URL.parse(typed);
  if (url === null) return { ok: false, sentence: "The webhook must be a whole address, such as https://example.org/" };
  if (url.username !== "" || url.password !== "")
    return { ok: false, sentence: "Names and passwords do not belong in the webhook's address: set a token instead" };
  if (url.protocol === "https:" || (url.protocol === "http:" && localHosts.has(url.hostname))) return { ok: true, url };
  return { ok: false, sentence: "The webhook's address must start with https://. Only this machine may have http://" };
}

/** Hands messages to a webhook, one request each. Only a 2xx answer counts; redirects are not followed. */
export function deliverByWebhook({ url, token, ticket }: Webhook): Deliver {
  const authorization: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
  return async (message, signal) => {
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: {
          ...authorization,
          "content-type": "application/json",
          "idempotency-key": message.id,
          "user-agent": "help-centre",
        },
        body: JSON.stringify(ticket === null ? message : ticketOf(ticket, ticketValues(message))),
        redirect: "manual",
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeLimit)]),
      });
      // Nothing in an answer matters to us but its status. What is left of it is not waited for.
      void response.body?.cancel().catch(() => {});
      return deliveryOf(response.status);
    } catch (error) {
      return { kind: "failed", error: errorName(error) };
    }
  };
}

function deliveryOf(status: number): Delivery {
  if (status >= 200 && status < 300) return { kind: "delivered" };
  return { kind: status >= 500 || temporary.has(status) ? "failed" : "refused", error: `HTTP ${status}` };
}
