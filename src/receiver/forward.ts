import { setTimeout as setTimer } from "node:timers/promises";
import { errorName, outgoingMessage } from "./delivery.ts";
import type { Deliver, Delivery, MessageNames } from "./delivery.ts";
import type { MessageStore, StoredMessage } from "./message-store.ts";

/** What forwarding needs. */
export interface ForwardingOptions {
  readonly store: MessageStore;
  readonly deliver: Deliver;
  readonly names: MessageNames;
  /** Takes lines without personal data. */
  readonly log: (line: string) => void;
  /** How long to wait after so many attempts that failed, in milliseconds. */
  readonly waitAfter?: (attempts: number) => number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** Forwarding that is under way. */
export interface Forwarding {
  /** Says that a message has come. */
  readonly wake: () => void;
  /** Ends it: what is being handed over is waited for, for some seconds; what is not is tried again after the start. */
  readonly close: () => Promise<void>;
}

const minute = 60_000;

/** How long the end waits for a message that is being handed over, in milliseconds. */
const grace = 5000;

/** With the usual waits four days: whoever refuses over a long weekend may have been put right after it. */
const mostAttempts = 24;

/** One minute after the first attempt that failed, twice as long after each more, 6 hours at most. */
export function usualWait(attempts: number): number {
  return Math.min(minute * 2 ** (attempts - 1), 360 * minute);
}

/**
 * Forwards what waits in the store, one message at a time, the longest waiting first. Everything that must be known
 * after a restart is in the store. A message counts as forwarded only when the other side has said so: after a crash in
 * between it goes out again, under the same id. Where nobody answers there is no last attempt; who refuses a message
 * again and again will not take it, so it is given up, and stays in the store.
 */
export function startForwarding(options: ForwardingOptions): Forwarding {
  const { log, waitAfter = usualWait } = options;
  const delivered = new Set<string>();
  const ending = new AbortController();
  const cutting = new AbortController();
  let waking = new AbortController();
  const run = async () => {
    while (!ending.signal.aborted) {
      waking = new AbortController();
      const outcome = await forwardNext(options, delivered, cutting.signal).catch((error: unknown) => {
        log(`forwarding cannot use the store: ${errorName(error)}`);
        return "unanswered" as const;
      });
      // Whoever cannot take one message now is asked again once in a while, not once for each message.
      if (outcome === "unanswered") await sleep(waitAfter(1), ending.signal);
      else if (outcome !== "done") await sleep(outcome.idle, AbortSignal.any([waking.signal, ending.signal]));
    }
  };
  const running = run();
  return {
    wake: () => waking.abort(),
    close: async () => {
      ending.abort();
      const cut = setTimeout(() => cutting.abort(), grace);
      await running;
      clearTimeout(cut);
    },
  };
}

/**
 * Tries the message that is due, if there is one.
 *
 * @param delivered - messages that arrived and of which the store does not know yet, as when its disk is full
 * @returns what became of it, or for how long there is nothing to do, in milliseconds
 */
async function forwardNext(
  { store, deliver, names, log, waitAfter = usualWait, now = Date.now }: ForwardingOptions,
  delivered: Set<string>,
  signal: AbortSignal,
): Promise<"done" | "unanswered" | { readonly idle: number }> {
  const [message] = store.due(timeOf(now()), 1);
  if (message === undefined) {
    const next = store.nextDue();
    // Not for long, as somebody may set the clock.
    return { idle: next === null ? minute : Math.min(Date.parse(next) - now(), minute) };
  }
  const { id, attempts } = message;
  const delivery = delivered.has(id) ? arrived : await tried(deliver(outgoingMessage(message, names), signal));
  if (delivery.kind === "delivered") {
    delivered.add(id);
    store.forwarded(id, timeOf(now()));
    delivered.delete(id);
    log(`forwarded ${id}`);
    return "done";
  }
  // Cut off by the end: whether it arrived is not known, so it stays due.
  if (signal.aborted) return "done";
  const wait = delivery.kind === "refused" && attempts + 1 >= mostAttempts ? null : waitAfter(attempts + 1);
  store.attemptFailed(id, { error: delivery.error, nextAttemptAt: wait === null ? null : timeOf(now() + wait) });
  log(failureLine(message, delivery.error, wait));
  return delivery.kind === "refused" ? "done" : "unanswered";
}

const arrived: Delivery = { kind: "delivered" };

function failureLine({ id, attempts }: StoredMessage, error: string, wait: number | null): string {
  const next = wait === null ? "given up; it stays in the store" : `again in ${Math.ceil(wait / minute)} min`;
  return `not forwarded ${id}: ${error} (attempt ${attempts + 1}), ${next}`;
}

/** Deliveries do not throw; if one does all the same, the others must not suffer. */
function tried(delivering: Promise<Delivery>): Promise<Delivery> {
  return delivering.catch((error: unknown) => ({ kind: "failed", error: errorName(error) }));
}

/** Ends early at the signal. */
function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return setTimer(Math.max(milliseconds, 1), undefined, { signal }).catch(() => {});
}

function timeOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
