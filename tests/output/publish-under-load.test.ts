import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, readdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sample } from "../support/tier.ts";
import { newDesk, publishSmall, readSite, siteSaying } from "./small-sites.ts";
import type { Desk } from "./small-sites.ts";

const minute = 60_000;

let desk: Desk;
beforeEach(() => {
  desk = newDesk();
});
afterEach(() => desk.clear());

/** Starts a process that publishes for ever, and kills it as soon as it has published once and then so many ms. */
async function killedAfter(milliseconds: number, kind: "links" | "folders"): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "publish-for-ever.ts"), desk.folder, kind], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  await once(child.stdout, "data");
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  child.kill("SIGKILL");
  await ended;
}

function wordsIn(folder: string): readonly string[] {
  return [...new Set(Object.values(readSite(folder)))];
}

describe("a site that is published", () => {
  test("is whole for a reader at every moment", { timeout: minute }, async () => {
    await publishSmall(desk, siteSaying("0"));
    let publishing = true;
    const seen = new Set<string>();
    let reads = 0;
    const reader = (async () => {
      while (publishing) {
        // As a server does: one look at where the link leads, then the files; and each file by the link itself.
        expect(wordsIn(realpathSync(desk.output))).toHaveLength(1);
        seen.add(readFileSync(join(desk.output, "index.html"), "utf8"));
        reads += 1;
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    for (let count = 1; count <= sample({ test: 100, full: 1000, soak: 10_000 }); count += 1) {
      expect(await publishSmall(desk, siteSaying(String(count)))).toMatchObject({ ok: true });
    }
    publishing = false;
    await reader;
    expect(reads).toBeGreaterThan(100);
    expect(seen.size).toBeGreaterThan(20);
  });
});

describe("a build that is killed at any moment", () => {
  const kills = sample({ test: 20, full: 200, soak: 5000 });

  test("leaves a whole site, and the next build tidies up", { timeout: kills * 3000 }, async () => {
    for (let count = 0; count < kills; count += 1) {
      await killedAfter((count * 7.3) % 50, "links");
      const words = wordsIn(desk.output);
      expect(words).toHaveLength(1);
      expect(Object.keys(readSite(desk.output))).toHaveLength(20);
    }
    await publishSmall(desk, siteSaying("last"));
    expect(readSite(desk.output)).toEqual(siteSaying("last"));
    const left = readdirSync(`${desk.output}.releases`);
    expect(left.filter((name) => !/^[0-9]+-/.test(name))).toEqual([]);
    expect(left).toHaveLength(3);
  });

  test(
    "leaves a whole site where links are not to be had, or one that the next start brings back",
    { timeout: kills * 3000 },
    async () => {
      for (let count = 0; count < kills; count += 1) {
        await killedAfter((count * 7.3) % 50, "folders");
        if (existsSync(desk.output)) expect(wordsIn(desk.output)).toHaveLength(1);
        let found: readonly string[] = [];
        await publishSmall(desk, siteSaying("next"), { links: false, meanwhile: () => (found = wordsIn(desk.output)) });
        expect(found).toHaveLength(1);
      }
      expect(readdirSync(`${desk.output}.releases`).filter((name) => !/^[0-9]+-/.test(name))).toEqual([]);
    },
  );
});
