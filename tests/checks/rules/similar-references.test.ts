import { describe, expect, test } from "vitest";
import { similarReferences } from "../../../src/checks/rules/similar-references.ts";
import { placesOf } from "../../support/run-rule.ts";
import { article } from "../../support/site-from.ts";
import { advice, marked } from "../words.ts";

describe("similar-references", () => {
  test.each([
    ["a heading that names both", "## CID7023 and CID7029: A\n\nYou see CID7023 or CID7029."],
    ["one that is explained elsewhere", "## CID7023: A\n\nNot CID7029.\n\n## CID7029: B"],
    ["one that is named elsewhere", "## CID7023: A\n\nNot CID7029.\n\n## More\n\nSee CID7029."],
    ["one for which a link gets in touch", "## CID7023: A\n\nOr CID7029. [Us](/contact?error=CID7029)"],
    ["one that looks different", "## CID7023: A\n\nYou see CID2011."],
    ["one with more digits", "## CID7023: A\n\nYou see CID70231."],
    ["two under a heading without a code", "## Help\n\nYou see CID7023 or CID7029."],
  ])("accepts %s", async (_, body) => {
    expect(await marked(similarReferences, body)).toEqual([]);
  });

  test("leaves it to the list of references, where there is one", async () => {
    const files = { "page.md": article("## CID7023: A\n\nYou see CID7029."), "error-references.yml": "CID7023:\n" };
    expect(await placesOf(similarReferences, files)).toEqual([]);
  });

  test.each([
    ["another digit", "## CID7023: A\n\nIf you see CID7029, wait.", ["CID7029"]],
    ["two digits changed over", "## CID7023: A\n\nIf you see CID7032, wait. CID7032 goes.", ["CID7032"]],
  ])("marks a code of its own with %s, once", async (_, body, words) => {
    expect(await marked(similarReferences, body)).toEqual(words);
  });

  test("names both ways out", async () => {
    expect(await advice(similarReferences, "## CID7023: A\n\nCID7029")).toEqual([
      "If you mean CID7023, write that; if this is about both, name CID7029 in the heading too",
    ]);
  });
});
