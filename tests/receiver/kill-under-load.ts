import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { openMessageStore } from "../../src/receiver/message-store.ts";
import { makeReceiverDesk, startReceiverProcess } from "../support/receiver-process.ts";
import type { ReceiverDesk, ReceiverProcess } from "../support/receiver-process.ts";
import { serveHook } from "./hook-server.ts";
import type { PostedRequest } from "./hook-server.ts";
import { formBody, formHeaders, jsonHeaders, send } from "./running-receiver.ts";

/** How many messages, by how many people at a time, and how often the receiver is killed meanwhile. */
export interface Load {
  readonly messages: number;
  readonly connections: number;
  readonly kills: number;
}

/** What became of the messages. */
export interface Aftermath {
  readonly acknowledged: number;
  /** Requests that had no answer, as the receiver was dead or died over them; each was sent again. */
  readonly unanswered: number;
  readonly kills: number;
  /** Acknowledged, and not in the store: must be 0. */
  readonly lost: number;
  /** Messages of the page's script, which give ids, that are in the store more than once: must be 0. */
  readonly storedTwice: number;
  /** Plain forms that were kept more than once, as their sender heard of it only the second time. */
  readonly formsStoredTwice: number;
  /** In the store, and not handed over: must be 0. */
  readonly notForwarded: number;
  /** Handed over more than once, each time under the same id. */
  readonly forwardedTwice: number;
  /** Handed over more than once, and not under one id: must be 0. */
  readonly forwardedTwiceUntold: number;
  readonly seconds: number;
}

/** One message in so many is a plain form's, without an id. */
const formEvery = 5;

/** Sends messages to the real receiver, kills it with SIGKILL again and again, and counts what is left. */
export async function killUnderLoad({ messages, connections, kills }: Load): Promise<Aftermath> {
  const started = performance.now();
  const desk = makeReceiverDesk();
  // Slow enough that the receiver dies while it hands over, too.
  const hook = await serveHook((number, response) => void setTimeout(() => response.writeHead(204).end(), number % 7));
  const args = ["--rate", "1000000", "--webhook", hook.url.href];
  let running = await startReceiverProcess(desk, args);
  const acknowledged = new Map<number, string>();
  let unanswered = 0;
  let next = 0;
  const sender = async () => {
    for (let number = next++; number < messages; number = next++) {
      const id = randomUUID();
      while (!acknowledged.has(number)) {
        const answered = await sendMessage(running.port, number, id);
        if (answered !== null) acknowledged.set(number, answered);
        else {
          unanswered += 1;
          await wait(20);
        }
      }
    }
  };
  const senders = Array.from({ length: connections }, sender);
  for (let kill = 1; kill <= kills; kill += 1) {
    while (acknowledged.size < (messages * kill) / (kills + 1)) await wait(1);
    await wait(Math.random() * 20);
    await running.end("SIGKILL");
    running = await startReceiverProcess(desk, args);
  }
  await Promise.all(senders);
  await forwardedAll(running);
  await running.end();
  await hook.close();
  const counted = countStored(desk, acknowledged, hook.requests);
  desk.clear();
  const seconds = (performance.now() - started) / 1000;
  return { acknowledged: acknowledged.size, unanswered, kills, ...counted, seconds };
}

/** @returns the id under which it was kept, empty for a plain form; `null` without an answer */
async function sendMessage(port: number, number: number, id: string): Promise<string | null> {
  const typed = {
    name: "A",
    email: "a@example.org",
    otherService: "app",
    problem: "other",
    details: `Message ${number}`,
  };
  const isForm = number % formEvery === 0;
  const asked = isForm
    ? { headers: formHeaders, body: formBody(typed) }
    : { headers: jsonHeaders, body: JSON.stringify({ ...typed, id }) };
  const answer = await send(port, asked).catch(() => null);
  if (answer === null) return null;
  if (answer.status !== (isForm ? 303 : 200)) throw new Error(`Message ${number} was answered with ${answer.status}`);
  return isForm ? "" : (JSON.parse(answer.body) as { readonly id: string }).id;
}

/** Waits until nothing waits any more, as the receiver itself says. */
async function forwardedAll({ port }: ReceiverProcess): Promise<void> {
  const waiting = async () => {
    const { body } = await send(port, { method: "GET", path: "/healthz" });
    return (JSON.parse(body) as { readonly waiting: number }).waiting;
  };
  while ((await waiting()) > 0) await wait(20);
}

function countStored(
  { data }: ReceiverDesk,
  acknowledged: ReadonlyMap<number, string>,
  posted: readonly PostedRequest[],
) {
  const opened = openMessageStore(data, "read");
  if (!opened.ok) throw new Error(opened.sentence);
  const stored = [...opened.store.messages()].map(({ id, details }) => ({ id, number: Number(details.split(" ")[1]) }));
  opened.store.close();
  const idsOf = Map.groupBy(stored, ({ number }) => number);
  const isKept = ([number, id]: readonly [number, string]) =>
    idsOf.get(number)?.some((one) => id === "" || one.id === id) === true;
  const twice = [...idsOf.entries()].filter(([, all]) => all.length > 1).map(([number]) => number);
  const told = Map.groupBy(posted, ({ headers }) => String(headers["idempotency-key"]));
  const repeated = [...told.values()].filter((all) => all.length > 1);
  // Each id may come again with the same words only, and words under one id only, unless they are in the store twice.
  const sameWords = repeated.every((all) => new Set(all.map(({ body }) => body)).size === 1);
  const strangers = [...told.keys()].filter((id) => !stored.some((one) => one.id === id));
  return {
    lost: [...acknowledged].filter((one) => !isKept(one)).length,
    storedTwice: twice.filter((number) => number % formEvery !== 0).length,
    formsStoredTwice: twice.filter((number) => number % formEvery === 0).length,
    notForwarded: stored.filter(({ id }) => !told.has(id)).length,
    forwardedTwice: repeated.length,
    forwardedTwiceUntold: strangers.length + (sameWords ? 0 : 1),
  };
}
