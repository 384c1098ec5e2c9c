/** What vitest runs before tests of built sites: builds each once, with the command that people use, and serves it. */
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { TestProject } from "vitest/node";
import { serveSite } from "./site-server.ts";

/** A site that was built for the tests. */
export interface BuiltSite {
  /** The output folder. */
  readonly folder: string;
  /** Where its home page is served: `http://127.0.0.1:40123/help/`. */
  readonly address: string;
  /** What the build was told with `--url`. */
  readonly url: string;
  readonly pathPrefix: string;
  /** What the build said. */
  readonly said: string;
}

/** What to build: the site of this repository, the same under a path, and one with nothing but articles and hubs. */
const builds = {
  root: { content: "content", url: "https://help.example.org/", pathPrefix: "/" },
  prefixed: { content: "content", url: "https://example.org/help/", pathPrefix: "/help/" },
  bare: { content: "tests/pages/old-folder", url: "https://old.example.org/", pathPrefix: "/" },
} as const;

export type BuiltSites = Readonly<Record<keyof typeof builds, BuiltSite>>;

declare module "vitest" {
  interface ProvidedContext {
    builtSites: BuiltSites;
  }
}

interface Built {
  readonly sites: BuiltSites;
  readonly remove: () => Promise<void>;
}

/** Several vitest projects ask for the sites, each with a copy of this module: the first one builds for all. */
const shared = globalThis as typeof globalThis & { builtSitesForTests?: Promise<Built> | undefined };

/** Called by vitest, once for each project. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.builtSitesForTests ??= buildAll();
  const { sites, remove } = await shared.builtSitesForTests;
  project.provide("builtSites", sites);
  return remove;
}

async function buildAll(): Promise<Built> {
  const folder = mkdtempSync(join(tmpdir(), "built-sites-"));
  const built = await Promise.allSettled(
    (Object.keys(builds) as (keyof BuiltSites)[]).map(async (name) => ({ name, ...(await buildOne(name, folder)) })),
  );
  const sites = built.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
  const remove = async () => {
    await Promise.all(sites.map(({ close }) => close()));
    rmSync(folder, { recursive: true, force: true });
  };
  const broken = built.find((outcome) => outcome.status === "rejected");
  if (broken) {
    await remove();
    throw broken.reason;
  }
  return { sites: Object.fromEntries(sites.map(({ name, site }) => [name, site])) as unknown as BuiltSites, remove };
}

async function buildOne(name: keyof BuiltSites, folder: string) {
  const { url, pathPrefix, ...build } = builds[name];
  // The content is built from a copy, so that a build that wrote into it would not touch the repository.
  const content = join(folder, `${name}-content`);
  cpSync(build.content, content, { recursive: true });
  const output = join(folder, name);
  const words = ["--content", content, "--output", output, "--url", url, "--path-prefix", pathPrefix];
  const said = await runCommand("build", words);
  const { address, close } = await serveSite(output, pathPrefix);
  const site: BuiltSite = { folder: output, address, url, pathPrefix, said };
  return { site, close };
}

/**
 * Runs a command of this project as people do, with the words after `--`.
 *
 * @returns all that it said
 * @throws Error if it did not end with 0
 */
export function runCommand(command: "build" | "check", words: readonly string[]): Promise<string> {
  return new Promise((done, fail) => {
    execFile("npm", ["run", "--silent", command, "--", ...words], { cwd: resolve(".") }, (error, stdout, stderr) => {
      if (error) fail(new Error(`npm run ${command} -- ${words.join(" ")}\n${stdout}${stderr}`, { cause: error }));
      else done(stdout + stderr);
    });
  });
}
