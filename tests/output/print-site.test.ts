import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openLayouts } from "../../src/output/layouts.ts";
import { printSite } from "../../src/output/print-site.ts";
import { siteOf } from "./site-values.ts";

const stage = mkdtempSync(join(tmpdir(), "print-"));
afterAll(() => rmSync(stage, { recursive: true }));

describe("printSite", () => {
  test("x", async () => {
    const view = new Proxy({}, { get: (_, name) => `/assets/${String(name)}` }) as never;
    const site = siteOf({
      hubs: [{ file: "manage/index.md", name: "manage", title: "Manage" }],
      articles: [{ file: "manage/passwords.md", hub: "manage", title: "Passwords", html: "<p>Words</p>" }],
      redirects: [{ from: "/old/", to: "/manage/passwords/" }],
    });
    const printed = await printSite({
      site,
      layouts: openLayouts("layouts"),
      assets: { view, files: [] },
      stage,
      generator: { name: "help-centre", version: "1" },
      commit: null,
    });
    console.log(printed, readdirSync(stage, { recursive: true }));
    console.log(
      readFileSync(join(stage, "_hosting/nginx.conf"), "utf8"),
      readFileSync(join(stage, "_headers"), "utf8"),
      readFileSync(join(stage, "_redirects"), "utf8"),
      readFileSync(join(stage, "version.json"), "utf8"),
    );
    console.log(
      readFileSync(join(stage, "manage/passwords/index.html"), "utf8"),
      readFileSync(join(stage, "old/index.html"), "utf8"),
    );
    expect(printed.files).toBeGreaterThan(3);
  });
});
