import { describe, expect, test } from "vitest";
import { article, inShort, siteFrom } from "../support/site-from.ts";

describe("site.yml", () => {
  test("gives the site's settings", async () => {
    const yaml = "name: Help\norganisation: NHS\nurl: https://example.org/help\nphase: beta\nnhs_identity: true\ncode_prefix: ERR\ncode_digits: 5\n";
    const { site, diagnostics } = await siteFrom({ "site.yml": yaml });
    expect(diagnostics).toEqual([]);
    expect(site.settings).toEqual({
      name: "Help",
      organisation: "NHS",
      url: "https://example.org/help/",
      pathPrefix: "/help/",
      phase: "beta",
      banner: null,
      example: false,
      nhsIdentity: true,
      lang: "en-GB",
      codes: { prefix: "ERR", fewestDigits: 5, mostDigits: 5 },
      statements: {
        contact: { email: null, phone: null, address: null, replyDays: null },
        accessibility: { status: null, prepared: null, tested: null, testedBy: null },
        privacy: { controller: null, basis: null, retention: null, officer: null },
      },
    });
  });

  test("gives what the plain pages are filled in with, and the place of each setting", async () => {
    const yaml = [
      "contact_email: help@example.org",
      "contact_phone: 0306 999 0123",
      "contact_address: |\n  Help team\n  1 Example Street",
      "reply_days: 5",
      "accessibility_status: none",
      "accessibility_prepared: 2026-10-20",
      "accessibility_tested: 2026-10-12",
      "accessibility_tested_by: us",
      "privacy_controller: Example Trust",
      "privacy_basis: consent",
      "privacy_retention: 2 years",
      "privacy_officer: dpo@example.org",
      "",
    ].join("\n");
    const { site, diagnostics } = await siteFrom({ "site.yml": yaml });
    expect(diagnostics).toEqual([]);
    expect(site.settings.statements).toEqual({
      contact: {
        email: "help@example.org",
        phone: "0306 999 0123",
        address: "Help team\n1 Example Street",
        replyDays: 5,
      },
      accessibility: { status: "none", prepared: "2026-10-20", tested: "2026-10-12", testedBy: "us" },
      privacy: { controller: "Example Trust", basis: "consent", retention: "2 years", officer: "dpo@example.org" },
    });
    expect(site.settingSpans.get("reply_days")).toEqual({ file: "site.yml", line: 6, column: 13, endColumn: 14 });
    expect(site.settingSpans.size).toBe(12);
  });

  test("may be missing: the site is then called Help centre, without the NHS identity", async () => {
    const { site } = await siteFrom({});
    expect(site.settings).toMatchObject({ name: "Help centre", url: null, pathPrefix: "/", nhsIdentity: false });
    expect(site.settings.codes).toEqual({ prefix: "CID", fewestDigits: 4, mostDigits: 5 });
    expect(site.home).toMatchObject({ title: "Help centre", address: "/", file: null });
  });

  test("gives way to what the command line says", async () => {
    const { site } = await siteFrom({ "site.yml": "url: https://example.org/\n" }, { url: "https://other.example/", pathPrefix: "/help/" });
    expect(site.settings).toMatchObject({ url: "https://other.example/help/", pathPrefix: "/help/" });
  });

  test.each([
    ["nmae: Help\n", "warning unknown-field site.yml:1:1"],
    ["url: https://help.example//evil.example/\n", "error malformed-field site.yml:1:6"],
    ["url: https://help.example/./%2e%2e//evil\n", "error malformed-field site.yml:1:6"],
    [`url: "https://help.example/a;b$x'*/"\n`, "error malformed-field site.yml:1:6"],
    ['name: "a\\e[31m"\n', "warning malformed-field site.yml:1:7"],
    ["url: ftp://example.org/\n", "error malformed-field site.yml:1:6"],
    ["nhs_identity: maybe\n", "warning malformed-field site.yml:1:15"],
    ["example: yes\n", "error malformed-field site.yml:1:10"],
    ["contact_email: help@example.org?cc=a@b.c\n", "warning malformed-field site.yml:1:16"],
    ["contact_email: x%0d%0abcc:a@b.c\n", "warning malformed-field site.yml:1:16"],
    [`contact_email: a@${"a.".repeat(200_000)}<\n`, "warning malformed-field site.yml:1:16"],
    ['contact_address: "1 Example Street\\u202E"\n', "warning malformed-field site.yml:1:18"],
    ["contact_phone: '+44 (0)306'\n", "warning malformed-field site.yml:1:16"],
    ["accessibility_status: partly\n", "warning malformed-field site.yml:1:23"],
    ["- a\n", "error register-not-fields site.yml:1:1"],
    ["name: [\n", "error malformed-yaml site.yml"],
  ])("is checked like everything else: %j", async (yaml, fault) => {
    expect((await siteFrom({ "site.yml": yaml })).diagnostics.map(inShort)[0]).toContain(fault);
  });
});

describe("redirects.yml and aliases", () => {
  const files = { "a.md": article("Words.", { aliases: "[/old-a, {old-heading: words}]" }) };

  test("give the old addresses that lead on, in order", async () => {
    const { site } = await siteFrom({ ...files, "redirects.yml": "/zebra: /a/\n/older/: https://example.org/x\n" });
    expect(site.redirects).toEqual([
      { from: "/old-a/", to: "/a/" },
      { from: "/older/", to: "https://example.org/x" },
      { from: "/zebra/", to: "/a/" },
    ]);
  });

  test.each([
    ["/old/: /nowhere/\n", "error broken-link redirects.yml:1:8"],
    ["/a/: /a/\n", "warning taken-alias redirects.yml:1:6"],
    ["//evil: /a/\n", "error malformed-redirect redirects.yml:1:1"],
    ["/x/: javascript:alert(1)\n", "error malformed-redirect redirects.yml:1:1"],
    ["/%61/: https://example.org/\n", "warning taken-alias redirects.yml:1:8"],
    ["/A/: https://example.org/\n", "warning taken-alias redirects.yml:1:6"],
    ["/oldx/: /a/\n/%6Fldx/: /a/\n", "warning taken-alias redirects.yml:2:11"],
    ["/contact/: /a/\n", "error malformed-redirect redirects.yml:1:1"],
    ["/robots.txt: /a/\n", "error malformed-redirect redirects.yml:1:1"],
    ["/_hosting/nginx.conf: /a/\n", "error malformed-redirect redirects.yml:1:1"],
    ["/a/index.html/x/: /a/\n", "error malformed-redirect redirects.yml:1:1"],
    ['"/a\\ud800/": /a/\n', "error malformed-redirect redirects.yml:1:1"],
    [`/${"x".repeat(300)}/: /a/\n`, "error malformed-redirect redirects.yml:1:1"],
    ["/x/: 'https://['\n", "error malformed-redirect redirects.yml:1:1"],
    ["/x/: //evil.example/\n", "error malformed-redirect redirects.yml:1:1"],
    ["/../x/: /a/\n", "error malformed-redirect redirects.yml:1:1"],
  ])("are checked: %j", async (yaml, fault) => {
    expect((await siteFrom({ ...files, "redirects.yml": yaml })).diagnostics.map(inShort)).toContain(fault);
  });
});

test("a register that nobody reads is named", async () => {
  expect((await siteFrom({ "sites.yml": "a: 1\n" })).diagnostics.map(inShort)).toEqual(["warning not-content sites.yml:1:1"]);
});
