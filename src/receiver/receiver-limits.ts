import type { Rate } from "./rate-limit.ts";
import type { BodyLimits } from "./request-body.ts";

/** What is taken, and how much of it. */
export interface ReceiverLimits {
  readonly body: BodyLimits;
  readonly rate: Rate;
  /** Proxies of ours between this server and the world, whose `X-Forwarded-For` is believed. */
  readonly proxies: number;
}

/** Limits that no form of ours comes near: 1,500 characters in any script are 14 KB, on a slow line seconds. */
export const usualLimits: ReceiverLimits = {
  body: { largest: 65_536, longest: 20_000 },
  rate: { burst: 20, perMinute: 10 },
  proxies: 0,
};
