import { describe, expect, test } from "vitest";
import { referenceNeverNamed } from "../../../src/checks/rules/reference-never-named.ts";
import { placesOf } from "../../support/run-rule.ts";
import { article } from "../../support/site-from.ts";
import { advice, marked } from "../words.ts";

describe("reference-never-named", () => {
  test.each([
    "## CID7023: A\n\n[Contact us](/contact?error=CID7023)",
    "You see CID7023.\n\n## B\n\n[Contact us](/contact?error=CID7023)",
    "## CID7023: A\n\n[Contact us](/contact?error=CID1111)",
  ])("accepts %j", async (body) => {
    expect(await marked(referenceNeverNamed, body)).toEqual([]);
  });

  test.each([
    ["## A\n\n[Contact us](/contact?error=CID1111)", ["CID1111"]],
    ["[Contact us](/contact?error=CID1111) [Contact us](/contact?error=CID1111)", ["CID1111"]],
  ])("marks the code in %j", async (body, words) => {
    expect(await marked(referenceNeverNamed, body)).toEqual(words);
  });

  test("accepts a code to which the register gives a title", async () => {
    const site = (register: string) => ({
      "page.md": article("## A\n\n[Contact us](/contact?error=CID1111)"),
      "error-references.yml": register,
    });
    expect(await placesOf(referenceNeverNamed, site("CID1111:\n  title: A\n"))).toEqual([]);
    expect(await placesOf(referenceNeverNamed, site("CID1111:\n"))).toEqual(["page.md:11:29"]);
  });

  test("offers the known code that is near", async () => {
    const body = "## CID7023: A\n\n## B\n\n[Contact us](/contact?error=CID7032)";
    expect(await advice(referenceNeverNamed, body)).toEqual([
      'If you mean CID7023, write that; if not, name it where it is explained: "B - Reference CID7032"',
    ]);
  });
});
