import type { IncomingMessage } from "node:http";

/** How much is read of a request, and for how long. */
export interface BodyLimits {
  /** Bytes. */
  readonly largest: number;
  /** Milliseconds from the first look at a request to the last byte of its body. */
  readonly longest: number;
}

/** What reading a body gives; `gone`: whoever sent it did not wait for an answer. */
export type BodyReading =
  | { readonly ok: true; readonly body: Buffer }
  | { readonly ok: false; readonly reason: "too-large" | "too-slow" | "gone" };

/**
 * A browser that is still sending when its connection is closed shows a failed connection, not the answer: this much
 * of a body that is too large is read and dropped, in multiples of what is allowed.
 */
const dropped = 16;

/** Reads the body of a request. Nothing more of it is kept than the limits allow. */
export function readBody(request: IncomingMessage, { largest, longest }: BodyLimits): Promise<BodyReading> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (reading: BodyReading) => {
      clearTimeout(timer);
      request.off("data", take).off("end", finish).off("error", leave).off("close", leave);
      // Without this, an error that comes later would end the process.
      request.on("error", () => {});
      resolve(reading);
    };
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= largest) chunks.push(chunk);
      if (size > largest * dropped) end({ ok: false, reason: "too-large" });
    };
    const finish = () =>
      end(size > largest ? { ok: false, reason: "too-large" } : { ok: true, body: Buffer.concat(chunks) });
    const leave = () => end({ ok: false, reason: "gone" });
    const timer = setTimeout(() => end({ ok: false, reason: "too-slow" }), longest);
    if (Number(request.headers["content-length"] ?? 0) > largest * dropped) end({ ok: false, reason: "too-large" });
    else request.on("data", take).on("end", finish).on("error", leave).on("close", leave);
  });
}
