import { describe, expect, test } from "vitest";
import { sample } from "../support/tier.ts";
import { killUnderLoad } from "./kill-under-load.ts";

describe("a receiver that is killed while messages come", () => {
  test(
    "has every message that it has acknowledged, once, and hands each over under one id",
    { timeout: 300_000 },
    async () => {
      const load = sample({
        test: { messages: 100, connections: 8, kills: 2 },
        full: { messages: 500, connections: 8, kills: 5 },
        soak: { messages: 10_000, connections: 16, kills: 50 },
      });
      const { acknowledged, kills, unanswered, lost, storedTwice, notForwarded, forwardedTwiceUntold } =
        await killUnderLoad(load);
      expect({ acknowledged, kills, lost, storedTwice, notForwarded, forwardedTwiceUntold }).toEqual({
        acknowledged: load.messages,
        kills: load.kills,
        lost: 0,
        storedTwice: 0,
        notForwarded: 0,
        forwardedTwiceUntold: 0,
      });
      expect(unanswered).toBeGreaterThan(0);
    },
  );
});
