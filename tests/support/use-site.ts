/** A site of a test file's own: built with the real command before its tests, and served while they run. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import type { BuiltSite } from "./built-sites.ts";
import { runCommand } from "./run-command.ts";
import { serveSite } from "./site-server.ts";
import type { SiteServer } from "./site-server.ts";

/**
 * Builds a site before the tests of a file, serves it, and takes it away after them. Called where hooks are.
 *
 * @param fill - writes the content into the folder that it is given
 * @param options - what else the build is told, such as `--drafts`
 * @returns what gives the site while the tests run
 */
export function useSite(fill: (content: string) => void, ...options: readonly string[]): () => BuiltSite {
  let root: string;
  let server: SiteServer;
  let site: BuiltSite;
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), "site-of-tests-"));
    const content = join(root, "content");
    const folder = join(root, "site");
    mkdirSync(content);
    fill(content);
    const command = ["build", "--content", content, "--output", folder, ...options];
    const { exitCode, stdout, stderr } = await runCommand(command);
    if (exitCode !== 0) throw new Error(stdout + stderr);
    server = await serveSite(folder, "/");
    site = { folder, address: server.address, url: server.address, pathPrefix: "/", said: stdout + stderr };
  });
  afterAll(async () => {
    await server.close();
    rmSync(root, { recursive: true, force: true });
  });
  return () => site;
}
