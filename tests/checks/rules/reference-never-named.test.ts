import { describe, expect, test } from "vitest";
import { referenceNeverNamed } from "../../../src/checks/rules/reference-never-named.ts";
import { marked } from "../words.ts";

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
});
