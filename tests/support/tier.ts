/**
 * How much is tested: `test` everything, some of it in samples, on every change; `full` those samples whole, after it in
 * continuous integration; `soak` the same for hours, by hand.
 */
export const tiers = ["test", "full", "soak"] as const;
export type Tier = (typeof tiers)[number];

/** The variable that carries the tier from `run-tier.ts` to the tests. */
export const tierVariable = "TEST_TIER";

/** The tier of this run; `test` unless `run-tier.ts` says otherwise. */
export const tier: Tier = tiers.find((name) => name === process.env[tierVariable]) ?? "test";

/**
 * The value for this tier. A promise that takes too long for one tier is sampled in it and tested whole in the next.
 *
 * @example
 * fc.assert(property, { numRuns: sample({ test: 100, full: 10_000, soak: 1_000_000 }) });
 */
export function sample<Value>(values: Readonly<Record<Tier, Value>>): Value {
  return values[tier];
}

/**
 * How long a test waits for what must come in the end, in milliseconds: far longer than it takes, because a machine
 * may have other things to do.
 */
export const patience = sample({ test: 30_000, full: 120_000, soak: 120_000 });
