import { defineConfig } from "vitest/config";
import { patience, sample } from "./tests/support/tier.ts";

const minute = 60_000;

/** Folders whose tests look at sites that the real command has built. */
const builtSite = ["pages", "browser", "accessibility"] as const;

export default defineConfig({
  test: {
    // Everything runs on 2 cores, a browser among it.
    maxWorkers: 2,
    testTimeout: sample({ test: minute, full: 10 * minute, soak: 24 * 60 * minute }),
    hookTimeout: 10 * minute,
    expect: { poll: { timeout: patience } },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts"],
          exclude: builtSite.map((folder) => `tests/${folder}/**`),
        },
      },
      ...builtSite.map((name) => ({
        extends: true as const,
        test: {
          name,
          include: [`tests/${name}/**/*.test.ts`],
          globalSetup: ["tests/support/built-sites.ts"],
        },
      })),
    ],
  },
});
