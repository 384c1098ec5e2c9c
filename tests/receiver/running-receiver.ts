import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { IncomingHttpHeaders, Server } from "node:http";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { MessageRules } from "../../src/model/contact-message.ts";
import type { FormState } from "../../src/receiver/answers.ts";
import { openMessageStore } from "../../src/receiver/message-store.ts";
import type { MessageStore, StoredMessage } from "../../src/receiver/message-store.ts";
import { usualLimits } from "../../src/receiver/receiver-limits.ts";
import { createReceiver } from "../../src/receiver/receiver.ts";
import type { ReceivedForm, Receiver, ReceiverEvent, ReceiverOptions } from "../../src/receiver/receiver.ts";

/** What a test's form asks for. */
export const rules: MessageRules = {
  required: new Set(["name", "email", "service", "details"]),
  services: new Set(["app", "booking"]),
  problems: new Set(["sign-in"]),
  codes: new Set(["CID7023"]),
  pages: new Set(["/manage/", "/help/café au lait/"]),
  languages: new Set(["cy"]),
};

/** A message that is right. */
export const rightFields = {
  name: "Amina Yusuf",
  email: "amina@example.org",
  service: "app",
  problem: "sign-in",
  details: "I cannot sign in.",
  error: "CID7023",
};

/** The site of a test. */
export const siteOrigin = "https://help.example.org";

/** What a server answered. */
export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A receiver that listens. */
export interface RunningReceiver {
  readonly port: number;
  readonly store: MessageStore;
  readonly server: Server;
  readonly receiver: Receiver;
  readonly events: readonly ReceiverEvent[];
  readonly stored: () => readonly StoredMessage[];
  /** Sends a body; a connection each. */
  readonly send: (asked?: Asked) => Promise<Answered>;
  /** Sends bytes as they are and gives all that comes back until the connection ends, or what has come by then. */
  readonly raw: (bytes: string | Buffer, milliseconds?: number) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** A request of a test's. */
export interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** Fields as a browser sends them. */
export function formBody(fields: Readonly<Record<string, string>>): string {
  return new URLSearchParams(fields).toString();
}

/** The headers of a plain form from the site. */
export const formHeaders = {
  "content-type": "application/x-www-form-urlencoded",
  origin: siteOrigin,
  "sec-fetch-site": "same-origin",
};

/** The headers of the page's script. */
export const jsonHeaders = { ...formHeaders, "content-type": "application/json" };

/** A form whose page says nothing but what it was made from. */
export const statePage = (state: FormState): string => `<!doctype html><title>Form</title>${JSON.stringify(state)}`;

/** What a page of `statePage` was made from. */
export function stateOf({ body }: Answered): FormState {
  return JSON.parse(body.slice(body.indexOf("{"))) as FormState;
}

/** Starts a receiver with a store of its own. */
export async function startReceiver(
  options: Partial<Omit<ReceiverOptions, "form">> & { readonly form?: Partial<ReceivedForm> } = {},
): Promise<RunningReceiver> {
  const folder = mkdtempSync(join(tmpdir(), "receiver-"));
  const opened = openMessageStore(join(folder, "messages.db"), "receive");
  if (!opened.ok) throw new Error(opened.sentence);
  const { store } = opened;
  const events: ReceiverEvent[] = [];
  const form: ReceivedForm = {
    path: "/contact/send",
    isElsewhere: false,
    rules,
    page: statePage,
    sentHref: "/contact/sent/",
    otherLanguages: new Map(),
    contactHref: "/contact/",
    ...options.form,
  };
  const receiver = createReceiver({
    origins: () => [siteOrigin],
    headers: () => ({ "X-Content-Type-Options": "nosniff" }),
    store,
    limits: { ...usualLimits, rate: { burst: 100_000, perMinute: 1 } },
    log: (event) => events.push(event),
    ...options,
    form: () => form,
  });
  const server = createServer((request, response) => void receiver.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    store,
    server,
    receiver,
    events,
    stored: () => [...store.messages()],
    send: (asked) => send(port, asked),
    raw: (bytes, milliseconds) => raw(port, bytes, milliseconds),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await receiver.close();
      store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Sends one request to a server of this machine. */
export function send(
  port: number,
  { method = "POST", path = "/contact/send", headers = formHeaders, body = formBody(rightFields) }: Asked = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const { statusCode: status = 0, headers } = response;
        resolve({ status, headers, body: Buffer.concat(chunks).toString("utf8") });
      });
    });
    asked.on("error", reject);
    asked.end(method === "GET" || method === "HEAD" || method === "OPTIONS" ? "" : body);
  });
}

/** Sends bytes to a server of this machine, and gives all that comes back until it closes. */
export function raw(port: number, bytes: string | Buffer, milliseconds = 10_000): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port });
    let heard = "";
    const timer = setTimeout(() => socket.destroy(), milliseconds);
    socket.setEncoding("utf8");
    socket.on("data", (text: string) => (heard += text));
    socket.on("error", () => {});
    socket.on("close", () => {
      clearTimeout(timer);
      resolve(heard);
    });
    socket.write(bytes);
  });
}
