import { defineConfig } from "vitest/config";
import { sampledTests } from "./tests/support/sampled-tests.ts";
import { patience, sample, tier } from "./tests/support/tier.ts";

const minute = 60_000;

/** Folders whose tests look at sites that the real command has built. */
const builtSite = ["pages", "browser", "accessibility"] as const;

/** The tests of a folder. The longer tiers run those that the first one takes samples of, and no others. */
const testsIn = (folder: string): string[] =>
  tier === "test" ? [`${folder}/**/*.test.ts`] : sampledTests().filter((path) => path.startsWith(`${folder}/`));

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
          include: testsIn("tests"),
          exclude: builtSite.map((folder) => `tests/${folder}/**`),
        },
      },
      ...builtSite.map((name) => ({
        extends: true as const,
        test: {
          name,
          include: testsIn(`tests/${name}`),
          globalSetup: ["tests/support/built-sites.ts"],
        },
      })),
    ],
  },
});
