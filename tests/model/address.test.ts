import { describe, expect, test } from "vitest";
import { addressOf, fragmentHref, linkTarget, publishedHref } from "../../src/model/address.ts";

test.each([
  ["index.md", "/"],
  ["passwords.md", "/passwords/"],
  ["manage/index.md", "/manage/"],
  ["manage/passwords.md", "/manage/passwords/"],
])("addressOf %s is %s", (file, address) => {
  expect(addressOf(file)).toBe(address);
});

describe("linkTarget", () => {
  test.each([
    ["/contact?error=CID7023", { kind: "page", address: "/contact/", query: "?error=CID7023", fragment: "" }],
    ["../sign-in.md#codes", { kind: "page", address: "/sign-in/", query: "", fragment: "codes" }],
    ["passwords", { kind: "page", address: "/manage/passwords/", query: "", fragment: "" }],
    ["#codes", { kind: "page", address: "/manage/a/", query: "", fragment: "codes" }],
    ["/sub/index.html#x", { kind: "page", address: "/sub/", query: "", fragment: "x" }],
    ["/index.html", { kind: "page", address: "/", query: "", fragment: "" }],
    ["/", { kind: "page", address: "/", query: "", fragment: "" }],
    ["images/a%20b.png", { kind: "file", path: "manage/images/a b.png", fragment: "" }],
    ["mailto:a@example.org", { kind: "elsewhere", href: "mailto:a@example.org" }],
    ["HTTPS://example.org", { kind: "elsewhere", href: "HTTPS://example.org" }],
  ])("follows %s", (href, target) => {
    expect(linkTarget(href, "manage/a.md")).toEqual(target);
  });

  test.each([
    "javascript:alert(1)",
    " java\nscript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "\u0001javascript:alert(1)",
    "data:text/html,a",
    "vbscript:a",
    "blob:a",
    "x-app:a",
    "//evil.example",
    "\\\\evil.example",
    "/\\evil.example",
    "../../../etc/passwd",
    "%E0%A4%A",
  ])("refuses %j", (href) => {
    expect(linkTarget(href, "manage/a.md").kind).toBe("refused");
  });
});

test("publishedHref puts the prefix before an address, and encodes what a browser would misread", () => {
  expect(publishedHref("/manage/", "/help/")).toBe("/help/manage/");
  expect(publishedHref("/a b/é/", "/")).toBe("/a%20b/%C3%A9/");
});

test("fragmentHref keeps letters of every language as they are, and encodes what a browser would misread", () => {
  expect(fragmentHref("eich-ffôn-2")).toBe("#eich-ffôn-2");
  expect(fragmentHref(`a b%"<é`)).toBe("#a%20b%25%22%3Cé");
});
