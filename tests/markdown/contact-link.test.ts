import { describe, expect, test } from "vitest";
import { codeOfContactLink } from "../../src/markdown/contact-link.ts";
import { usualCodes } from "./render.ts";

describe("codeOfContactLink", () => {
  test.each([
    ["/contact?error=CID7023", "CID7023"],
    ["/contact/?error=CID7023", "CID7023"],
    ["contact.md?error=CID7023", "CID7023"],
    ["/contact?a=b&error=cid%207023#form", "cid 7023"],
    ["/contact?error=", ""],
    ["/contact/CID7023/", "CID7023"],
    ["contact/CID7023#form", "CID7023"],
  ])("finds the code of %s", (href, code) => {
    expect(codeOfContactLink(href, "sign-in.md", usualCodes)).toBe(code);
  });

  test.each([
    "/contact",
    "/contacts?error=CID7023",
    "https://example.org/contact?error=CID7023",
    "?error=CID7023",
    "#error",
    "/contact/sent/",
    "/contact/cid7023/",
    "/contact/CID7023/more/",
    "/errors/CID7023/",
  ])("finds none in %s", (href) => {
    expect(codeOfContactLink(href, "sign-in.md", usualCodes)).toBeNull();
  });
});
