import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveSite } from "./site-server.ts";
import type { SiteServer } from "./site-server.ts";

const folder = mkdtempSync(join(tmpdir(), "site-server-test-"));
let server: SiteServer;

beforeAll(async () => {
  mkdirSync(join(folder, "contact"));
  writeFileSync(join(folder, "contact/index.html"), "contact");
  writeFileSync(join(folder, "404.html"), "nothing here");
  writeFileSync(
    join(folder, "_headers"),
    "# All\n/*\n  X-All: yes\n  X-Place: any\n\n/help/contact/*\n  X-Place: contact\n",
  );
  server = await serveSite(folder, "/help/", (request, response) => response.end(`posted to ${request.url}`));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string) => fetch(new URL(path, server.address), { redirect: "manual" });

describe("the host for tests", () => {
  test("serves a folder's page, with the headers of every rule that covers it, the last one winning", async () => {
    const answer = await get("contact/");
    expect([answer.status, await answer.text()]).toEqual([200, "contact"]);
    expect([answer.headers.get("x-all"), answer.headers.get("x-place")]).toEqual(["yes", "contact"]);
  });

  test("leads to the address with the slash, and keeps the question", async () => {
    const answer = await get("contact?error=CID7023");
    expect([answer.status, answer.headers.get("location")]).toEqual([301, "/help/contact/?error=CID7023"]);
  });

  test.each(["nowhere/", "nowhere.css", "_headers", "..%2f404.html", "%E0%A4%A", "/", "/contact/"])(
    "answers %s with the 404 page",
    async (path) => {
      const answer = await get(path);
      expect([answer.status, await answer.text(), answer.headers.get("x-all")]).toEqual([404, "nothing here", "yes"]);
    },
  );

  test("answers an address of two slashes, which names no host", async () => {
    const { status } = await fetch(`${new URL(server.address).origin}//`);
    expect(status).toBe(404);
  });

  test("hands on what is posted, and nothing else", async () => {
    const answer = await fetch(new URL("contact/", server.address), { method: "POST", body: "a=b" });
    expect([answer.status, await answer.text()]).toEqual([200, "posted to /help/contact/"]);
  });

  test("compresses text where it is asked to, for those who take it", async () => {
    const host = await serveSite(folder, "/help/", undefined, true);
    const ask = (accepted: string) => fetch(`${host.address}contact/`, { headers: { "accept-encoding": accepted } });
    const [brotli, plain] = await Promise.all([ask("gzip, br"), ask("identity")]);
    expect([brotli.headers.get("content-encoding"), await brotli.text()]).toEqual(["br", "contact"]);
    expect([plain.headers.get("content-encoding"), await plain.text()]).toEqual([null, "contact"]);
    await host.close();
  });
});
