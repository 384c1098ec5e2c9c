import { describe, expect, test } from "vitest";
import { absoluteLinkToOurselves } from "../../../src/checks/rules/absolute-link-to-ourselves.ts";
import { malformedContactLink } from "../../../src/checks/rules/malformed-contact-link.ts";
import { referenceWithoutContact } from "../../../src/checks/rules/reference-without-contact.ts";
import { fixedBy, placesOf } from "../../support/run-rule.ts";
import { article } from "../../support/site-from.ts";
import { advice, marked, mended } from "../words.ts";

const right = "[Contact us](/contact?error=CID7023)";

describe("malformed-contact-link", () => {
  test.each([
    right,
    "[Contact us](/contact/?error=CID7023)",
    "[Contact us](contact.md?error=CID7023)",
    "[Contact us](/contact?error=CID9999)",
    "[Contact us](/contact/)",
    "[Contact us](/contact#ways)",
    "[Codes](/codes/?error=7023)",
    "[Elsewhere](https://example.org/contact?error=cid7023)",
  ])("accepts %s", async (body) => {
    expect(await marked(malformedContactLink, body)).toEqual([]);
  });

  test.each([
    ["small letters", "/contact?error=cid7023"],
    ["a full stop", "/contact?error=CID7023."],
    ["spaces around it", "/contact?error=%20CID7023%20"],
    ["a space in it", "/contact?error=CID+7023"],
    ["the letter O", "/contact?error=CID7O23"],
    ["its digits alone", "/contact/?error=7023"],
    ["another parameter", "/contact?error=CID7023&desc=help"],
    ["another parameter with a year", "/contact?year=2024&error=CID7023"],
    ["a fragment", "/contact?error=CID7023#form"],
    ["the same code twice", "/contact?error=CID7023&error=CID7023"],
    ["the name in capitals", "/contact?Error=CID7023"],
    ["another name", "/contact?code=cid7023"],
    ["a name in brackets", "/contact?error[]=CID7023"],
  ])("marks and mends %s", async (_, address) => {
    const body = `[Contact us](${address})`;
    expect(await marked(malformedContactLink, body)).toEqual([address]);
    expect(await mended(malformedContactLink, body)).toBe(right);
  });

  test("takes away what the contact page does not read", async () => {
    expect(await mended(malformedContactLink, "[Contact us](/contact?topic=password)")).toBe("[Contact us](/contact)");
  });

  test.each([
    ["two codes", "/contact?error=CID7023,CID7029"],
    ["two codes, each with its name", "/contact?error=CID7023&error=CID7029"],
    ["half a code", "/contact?error=CID70"],
    ["nothing", "/contact?error="],
    ["words", "/contact?error=%3Cimg%20onerror%3E"],
  ])("leaves %s to a person", async (_, address) => {
    const body = `[Contact us](${address})`;
    expect(await marked(malformedContactLink, body)).toEqual([address]);
    expect(await mended(malformedContactLink, body)).toBe(body);
  });

  test("leaves an address with entities to a person, and says what to write", async () => {
    const body = "[Contact us](/contact?a=b&amp;error=CID7023)";
    expect(await mended(malformedContactLink, body)).toBe(body);
    expect(await advice(malformedContactLink, body)).toEqual(["Write /contact?error=CID7023"]);
    expect(await advice(malformedContactLink, "[Contact us](/contact?a=b&amp;amp;error=CID7023)")).toEqual([
      "Write /contact?error=CID7023",
    ]);
  });

  test("offers the code that is near, and never takes it for granted", async () => {
    const body = "## CID7023: A\n\n[Contact us](/contact?error=CID702)";
    expect(await advice(malformedContactLink, body)).toEqual(["If you mean CID7023, write /contact?error=CID7023"]);
    expect(await mended(malformedContactLink, body)).toBe(body);
  });

  test("comes after absolute-link-to-ourselves where the whole address is written", async () => {
    const site = (address: string) => ({
      "page.md": article(`[Contact us](${address})`),
      "site.yml": "url: https://help.example.org/\n",
    });
    const absolute = site("https://help.example.org/contact?error=cid7023");
    expect(await placesOf(malformedContactLink, absolute)).toEqual([]);
    const short = await fixedBy(absoluteLinkToOurselves, absolute);
    expect(short).toBe(article("[Contact us](/contact?error=cid7023)"));
    expect(await fixedBy(malformedContactLink, { ...absolute, "page.md": short })).toBe(article(right));
  });

  test("is all that is said of a link whose code has another form", async () => {
    const body = "## CID7023: A\n\n[Contact us](/contact?error=CID7023.)";
    expect(await marked(referenceWithoutContact, body)).toEqual([]);
  });
});
