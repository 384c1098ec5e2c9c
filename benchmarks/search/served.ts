/** Files held in memory, served as a host would: with Brotli where they are not compressed already. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

/** What is served, by address. */
export type ServedFiles = ReadonlyMap<string, string | Uint8Array>;

/** A server that listens. */
export interface FileServer {
  /** `http://127.0.0.1:8080` */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".json": "application/json",
  "": "text/html",
};

/** Hosts compress files at their best once; of very long ones that would take minutes here. */
const longForBest = 1_000_000;

/** Serves files, and an empty page at `/`. */
export async function serveFiles(files: ServedFiles): Promise<FileServer> {
  const compressed = new Map<string, Buffer>();
  const bodyOf = (path: string, content: string | Uint8Array): Buffer => {
    const known = compressed.get(path);
    if (known) return known;
    const quality = content.length > longForBest ? 6 : 11;
    const made = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
    compressed.set(path, made);
    return made;
  };
  const all = new Map<string, string | Uint8Array>([
    ["/", "<!doctype html><html lang=en><title>Search</title>"],
    ...files,
  ]);
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://here.example").pathname;
    const content = all.get(path);
    const type = types[extname(path)];
    if (content === undefined) response.writeHead(404).end();
    else if (type === undefined) response.writeHead(200, { "Content-Type": "application/octet-stream" }).end(content);
    else response.writeHead(200, { "Content-Type": type, "Content-Encoding": "br" }).end(bodyOf(path, content));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
