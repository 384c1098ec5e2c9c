import { existsSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import EleventyDevServer from "@11ty/eleventy-dev-server";
import type { PreviewPanel } from "./preview-panel.ts";

/** A server on this machine alone, with the pages that are open in browsers kept up to date. */
export interface PreviewServer {
  /** Where to look: `http://localhost:8080/`. */
  readonly address: string;
  /** Tells browsers to load what they show again; they keep the place to which it was scrolled. */
  readonly reload: () => void;
  readonly close: () => Promise<void>;
}

/** Where a preview is served. */
export interface ServerOptions {
  readonly folder: string;
  /** The first port to try; the next free one is taken. 0 takes any. */
  readonly port: number;
  /** With a slash at each end. */
  readonly pathPrefix: string;
  /** Shows in each page what is wrong. */
  readonly panel: PreviewPanel;
  /** Told of requests that fail for reasons of the server's own. */
  readonly warn: (message: string) => void;
}

/** How many ports are tried. */
const portsTried = 100;

const highestPort = 65_535;

const noPortLeft = Object.assign(new Error("Every port up to the highest is in use"), {
  code: "EADDRNOTAVAIL",
  syscall: "listen",
});

/**
 * Serves a folder on 127.0.0.1.
 *
 * @throws the system's own error where no port can be had
 */
export async function servePreview({ folder, port, pathPrefix, panel, warn }: ServerOptions): Promise<PreviewServer> {
  const server = new EleventyDevServer("help-centre", folder, {
    pathPrefix,
    portReassignmentRetryCount: portsTried,
    // Changing an open page bit by bit would undo what scripts have done to it: the menu, the marks in the body.
    domDiff: false,
    logger: { info: () => {}, log: () => {}, error: () => {} },
    messageOnStart: () => false,
    headers: { "Cache-Control": "no-store" },
  });
  answerFirst(server, { folder, pathPrefix, panel, warn });
  const withReload = server.augmentContentWithNotifier.bind(server);
  // Never inline, as the library would in the page for what is not found: the content policy refuses that.
  server.augmentContentWithNotifier = (html, _inline, options) => withReload(panel.addTo(html), false, options);
  keepSocketToOwnPages(server);
  // Of itself it would listen on every address of the machine: drafts are for this machine alone.
  server._serverListen = (next) => {
    if (next <= highestPort) server.server.listen({ port: next, host: "127.0.0.1" });
    else server.server.emit("error", noPortLeft);
  };

  const failed = new Promise<never>((_, reject) => {
    server.server.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EADDRINUSE") reject(error);
    });
  });
  server.serve(port);
  await Promise.race([server.ready(), failed]);
  failed.catch(() => {});
  const { port: taken } = server.server.address() as AddressInfo;
  return {
    address: `http://localhost:${taken}${pathPrefix}`,
    reload: () => server.reload({}),
    close: async () => {
      await server.close();
    },
  };
}

/** Answers what the library behind must not see, and survives what it throws. */
function answerFirst(
  server: EleventyDevServer,
  { folder, pathPrefix, panel, warn }: Omit<ServerOptions, "port">,
): void {
  const answer = server.onRequestHandler.bind(server);
  server.onRequestHandler = async (request, response) => {
    try {
      if (refused(request, response) || answeredByPanel(request, response, panel)) return;
      if (answered(request, response, folder, pathPrefix)) return;
      await answer(request, response);
    } catch (error) {
      warn(`Could not answer ${request.url}: ${error instanceof Error ? error.message : String(error)}`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  };
}

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
function keepSocketToOwnPages(server: EleventyDevServer): void {
  const open = server.setupReloadNotifier.bind(server);
  server.setupReloadNotifier = () => {
    open();
    server.updateServer.options.verifyClient = ({ req: { headers, socket } }) =>
      ownHosts(socket.localPort).some((host) => headers.origin === `http://${host}`);
  };
}

/**
 * Refuses requests under another name than this machine's own, as a website can give its name this machine's address
 * and then read drafts as if they were its own pages (DNS rebinding); and methods that a host of files does not know.
 *
 * @returns whether the request has its answer
 */
function refused({ headers, socket, method = "" }: IncomingMessage, response: ServerResponse): boolean {
  const plain = { "Content-Type": "text/plain; charset=utf-8" };
  if (!ownHosts(socket.localPort).includes(headers.host ?? "")) {
    response.writeHead(403, plain);
    response.end("The preview answers on this machine alone, under the address that it has said.\n");
    return true;
  }
  if (method === "GET" || method === "HEAD") return false;
  response.writeHead(405, { ...plain, Allow: "GET, HEAD" });
  response.end("The preview can only be read.\n");
  return true;
}

/** @returns whether the request has its answer */
function answeredByPanel({ url = "" }: IncomingMessage, response: ServerResponse, panel: PreviewPanel): boolean {
  const answer = panel.answer(url.replace(/[?#].*$/s, ""));
  if (answer === null) return false;
  response.writeHead(200, {
    "Content-Type": answer.contentType,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  });
  response.end(answer.body);
  return true;
}

/**
 * Answers requests that the library behind must not see, or answers otherwise than a host would: paths that climb out
 * of the folder, and addresses without the slash at their end, whose question mark and what follows it must be kept.
 *
 * @returns whether the request has its answer
 */
function answered(request: IncomingMessage, response: ServerResponse, folder: string, pathPrefix: string): boolean {
  const [, path = "", query = ""] = /^([^?#]*)(\?[^#]*)?/.exec(request.url ?? "") ?? [];
  const decoded = decodedPath(path);
  if (decoded === null) {
    response.writeHead(400, { "Content-Type": "text/plain; charset=utf-8" });
    response.end("This is not an address of the help centre.\n");
    return true;
  }
  const inside = decoded.startsWith(pathPrefix) ? decoded.slice(pathPrefix.length) : null;
  if (inside === null || inside === "" || inside.endsWith("/") || !existsSync(join(folder, inside, "index.html")))
    return false;
  // Not for ever (301): browsers would remember it for whatever is served on this port next.
  response.writeHead(302, { Location: `${path}/${query}` });
  response.end();
  return true;
}

/** A path as the disk knows it; `null` for one that does not name a place inside the folder. */
function decodedPath(path: string): string | null {
  try {
    const decoded = decodeURIComponent(path);
    const odd = !/^\/(?![\\/])/.test(decoded) || /[\0\\]/.test(decoded) || decoded.split("/").includes("..");
    return odd ? null : decoded;
  } catch {
    return null;
  }
}
