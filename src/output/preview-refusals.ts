import type { IncomingMessage, ServerResponse } from "node:http";
import type EleventyDevServer from "@11ty/eleventy-dev-server";

/** The type of an answer in a few words. */
export const plain = { "Content-Type": "text/plain; charset=utf-8" };

/** What this machine calls itself (RFC 6761, RFC 4291). */
const ownNames = ["localhost", "127.0.0.1", "[::1]"];

/** The hosts under which a request may ask for the preview: `localhost:8080`. Browsers leave out the port 80. */
function ownHosts(port: number | undefined): readonly string[] {
  return ownNames.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
}

/**
 * Lets only pages of the preview itself hear what changes: browsers let a page of any website open a web socket to this
 * machine, and name that website in `Origin` (RFC 6455, 10.2). Set before the first connection can be taken.
 */
export function keepSocketToOwnPages(server: EleventyDevServer): void {
  const open = server.setupReloadNotifier.bind(server);
  server.setupReloadNotifier = () => {
    open();
    server.updateServer.options.verifyClient = ({ req: { headers, socket } }) =>
      ownHosts(socket.localPort).some((host) => headers.origin === `http://${host}`);
  };
}

/**
 * Refuses requests under another name than this machine's own, as a website can give its name this machine's address
 * and then read drafts as if they were its own pages (DNS rebinding).
 *
 * @returns whether the request has its answer
 */
export function refusedHost({ headers, socket }: IncomingMessage, response: ServerResponse): boolean {
  if (ownHosts(socket.localPort).includes(headers.host ?? "")) return false;
  response.writeHead(403, plain);
  response.end("The preview answers on this machine alone, under the address that it has said.\n");
  return true;
}

/**
 * Refuses methods that a host of files does not know.
 *
 * @returns whether the request has its answer
 */
export function refusedMethod({ method = "" }: IncomingMessage, response: ServerResponse): boolean {
  if (method === "GET" || method === "HEAD") return false;
  response.writeHead(405, { ...plain, Allow: "GET, HEAD" });
  response.end("The preview can only be read.\n");
  return true;
}
