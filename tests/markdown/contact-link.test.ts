import { describe, expect, test } from "vitest";
import { codeOfContactLink } from "../../src/markdown/contact-link.ts";

describe("codeOfContactLink", () => {
  test.each([
    ["/contact?error=CID7023", "CID7023"],
    ["/contact/?error=CID7023", "CID7023"],
    ["contact.md?error=CID7023", "CID7023"],
    ["/contact?a=b&error=cid%207023#form", "cid 7023"],
    ["/contact?error=", ""],
  ])("finds the code of %s", (href, code) => {
    expect(codeOfContactLink(href, "sign-in.md")).toBe(code);
  });

  test.each([
    "/contact",
    "/contacts?error=CID7023",
    "https://example.org/contact?error=CID7023",
    "?error=CID7023",
    "#error",
  ])("finds none in %s", (href) => {
    expect(codeOfContactLink(href, "sign-in.md")).toBeNull();
  });
});
