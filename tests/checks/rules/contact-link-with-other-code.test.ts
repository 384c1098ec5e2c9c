import { describe, expect, test } from "vitest";
import { contactLinkWithOtherCode } from "../../../src/checks/rules/contact-link-with-other-code.ts";
import { advice, marked } from "../words.ts";

describe("contact-link-with-other-code", () => {
  test.each([
    "## CID7023: A\n\n[Contact us](/contact?error=CID7023)",
    "## Account\n\n[Contact us](/contact?error=CID1111)",
    "## A\n\nYou may see CID7023 or CID7029.\n\n[Contact us](/contact?error=CID7029)",
    "## CID7023: A\n\n## Other\n\n[Contact us](/contact?error=CID1111)",
    "## A\n\n### CID7023: B\n\n[Contact us](/contact?error=CID7023)\n\n### More\n\n[Contact us](/contact?error=CID1111)",
    "## CID7023: A\n\n[Contact us](/contact/)",
  ])("accepts %j", async (body) => {
    expect(await marked(contactLinkWithOtherCode, body)).toEqual([]);
  });

  test.each([
    ["## CID7023: A\n\n[Contact us](/contact?error=CID7029)", ["CID7029"]],
    [
      "## A\n\nYou see CID7023.\n\n- [Contact us](/contact?error=CID7029)\n- [Contact us](/contact?error=CID7023)",
      ["CID7029"],
    ],
    ["## A\n\n[Contact us](/contact?error=CID1111)\n\n### CID7023: B", ["CID1111"]],
  ])("marks the code in %j", async (body, words) => {
    expect(await marked(contactLinkWithOtherCode, body)).toEqual(words);
  });

  test.each([
    ["## CID7023: A\n\n[Us](/contact?error=CID9999)", "Write /contact?error=CID7023"],
    ["## CID7023 or CID2011: A\n\n[Us](/contact?error=CID7032)", "If you mean CID7023, write /contact?error=CID7023"],
    ["## CID7023 or CID2011: A\n\n[Us](/contact?error=CID9999)", "Write the code that this link is for"],
  ])("says of %j: %s", async (body, fix) => {
    expect(await advice(contactLinkWithOtherCode, body)).toEqual([fix]);
  });
});
