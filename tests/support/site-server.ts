/**
 * A host for a built site, as strict as a real one: it sends the headers of the site's own `_headers`, answers what is
 * not there with the site's 404 page, and leads a folder's address to the one with a slash at the end.
 */
import { createReadStream, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { RequestListener, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { pipeline } from "node:stream";
import { constants, createBrotliCompress } from "node:zlib";

export interface SiteServer {
  /** Where the site's home page is: `http://127.0.0.1:40123/help/`. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** The headers for the addresses that a pattern covers. */
export interface HeaderRule {
  /** A path, with `*` for anything: `/assets/*`. */
  readonly pattern: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Files that tell a host what to do; hosts do not serve them. */
const hostFiles = new Set(["/_headers", "/_redirects"]);

const mediaTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

/**
 * Serves a built site on a free port of this machine.
 *
 * @param folder - the output folder of a build
 * @param pathPrefix - where the site lives on its host, with a slash at each end
 * @param post - answers what is posted, as a host that hands it on to a server of its own
 * @param compressed - whether text is sent as hosts send it, compressed with brotli to browsers that take it
 */
export async function serveSite(
  folder: string,
  pathPrefix: string,
  post?: RequestListener,
  compressed = false,
): Promise<SiteServer> {
  const rules = parseHeaders(readFileSync(join(folder, "_headers"), "utf8"));
  const server = createServer((request, response) => {
    if (post && request.method === "POST") return post(request, response);
    const url = new URL(`http://host.invalid${request.url}`);
    for (const [name, value] of headersFor(url.pathname, rules)) response.setHeader(name, value);
    const takesBrotli = /\bbr\b/.test(String(request.headers["accept-encoding"]));
    answer(response, { folder, pathPrefix, brotli: compressed && takesBrotli }, url);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${pathPrefix}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * Reads a `_headers` file: a line with a path pattern, then indented lines with its headers.
 *
 * @see https://docs.netlify.com/manage/routing/headers/
 */
export function parseHeaders(text: string): readonly HeaderRule[] {
  const rules: { pattern: string; headers: (readonly [string, string])[] }[] = [];
  for (const line of text.split("\n")) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    if (!/^\s/.test(line)) rules.push({ pattern: line.trim(), headers: [] });
    else {
      const [, name, value] = /^\s+([A-Za-z0-9-]+):\s*(.*?)\s*$/.exec(line) ?? [];
      if (name === undefined || value === undefined) throw new Error(`A line of _headers cannot be read: ${line}`);
      rules.at(-1)?.headers.push([name, value]);
    }
  }
  return rules;
}

/** The headers of every rule that covers a path; of one name, the last. */
export function headersFor(path: string, rules: readonly HeaderRule[]): ReadonlyMap<string, string> {
  const covering = rules.filter((rule) => {
    const [start = "", end] = rule.pattern.split("*");
    return end === undefined ? path === start : path.startsWith(start) && path.endsWith(end);
  });
  return new Map(covering.flatMap((rule) => rule.headers));
}

/** How a request is answered. */
interface Answering {
  readonly folder: string;
  readonly pathPrefix: string;
  readonly brotli: boolean;
}

function answer(response: ServerResponse, how: Answering, url: URL): void {
  const { folder, pathPrefix } = how;
  const path = url.pathname.startsWith(pathPrefix) ? decoded(url.pathname.slice(pathPrefix.length - 1)) : null;
  if (path === null || path.split("/").includes("..") || hostFiles.has(path)) return notFound(response, how);

  const place = join(folder, path);
  if (path.endsWith("/")) return send(response, how, join(place, "index.html"), 200);
  if (kindOf(place) === "folder") {
    response.writeHead(301, { location: `${url.pathname}/${url.search}` }).end();
    return;
  }
  send(response, how, place, 200);
}

function send(response: ServerResponse, how: Answering, file: string, status: number): void {
  if (kindOf(file) !== "file") return status === 404 ? void response.writeHead(404).end() : notFound(response, how);
  const mediaType = mediaTypes[extname(file)] ?? "application/octet-stream";
  const headers = { "content-type": mediaType };
  if (!how.brotli || !/^text|json|javascript|xml/.test(mediaType)) {
    response.writeHead(status, headers);
    createReadStream(file).pipe(response);
    return;
  }
  response.writeHead(status, { ...headers, "content-encoding": "br", vary: "accept-encoding" });
  // The usual strength of hosts that compress while they send. Somebody who goes away in the middle is no fault.
  const brotli = createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
  pipeline(createReadStream(file), brotli, response, () => {});
}

function notFound(response: ServerResponse, how: Answering): void {
  send(response, how, join(how.folder, "404.html"), 404);
}

function kindOf(path: string): "file" | "folder" | null {
  const stats = path.includes("\0") ? undefined : statOf(path);
  return stats?.isFile() ? "file" : stats?.isDirectory() ? "folder" : null;
}

function statOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // A name that no disk takes.
    return undefined;
  }
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
