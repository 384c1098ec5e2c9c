import type { IncomingMessage, ServerResponse } from "node:http";
import { readMessage } from "../model/contact-message.ts";
import type { MessageRules } from "../model/contact-message.ts";
import { empty, faulty, notSent, received, refused } from "./answers.ts";
import type { Answer, FormPage, Sent } from "./answers.ts";
import { carriedPage } from "./carried-page.ts";
import type { MessageStore } from "./message-store.ts";
import { clientAddress, rateLimit } from "./rate-limit.ts";
import type { ReceiverLimits } from "./receiver-limits.ts";
import { readBody } from "./request-body.ts";
import { comesFromSite } from "./request-origin.ts";
import { bodyType, isByProgram, typedFields } from "./typed-fields.ts";

/** How a form is answered, in one language. */
export interface FormAnswers {
  readonly page: FormPage;
  /** The page that says thank you. */
  readonly sentHref: string;
}

/** What the site says of its contact form; the answers are those in the site's own language. */
export interface ReceivedForm extends FormAnswers {
  /** Where it is sent, as this server is asked: `/contact/send`. */
  readonly path: string;
  /** Whether that is another host than the site's. */
  readonly isElsewhere: boolean;
  readonly rules: MessageRules;
  /** Answers in other languages, by the language that a form says it is in. */
  readonly otherLanguages: ReadonlyMap<string, FormAnswers>;
  /** The page with the form. */
  readonly contactHref: string;
}

/** What became of a request. There is nothing in it that anybody typed, nor where they are. */
export interface ReceiverEvent {
  readonly method: string;
  readonly status: number;
  /** Of the request's body, as it says itself; 0 where it does not. */
  readonly bytes: number;
  /** The id of the message, or in a word why there is none. */
  readonly outcome: string;
  /** How the message is kept; `null` where there is none. */
  readonly kept: "waiting" | "held" | null;
}

/** What a receiver works with. */
export interface ReceiverOptions {
  /** Asked for each request; `null` where there is no form at this moment. */
  readonly form: () => ReceivedForm | null;
  /** The site's: `https://help.example.org`. */
  readonly origins: (request: IncomingMessage) => readonly string[];
  /** Go with every answer. */
  readonly headers: () => Readonly<Record<string, string>>;
  readonly store: Pick<MessageStore, "add">;
  readonly limits: ReceiverLimits;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly log: (event: ReceiverEvent) => void;
}

/** Takes the messages of a contact form. */
export interface Receiver {
  /** Answers a request. It never throws. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Takes no more, and waits for what it has begun. */
  readonly close: () => Promise<void>;
}

const methods = "GET, HEAD, OPTIONS, POST";

/** Makes a receiver. */
export function createReceiver(options: ReceiverOptions): Receiver {
  const limit = rateLimit(options.limits.rate);
  const running = new Set<Promise<void>>();
  let isClosed = false;
  const answerAndLog = async (request: IncomingMessage, response: ServerResponse) => {
    let kept: ReceiverEvent["kept"] = null;
    const keep = (as: "waiting" | "held") => (kept = as);
    const answer = await answerTo(request, { ...options, limit, keep, isClosed }).catch(() => failure(request));
    if (answer !== null) send(request, response, answer, options);
    else response.destroy();
    const { method = "", headers } = request;
    const { status, outcome } = answer ?? empty(0, "gone");
    options.log({ method, status, bytes: Number(headers["content-length"] ?? 0), outcome, kept });
  };
  return {
    handle: (request, response) => {
      const answering = answerAndLog(request, response).catch(() => void response.destroy());
      running.add(answering);
      return answering.finally(() => running.delete(answering));
    },
    close: async () => {
      isClosed = true;
      await Promise.all(running);
    },
  };
}

interface Receiving extends ReceiverOptions {
  readonly limit: ReturnType<typeof rateLimit>;
  /** Called once a message is in the store. */
  readonly keep: (as: "waiting" | "held") => void;
  readonly isClosed: boolean;
}

/** @returns `null` where nobody waits for an answer any more */
async function answerTo(request: IncomingMessage, receiving: Receiving): Promise<Answer | null> {
  const { headers, method = "", url = "" } = request;
  const form = receiving.form();
  if (form === null || url.replace(/\?.*$/s, "") !== form.path) return refused(404, "not-found", null);
  const isOurs = comesFromSite(headers, receiving.origins(request), form.isElsewhere);
  if (method === "OPTIONS") return isOurs ? preflight() : refused(403, "origin", null);
  if (method === "GET" || method === "HEAD") return empty(303, "redirected", { Location: form.contactHref });
  const type = bodyType(headers["content-type"]);
  if (method !== "POST") return refused(405, "method", type, { Allow: methods });
  if (!isOurs) return refused(403, "origin", type);
  if (type === null || (headers["content-encoding"] ?? "identity") !== "identity") return refused(415, "type", type);
  if (receiving.isClosed) return refused(503, "closing", type);
  return answerToMessage(request, type, form, receiving);
}

async function answerToMessage(
  request: IncomingMessage,
  type: Sent["type"],
  form: ReceivedForm,
  receiving: Receiving,
): Promise<Answer | null> {
  const { limits, limit, now = Date.now } = receiving;
  const forwardedFor = [request.headers["x-forwarded-for"] ?? []].flat().join(",");
  const client = clientAddress(request.socket.remoteAddress ?? "", forwardedFor, limits.proxies);
  const wait = limit(client, now());
  const reading = await readBody(request, limits.body);
  if (!reading.ok && reading.reason === "gone") return null;
  if (!reading.ok) return refused(reading.reason === "too-large" ? 413 : 408, reading.reason, type);
  const typed = typedFields(reading.body, type);
  if (typed === null) return refused(400, "malformed", type);
  const { error, language } = typed;
  const code = typeof error === "string" && form.rules.codes.has(error) ? error : null;
  const { headers } = request;
  const page = carriedPage({ type, typed, headers, origins: receiving.origins(request), pages: form.rules.pages });
  const sent: Sent = { type, typed, code, page };
  const answers = (typeof language === "string" ? form.otherLanguages.get(language) : undefined) ?? form;
  if (wait > 0) return notSent(sent, { status: 429, reason: "too-many", retryAfter: wait }, answers.page);
  const message = readMessage({ ...typed, page }, form.rules);
  if (!message.ok) return faulty(sent, message.faults, answers.page);
  try {
    const id = typeof typed["id"] === "string" ? typed["id"] : null;
    const held = isByProgram(typed);
    const receivedAt = new Date(now()).toISOString();
    const kept = receiving.store.add({ id, message: message.message, held, receivedAt });
    receiving.keep(held ? "held" : "waiting");
    return received(type, kept, answers.sentHref);
  } catch {
    return notSent(sent, { status: 503, reason: "not-stored", retryAfter: 60 }, answers.page);
  }
}

function preflight(): Answer {
  return empty(204, "preflight", {
    "Access-Control-Allow-Methods": "POST",
    "Access-Control-Allow-Headers": "Content-Type",
    "Access-Control-Max-Age": "3600",
  });
}

function failure({ headers }: IncomingMessage): Answer {
  return refused(503, "failed", bodyType(headers["content-type"]), { "Retry-After": "60" });
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: Answer,
  { origins, headers: always }: ReceiverOptions,
): void {
  const { origin } = request.headers;
  const allowed = origin !== undefined && origins(request).includes(origin);
  response.writeHead(status, {
    ...always(),
    "Cache-Control": "no-store",
    Vary: "Origin",
    ...(allowed ? { "Access-Control-Allow-Origin": origin } : {}),
    // What of a body was not read is not waited for.
    ...(request.complete ? {} : { Connection: "close" }),
    ...headers,
    ...(status === 204 ? {} : { "Content-Length": String(Buffer.byteLength(body)) }),
  });
  response.end(request.method === "HEAD" ? "" : body);
}
