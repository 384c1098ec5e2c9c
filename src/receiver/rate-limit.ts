import { isIP } from "node:net";

/** How many requests one address may send. */
export interface Rate {
  /** At once. */
  readonly burst: number;
  /** In the long run. */
  readonly perMinute: number;
}

/**
 * Counts a request from an address.
 *
 * @param now - milliseconds
 * @returns seconds to wait before the next one; 0 where this one may pass
 */
export type RateLimit = (address: string, now: number) => number;

/** Addresses that are remembered; beyond it, those that have been silent for longest are forgotten. */
const mostAddresses = 10_000;

/** A token bucket for each address (Turner, 1986), in memory: nothing of it is kept anywhere. */
export function rateLimit({ burst, perMinute }: Rate): RateLimit {
  const buckets = new Map<string, { readonly left: number; readonly at: number }>();
  const perMillisecond = perMinute / 60_000;
  return (address, now) => {
    const client = network(address);
    const before = buckets.get(client) ?? { left: burst, at: now };
    const left = Math.min(burst, before.left + Math.max(0, now - before.at) * perMillisecond);
    const passes = left >= 1;
    // In a Map, what was set last stands last.
    buckets.delete(client);
    buckets.set(client, { left: passes ? left - 1 : left, at: now });
    if (buckets.size > mostAddresses) buckets.delete(buckets.keys().next().value ?? "");
    return passes ? 0 : Math.ceil((1 - left) / perMillisecond / 1000);
  };
}

/**
 * The address that a request came from.
 *
 * @param forwardedFor - the header `X-Forwarded-For`: each proxy adds at its end whom it heard
 * @param proxies - how many proxies of ours stand before this server; what stands further left anybody can have written
 */
export function clientAddress(socketAddress: string, forwardedFor: string | undefined, proxies: number): string {
  if (proxies === 0 || forwardedFor === undefined) return socketAddress;
  const named = forwardedFor.split(",").map((part) => part.trim());
  const client = named[Math.max(0, named.length - proxies)] ?? "";
  const [, bare = client] = /^\[([^\]]+)\](?::\d+)?$/.exec(client) ?? /^([\d.]+):\d+$/.exec(client) ?? [];
  return isIP(bare) === 0 ? socketAddress : bare;
}

/** Whoever has one IPv6 address has the 2^64 of its network: they are counted as one. */
function network(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped !== undefined || isIP(address) !== 6) return mapped ?? address;
  const [left = "", right] = address.replace(/%.*$/, "").split("::");
  const groups = left === "" ? [] : left.split(":");
  const after = right === undefined || right === "" ? 0 : right.split(":").length;
  const zeros = right === undefined ? 0 : Math.max(0, 8 - groups.length - after);
  const all = [...groups, ...Array.from({ length: zeros }, () => "0"), ...(right ?? "").split(":")];
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group || "0", 16).toString(16))
    .join(":");
}
