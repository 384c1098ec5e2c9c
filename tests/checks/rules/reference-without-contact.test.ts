import { describe, expect, test } from "vitest";
import { referenceWithoutContact } from "../../../src/checks/rules/reference-without-contact.ts";
import { marked } from "../words.ts";

describe("reference-without-contact", () => {
  test.each([
    "## CID7023: A\n\n[Contact us](/contact?error=CID7023)",
    "## CID7023: A\n\n## B\n\n[Contact us](/contact?error=CID7023)",
    "A reference looks like CID7023.",
    "## CID70: A",
  ])("accepts %j", async (body) => {
    expect(await marked(referenceWithoutContact, body)).toEqual([]);
  });

  test.each([
    ["## CID7023: A\n\n[Contact us](/contact/)", ["CID7023"]],
    ["::: expander Seen CID7023\n\nWords.\n\n:::", ["CID7023"]],
    ["## CID7023 or CID7029\n\n[Contact us](/contact?error=CID7029)", ["CID7023"]],
  ])("marks the code in %j", async (body, words) => {
    expect(await marked(referenceWithoutContact, body)).toEqual(words);
  });
});
