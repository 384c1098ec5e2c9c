import { existsSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import EleventyDevServer from "@11ty/eleventy-dev-server";
import { publishedHref } from "../model/address.ts";
import type { PreviewChange } from "./preview.ts";

/** A server on this machine alone, with the pages that are open in browsers kept up to date. */
export interface PreviewServer {
  /** Where to look: `http://localhost:8080/`. */
  readonly address: string;
  /** Tells the browsers what has changed. */
  readonly reload: (change: PreviewChange) => void;
  readonly close: () => Promise<void>;
}

/** Where a preview is served. */
export interface ServerOptions {
  readonly folder: string;
  /** The first port to try; the next free one is taken. 0 takes any. */
  readonly port: number;
  /** With a slash at each end. */
  readonly pathPrefix: string;
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

/** With more changed pages than this, browsers are told to load theirs again rather than sent every page. */
const mostPagesSent = 20;

/**
 * Serves a folder on 127.0.0.1.
 *
 * @throws the system's own error where no port can be had
 */
export async function servePreview({ folder, port, pathPrefix, warn }: ServerOptions): Promise<PreviewServer> {
  const server = new EleventyDevServer("help-centre", folder, {
    pathPrefix,
    portReassignmentRetryCount: portsTried,
    domDiff: true,
    logger: { info: () => {}, log: () => {}, error: () => {} },
    messageOnStart: () => false,
    headers: { "Cache-Control": "no-store" },
  });
  const answer = server.onRequestHandler.bind(server);
  server.onRequestHandler = async (request, response) => {
    try {
      if (!answered(request, response, folder, pathPrefix)) await answer(request, response);
    } catch (error) {
      warn(`Could not answer ${request.url}: ${error instanceof Error ? error.message : String(error)}`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  };
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
    reload: (change) => server.reload(reloadEvent(change, pathPrefix)),
    close: async () => {
      await server.close();
    },
  };
}

/** What browsers are told: the new HTML of the changed pages, so that only what differs in an open page changes. */
function reloadEvent({ pages }: PreviewChange, pathPrefix: string) {
  if (pages.length === 0 || pages.length > mostPagesSent) return {};
  const templates = pages.map(({ entry, html }) => ({
    url: publishedHref(entry.address, pathPrefix),
    inputPath: entry.outputPath,
    content: html,
  }));
  return { files: templates.map((template) => template.inputPath), build: { templates } };
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
