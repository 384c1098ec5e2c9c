/** `npm run benchmark -- first-visit`: what a first visit to the seed's page costs, beside the same words elsewhere. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import type { Command } from "../../src/cli/options.ts";
import { parseOptions, programFolder } from "../../src/cli/options.ts";
import { launchBrowser } from "../../tests/support/browser.ts";
import { bytesOf, firstVisit } from "../../tests/support/first-visit.ts";
import type { Fetched } from "../../tests/support/first-visit.ts";
import { runCommand } from "../../tests/support/run-command.ts";
import { serveSite } from "../../tests/support/site-server.ts";
import { surroundings } from "../measure.ts";
import { buildPeer, here, peers } from "./peers.ts";

const command: Command = {
  name: "first-visit",
  call: "npm run benchmark -- first-visit",
  help: "Opens the seed's page in a browser with nothing kept, and the same words in pages of other generators, and counts bytes and requests.",
  options: {},
};

/**
 * Measures and prints a table.
 *
 * @param args - the words after the benchmark's name
 * @returns the exit code
 */
export async function benchmarkFirstVisit(args: readonly string[]): Promise<number> {
  const typed = parseOptions(command, args);
  if (!typed.ok) {
    (typed.exitCode === 0 ? process.stdout : process.stderr).write(`${typed.print}\n`);
    return typed.exitCode;
  }
  install();
  const work = mkdtempSync(join(tmpdir(), "first-visit-"));
  const browser = await launchBrowser();
  try {
    const visits = new Map([["help centre", await visitOurs(browser, join(work, "ours"))]]);
    for (const [index, peer] of peers.entries()) {
      const folder = join(work, String(index));
      mkdirSync(folder);
      visits.set(peer.name, await visit(browser, await buildPeer(peer, folder), peer.address));
    }
    process.stdout.write(`${surroundings()}\n\n${table(visits)}\n`);
    return 0;
  } finally {
    await browser.close();
    rmSync(work, { recursive: true, force: true });
  }
}

/** Installs the others where they are missing. @throws Error if that fails */
function install(): void {
  if (existsSync(join(here, "node_modules/.package-lock.json"))) return;
  const { status } = spawnSync("npm", ["ci"], { cwd: here, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) throw new Error(`npm ci did not succeed in ${here}`);
}

/** @throws Error if the site cannot be published */
async function visitOurs(browser: Browser, site: string): Promise<readonly Fetched[]> {
  const words = ["--content", join(programFolder, "content"), "--output", site, "--path-prefix", "/"];
  const { exitCode, stderr } = await runCommand(["build", ...words]);
  if (exitCode !== 0) throw new Error(`The site could not be built:\n${stderr}`);
  return visit(browser, site, "error-messages-support/");
}

async function visit(browser: Browser, site: string, address: string): Promise<readonly Fetched[]> {
  const server = await serveSite(site, "/");
  try {
    return await firstVisit(browser, server.address + address);
  } finally {
    await server.close();
  }
}

/** A row for each visit; ratios are to the first. */
function table(visits: ReadonlyMap<string, readonly Fetched[]>): string {
  const [ours = []] = visits.values();
  const rows = [...visits].map(([name, one]) => {
    const kinds = (["html", "css", "javascript", "other"] as const).map((kind) => bytesOf(one, kind));
    const ratio = (bytesOf(one) / bytesOf(ours)).toFixed(2);
    return `| ${[name, one.length, bytesOf(one), ratio, ...kinds].join(" | ")} |`;
  });
  const heads = ["page", "requests", "bytes", "ratio", "HTML", "CSS", "JavaScript", "other"];
  return [`| ${heads.join(" | ")} |`, `| --- |${" ---: |".repeat(heads.length - 1)}`, ...rows].join("\n");
}
