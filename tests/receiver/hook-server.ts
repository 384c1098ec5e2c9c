/** A real HTTP server in the place of a ticket system, that keeps what it is sent. */
import { createServer } from "node:http";
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { Certificate } from "./certificate.ts";

export interface PostedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** As it was sent. */
  readonly body: string;
}

export interface HookServer {
  readonly url: URL;
  readonly requests: readonly PostedRequest[];
  readonly close: () => Promise<void>;
}

/** Answers the request of a number, counted from 1: with a status, or by what a function does. */
export type HookAnswer = (number: number, response: ServerResponse) => number | void;

export async function serveHook(
  answer: HookAnswer = () => 204,
  { port = 0, certificate }: { readonly port?: number; readonly certificate?: Certificate } = {},
): Promise<HookServer> {
  const requests: PostedRequest[] = [];
  const listener = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = "", url = "", headers } = request;
    const body = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks));
    const number = requests.push({ method, path: url, headers, body });
    const status = answer(number, response);
    if (typeof status === "number") response.writeHead(status).end();
  };
  const server =
    certificate === undefined
      ? createServer((request, response) => void listener(request, response))
      : createSecureServer(
          { key: certificate.key, cert: certificate.certificate },
          (request, response) => void listener(request, response),
        );
  await new Promise<void>((resolve) => {
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address() as AddressInfo;
  const scheme = certificate === undefined ? "http" : "https";
  return {
    url: new URL(`${scheme}://127.0.0.1:${address.port}/tickets`),
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
