import { existsSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import EleventyDevServer from "@11ty/eleventy-dev-server";
import type { CodePattern } from "../model/settings.ts";
import { codePage } from "./preview-codes.ts";
import type { PreviewPanel } from "./preview-panel.ts";
import { keepSocketToOwnPages, plain, refusedHost, refusedMethod } from "./preview-refusals.ts";

/** A server on this machine alone, with the pages that are open in browsers kept up to date. */
export interface PreviewServer {
  /** Where to look: `http://localhost:8080/`. */
  readonly address: string;
  /** Tells browsers to load what they show again; they keep the place to which it was scrolled. */
  readonly reload: () => void;
  readonly close: () => Promise<void>;
}

/**
 * Takes what is sent to the contact form.
 *
 * @returns whether the request gets its answer there; `false` for a request to any other address
 */
export type ReceiveRequest = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Where a preview is served. */
export interface ServerOptions {
  readonly folder: string;
  /** The first port to try; the next free one is taken. 0 takes any. */
  readonly port: number;
  /** With a slash at each end. */
  readonly pathPrefix: string;
  /** Shows in each page what is wrong. */
  readonly panel: PreviewPanel;
  readonly receive: ReceiveRequest;
  /** What an error code looks like now; `null` while nothing can be shown. */
  readonly codes: () => CodePattern | null;
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
export async function servePreview(options: ServerOptions): Promise<PreviewServer> {
  const { folder, port, pathPrefix, panel } = options;
  const server = new EleventyDevServer("help-centre", folder, {
    pathPrefix,
    portReassignmentRetryCount: portsTried,
    // Changing an open page bit by bit would undo what scripts have done to it: the menu, the marks in the body.
    domDiff: false,
    logger: { info: () => {}, log: () => {}, error: () => {} },
    messageOnStart: () => false,
    headers: { "Cache-Control": "no-store" },
  });
  answerFirst(server, options);
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
  { folder, pathPrefix, panel, receive, codes, warn }: Omit<ServerOptions, "port">,
): void {
  const answer = server.onRequestHandler.bind(server);
  server.onRequestHandler = async (request, response) => {
    try {
      if (refusedHost(request, response) || receive(request, response)) return;
      if (refusedMethod(request, response) || answeredByPanel(request, response, panel)) return;
      if (answered(request, response, folder, pathPrefix, codes())) return;
      await answer(request, response);
    } catch (error) {
      warn(`Could not answer ${request.url}: ${error instanceof Error ? error.message : String(error)}`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  };
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
 * of the folder, other spellings of codes, and addresses without the slash at their end, whose question mark and what
 * follows it must be kept.
 *
 * @returns whether the request has its answer
 */
function answered(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
  pathPrefix: string,
  codes: CodePattern | null,
): boolean {
  const [, path = "", query = ""] = /^([^?#]*)(\?[^#]*)?/.exec(request.url ?? "") ?? [];
  const decoded = decodedPath(path);
  if (decoded === null) {
    response.writeHead(400, plain);
    response.end("This is not an address of the help centre.\n");
    return true;
  }
  const inside = decoded.startsWith(pathPrefix) ? decoded.slice(pathPrefix.length) : null;
  const page = inside === null || codes === null ? null : codePage(folder, `/${inside}`, query, codes);
  const lacksSlash = inside && !inside.endsWith("/") && existsSync(join(folder, inside, "index.html"));
  if (page === null && !lacksSlash) return false;
  // Not for ever (301): browsers would remember it for whatever is served on this port next.
  response.writeHead(302, { Location: page === null ? `${path}/${query}` : pathPrefix + page.slice(1) });
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
