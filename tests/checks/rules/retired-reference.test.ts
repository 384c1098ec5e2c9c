import { describe, expect, test } from "vitest";
import { retiredReference } from "../../../src/checks/rules/retired-reference.ts";
import { placesOf, saidBy } from "../../support/run-rule.ts";
import { article } from "../../support/site-from.ts";

const register = "CID7023:\n  title: A\n  status: retired\n  replacedBy: CID7029\nCID2011:\n  status: retired\n";
const site = (body: string, other = "## CID7029: B") => ({
  "page.md": article(body),
  "other.md": article(other, { title: "Other", position: "2" }),
  "error-references.yml": register,
});

describe("retired-reference", () => {
  test.each([
    "## CID7023: A\n\nSee CID7023.\n\n### What to do\n\n[Contact us](/contact?error=CID7023)",
    "::: expander Seen CID7023?\n\nWords about CID7023.\n\n:::",
    "## CID7029: B, in the past CID7023\n\nWords.",
    "[Contact us](/contact?error=CID7029)",
  ])("accepts %j", async (body) => {
    expect(await placesOf(retiredReference, site(body))).toEqual([]);
  });

  test("accepts everything where nothing is retired", async () => {
    expect(await placesOf(retiredReference, "See CID7023.")).toEqual([]);
  });

  test.each([
    ["You may see CID7023.", ["page.md:9:13"]],
    ["## Help\n\n[Contact us](/contact?error=CID7023)", ["page.md:11:29"]],
    ["CID7023, and again CID7023.", ["page.md:9:1", "page.md:9:20"]],
  ])("marks every other place: %j", async (body, places) => {
    expect(await placesOf(retiredReference, site(body))).toEqual(places);
  });

  test("marks a page beside the one whose heading explains it", async () => {
    expect(await placesOf(retiredReference, site("You may see CID7023.", "## CID7023: A"))).toEqual(["page.md:9:13"]);
  });

  test("offers the code that has taken its place, where somebody can look it up", async () => {
    const fixes = (await saidBy(retiredReference, site("CID2011\n\nCID7023"))).map(({ fix }) => fix);
    expect(fixes).toEqual([
      "Take it out, or write the reference that screens show now",
      "Write CID7029, which screens show now, or take it out",
    ]);
  });
});
