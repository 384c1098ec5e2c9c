import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import type { MessageStore } from "./message-store.ts";
import type { Receiver } from "./receiver.ts";

/** A receiver that listens on the network. */
export interface ReceiverServer {
  readonly port: number;
  /** Finishes what it has begun, and ends. */
  readonly close: () => Promise<void>;
}

/** Where a receiver listens. */
export interface ReceiverServerOptions {
  readonly receiver: Receiver;
  readonly store: Pick<MessageStore, "counts">;
  readonly host: string;
  /** 0 takes any. */
  readonly port: number;
}

/** Nobody needs longer than this for a request, in milliseconds: whoever does holds a place that others wait for. */
const timeLimits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5000,
  connectionsCheckingInterval: 2000,
};

/** Connections at a time; a proxy uses a few. */
const mostConnections = 500;

/** Where a proxy or a watch asks whether all is well: how many messages wait, and how many were given up. */
const healthPath = "/healthz";

/**
 * Starts to listen.
 *
 * @throws the system's own error where the port cannot be had
 */
export async function listen({ receiver, store, host, port }: ReceiverServerOptions): Promise<ReceiverServer> {
  const server = createServer({ ...timeLimits, maxHeaderSize: 16_384 }, (request, response) => {
    if (request.url !== healthPath || request.method !== "GET") return void receiver.handle(request, response);
    const { status, body } = health(store);
    response.writeHead(status, { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" });
    response.end(body);
  });
  server.maxConnections = mostConnections;
  server.listen(port, host);
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      await receiver.close();
      server.closeIdleConnections();
      const cut = setTimeout(() => server.closeAllConnections(), timeLimits.keepAliveTimeout);
      await closed;
      clearTimeout(cut);
    },
  };
}

function health(store: Pick<MessageStore, "counts">): { readonly status: number; readonly body: string } {
  try {
    const { waiting, failed } = store.counts();
    return { status: 200, body: JSON.stringify({ status: "ok", waiting, failed }) };
  } catch {
    return { status: 503, body: JSON.stringify({ status: "error" }) };
  }
}
