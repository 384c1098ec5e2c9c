import type { Destination } from "../receiver/destination.ts";
import { startForwarding } from "../receiver/forward.ts";
import type { Forwarding } from "../receiver/forward.ts";
import { openMessageStore } from "../receiver/message-store.ts";
import type { MessageStore } from "../receiver/message-store.ts";
import { usualLimits } from "../receiver/receiver-limits.ts";
import type { ReceiverLimits } from "../receiver/receiver-limits.ts";
import { listen } from "../receiver/receiver-server.ts";
import type { ReceiverServer } from "../receiver/receiver-server.ts";
import { createReceiver } from "../receiver/receiver.ts";
import type { ReceiverEvent } from "../receiver/receiver.ts";
import { exitCodes } from "./exit-codes.ts";
import { nameOfFolder } from "./folder-name.ts";
import type { FormOfSite } from "./form-of-site.ts";
import { interruption } from "./interruption.ts";

/** What a receiver is started with. */
export interface ReceiverRun {
  readonly ofSite: FormOfSite;
  /** The site's: `https://help.example.org`. */
  readonly origin: string;
  /** `null`: messages are only kept. */
  readonly destination: Destination | null;
  /** Holds the messages. */
  readonly file: string;
  readonly host: string;
  readonly port: number;
  readonly limits: Pick<ReceiverLimits, "proxies" | "rate">;
  /** Days after which what was forwarded is deleted. */
  readonly purgeAfter: number;
}

const day = 86_400_000;

/** How often the store is looked through for what is old, in milliseconds. */
const purgeInterval = day / 4;

/** Receives and forwards until Ctrl-C, or until the system asks the process to end. */
export async function receiveUntilEnded(run: ReceiverRun): Promise<number> {
  const interrupted = interruption();
  const { file, destination } = run;
  const opened = openMessageStore(file, "receive");
  if (!opened.ok) {
    process.stderr.write(`${opened.sentence}\n`);
    return exitCodes.system;
  }
  const { store } = opened;
  let server: ReceiverServer | null = null;
  let forwarding: Forwarding | null = null;
  const purge = () => purgeOld(store, run.purgeAfter);
  const purging = setInterval(purge, purgeInterval);
  try {
    purge();
    const { names } = run.ofSite;
    forwarding = destination && startForwarding({ store, deliver: destination.deliver, names, log: say });
    server = await serve(run, store, () => forwarding?.wake());
    sayWhere(run, server.port);
    await interrupted;
    return exitCodes.fine;
  } finally {
    clearInterval(purging);
    await server?.close();
    await forwarding?.close();
    store.close();
  }
}

/** @param wake - called when a message has come that is to be forwarded */
function serve(
  { ofSite, origin, host, port, limits }: ReceiverRun,
  store: MessageStore,
  wake: () => void,
): Promise<ReceiverServer> {
  const receiver = createReceiver({
    form: () => ofSite.form,
    origins: () => [origin],
    headers: () => ofSite.headers,
    store,
    limits: { ...usualLimits, ...limits },
    log: (event) => {
      say(inWords(event));
      if (event.kept === "waiting") wake();
    },
  });
  return listen({ receiver, store, host, port });
}

function sayWhere({ ofSite: { form }, origin, destination, file, host, purgeAfter }: ReceiverRun, port: number): void {
  const address = `http://${host.includes(":") ? `[${host}]` : host}:${port}${form.path}`;
  say(`Receiving messages from ${origin} at ${address} (Ctrl-C ends it)`);
  say(`They are kept in ${nameOfFolder(file)}, and deleted ${purgeAfter} days after they were forwarded`);
  say(destination === null ? "They are not forwarded: see --help" : `They are forwarded to ${destination.name}`);
  if (process.getuid?.() === 0)
    say("This process may do everything on this machine (it runs as root): give it a user of its own");
}

function purgeOld(store: MessageStore, days: number): void {
  try {
    const deleted = store.purge(new Date(Date.now() - days * day).toISOString());
    if (deleted > 0) say(`deleted ${deleted} old`);
  } catch {
    say("could not delete what is old");
  }
}

function inWords({ method, status, bytes, outcome, kept }: ReceiverEvent): string {
  return `${method} ${status} ${bytes} bytes ${outcome}${kept === "held" ? " held" : ""}`;
}

/** A line of the log: nothing in it that anybody typed. */
function say(line: string): void {
  process.stdout.write(`${new Date().toISOString()} ${line}\n`);
}
