import { formHeaders, jsonHeaders, raw, send, siteOrigin } from "./running-receiver.ts";

const head = (...lines: readonly string[]) =>
  ["POST /contact/send HTTP/1.1", "Host: help.example.org", `Origin: ${siteOrigin}`, ...lines, "", ""].join("\r\n");
const form = "Content-Type: application/x-www-form-urlencoded";

/** A way to do harm to a receiver; each ends in the status of an answer, or in 0 where the connection was closed. */
export type HostileRequest = (port: number) => Promise<number>;

/** One request of each kind, by what it is. */
export const hostileRequests: Readonly<Record<string, HostileRequest>> = {
  "a length of 10 GB": (port) => rawStatus(port, head(form, "Content-Length: 10000000000")),
  "2 MB in chunks": (port) =>
    rawStatus(port, head(form, "Transfer-Encoding: chunked") + `10000\r\n${"x".repeat(65_536)}\r\n`.repeat(32)),
  "1 MB at once": (port) => status(port, formHeaders, "x".repeat(1_000_000)),
  "JSON 30,000 deep": (port) => status(port, jsonHeaders, "[".repeat(30_000)),
  "60,000 commas": (port) => status(port, jsonHeaders, `[${",".repeat(60_000)}]`),
  "20,000 fields": (port) => status(port, formHeaders, "a=1&".repeat(15_000)),
  "wrong types": (port) =>
    status(port, jsonHeaders, JSON.stringify({ name: [], email: {}, details: 1, service: null })),
  "another charset": (port) => status(port, { ...formHeaders, "content-type": "text/plain; charset=utf-16" }, "a=1"),
  "bytes that are no UTF-8": (port) => status(port, formHeaders, Buffer.alloc(60_000, 0xff)),
  "2,000 headers": (port) => rawStatus(port, head(form, ...Array.from({ length: 2000 }, (_, n) => `X-${n}: y`))),
  "half a body, then gone": async (port) => {
    await raw(port, `${head(form, "Content-Length: 60000")}${"x".repeat(30_000)}`, 20);
    return 0;
  },
  "two requests in one": (port) =>
    rawStatus(port, `${head(form, "Content-Length: 5", "Transfer-Encoding: chunked")}0\r\n\r\nPOST / HTTP/1.1\r\n\r\n`),
};

async function status(port: number, headers: Readonly<Record<string, string>>, body: string | Buffer): Promise<number> {
  return send(port, { headers, body }).then(
    (answer) => answer.status,
    () => 0,
  );
}

async function rawStatus(port: number, bytes: string): Promise<number> {
  return Number(/^HTTP\/1\.1 (\d+)/.exec(await raw(port, bytes))?.[1] ?? 0);
}
