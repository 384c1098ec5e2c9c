import { describe, expect, test } from "vitest";
import { referenceNotDocumented } from "../../../src/checks/rules/reference-not-documented.ts";
import { runRules } from "../../../src/checks/run-rules.ts";
import { placesOf, saidBy } from "../../support/run-rule.ts";
import { article, siteFrom } from "../../support/site-from.ts";

const site = (register: string, body = "Words.") => ({ "page.md": article(body), "error-references.yml": register });

describe("reference-not-documented", () => {
  test.each([
    ["a page explains", "CID7023:\n", "## CID7023: A"],
    ["its own words explain", "CID7023:\n  title: A\n  whatToDo: B\n", "Words."],
    ["is planned", "CID7023:\n  status: planned\n", "Words."],
    ["is retired", "CID7023:\n  status: retired\n", "Words."],
  ])("accepts a code that %s", async (_, register, body) => {
    expect(await placesOf(referenceNotDocumented, site(register, body))).toEqual([]);
  });

  test("marks the others where the register has them, and says what is missing", async () => {
    const files = site("CID7023:\nCID7029:\n  title: A\nCID2011:\n  whatToDo: A\n");
    expect(await placesOf(referenceNotDocumented, files)).toEqual([
      "error-references.yml:1:1",
      "error-references.yml:2:1",
      "error-references.yml:4:1",
    ]);
    expect((await saidBy(referenceNotDocumented, files)).map(({ fix }) => fix)).toEqual([
      "Name it in the heading above the words about it, or add a title and whatToDo to it here",
      "Name it in the heading above the words about it, or add whatToDo to it here",
      "Add a title to it",
    ]);
  });

  test("says nothing while a page is left out that may explain it", async () => {
    const { site: loaded } = await siteFrom(site("CID7023:\n"));
    expect(runRules([referenceNotDocumented], loaded)).toHaveLength(1);
    expect([...referenceNotDocumented.check(loaded, { today: null, leftOut: ["a.md"] })]).toEqual([]);
  });
});
