import { contactFieldNames } from "../../src/model/contact-message.ts";
import type { MessageFault, MessageFaultKind } from "../../src/model/contact-message.ts";

/** What became of a message: the receiver has it, has refused it, or it may not have arrived. */
export type Outcome =
  | { readonly kind: "received" }
  | { readonly kind: "refused"; readonly faults: readonly MessageFault[] }
  | { readonly kind: "noConnection" | "busy" | "failed" };

/** How long people wait for the receiver, in milliseconds. */
const timeLimit = 30_000;

/**
 * Sends a message.
 *
 * @param address - the receiver's
 * @param message - what was typed, by the names of the fields, and what the page adds
 */
export async function send(address: string, message: Readonly<Record<string, unknown>>): Promise<Outcome> {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), timeLimit);
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: { Accept: "application/json", "Content-Type": "application/json" },
      body: JSON.stringify(message),
      credentials: "omit",
      // What was typed goes to the address that the page names, and nowhere else.
      redirect: "error",
      signal: waiting.signal,
    });
    const said: unknown = await answer.json().catch(() => null);
    return outcomeOf(answer.status, said);
  } catch {
    return { kind: "noConnection" };
  } finally {
    clearTimeout(timer);
  }
}

/** Only what says so in so many words was received: a network's sign-in page answers with 200 as well. */
function outcomeOf(status: number, said: unknown): Outcome {
  if (status === 200 && memberOf(said, "status") === "received") return { kind: "received" };
  if (status === 429) return { kind: "busy" };
  const faults = status === 422 ? faultsIn(memberOf(said, "faults")) : [];
  return faults.length > 0 ? { kind: "refused", faults } : { kind: "failed" };
}

/** The faults that this page has words for. */
function faultsIn(said: unknown): readonly MessageFault[] {
  if (!Array.isArray(said)) return [];
  return said.flatMap((one: unknown) => {
    const field = contactFieldNames.find((name) => name === memberOf(one, "field"));
    const kind = faultKinds.find((name) => name === memberOf(one, "kind"));
    return field && kind ? [{ field, kind }] : [];
  });
}

const faultKinds: readonly MessageFaultKind[] = ["missing", "malformed", "too-long"];

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
