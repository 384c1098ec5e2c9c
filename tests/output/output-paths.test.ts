import { describe, expect, test } from "vitest";
import { checkOutputPaths, outputPathOf, redirectHref, redirectPath } from "../../src/output/output-paths.ts";

describe("outputPathOf", () => {
  test.each([
    ["/", "index.html"],
    ["/manage/passwords/", "manage/passwords/index.html"],
    ["/404.html", "404.html"],
  ])("puts %s into %s", (address, path) => {
    expect(outputPathOf(address)).toBe(path);
  });
});

describe("redirectPath", () => {
  test.each([
    ["/old", "old/index.html"],
    ["/old/", "old/index.html"],
    ["/old.html", "old.html"],
    ["/old.html/", "old.html"],
    ["/old.pdf", "old.pdf/index.html"],
    ["/caf%C3%A9/", "café/index.html"],
  ])("puts a stub for %s into %s", (from, path) => {
    expect(redirectPath(from)).toBe(path);
  });

  test.each([
    "/../up/",
    "/%2e%2e/up/",
    "/a//b/",
    "/a%00/",
    "/a%0d%0ab/",
    "/a%5cb/",
    "/a?b=c",
    "/a%3Fb",
    "no-slash",
    "/%",
  ])("makes no stub for %s", (from) => {
    expect(redirectPath(from)).toBeNull();
  });
});

describe("redirectHref", () => {
  test.each([
    ["/new/", "/help/new/"],
    ["/new/#reset", "/help/new/#reset"],
    ["/contact/?error=CID1111", "/help/contact/?error=CID1111"],
    ["/café/", "/help/caf%C3%A9/"],
    ["/caf%C3%A9/", "/help/caf%C3%A9/"],
    ["//evil.example/", "/help/evil.example/"],
    ["/%2fevil.example/", "/help/evil.example/"],
    ["/\\evil.example/", "/help/%5Cevil.example/"],
    ["https://www.example.com/a b", "https://www.example.com/a%20b"],
  ])("leads %s to %s", (to, href) => {
    expect(redirectHref(to, "/help/")).toBe(href);
  });
});

test("redirectHref never leads to another host by two slashes, at the root of a host either", () => {
  for (const to of ["//evil.example/", "/%2fevil.example/", "///evil.example"]) {
    expect(new URL(redirectHref(to, "/") ?? "", "https://help.example/").host).toBe("help.example");
  }
});

test.each(["https://[", "javascript:alert(1)", "mailto:a@example.org", "new/"])(
  "redirectHref leads nowhere for %s",
  (to) => {
    expect(redirectHref(to, "/")).toBeNull();
  },
);

describe("checkOutputPaths", () => {
  test("accepts paths inside the folder, each once", () => {
    expect(() => checkOutputPaths(["index.html", "a/index.html"])).not.toThrow();
  });

  test.each([
    [["a/index.html", "a/index.html"], "Two files"],
    [["A/index.html", "a/index.html"], "Two files"],
    [["\u00e9/index.html", "e\u0301/index.html"], "Two files"],
    [["../index.html"], "leads out"],
    [["a/../../index.html"], "leads out"],
    [["/etc/passwd"], "leads out"],
    [[""], "leads out"],
  ])("throws for %j", (paths, message) => {
    expect(() => checkOutputPaths(paths)).toThrow(message);
  });
});
