import { describe, expect, test } from "vitest";
import { referenceDocumentedTwice } from "../../../src/checks/rules/reference-documented-twice.ts";
import { runRules } from "../../../src/checks/run-rules.ts";
import { article, siteFrom } from "../../support/site-from.ts";
import { marked } from "../words.ts";

describe("reference-documented-twice", () => {
  test.each([
    "## CID7023: A\n\nSee CID7023.\n\n## CID7029: B",
    "## CID7023 and CID7023",
    "::: expander CID7023\n\nWords.\n\n:::\n\n## CID7023: A",
  ])("accepts %j", async (body) => {
    expect(await marked(referenceDocumentedTwice, body)).toEqual([]);
  });

  test.each([["## CID7023: A\n\n### Again CID7023", ["CID7023"]]])("marks the code in %j", async (body, words) => {
    expect(await marked(referenceDocumentedTwice, body)).toEqual(words);
  });

  test("accepts a translation, and marks another file", async () => {
    const body = "## CID7023: Words\n\nWords.\n";
    const files = {
      "a.md": article(body),
      "cy.md": article(body, { title: "B", lang: "cy" }),
      "z.md": article(body, { title: "C" }),
    };
    const found = runRules([referenceDocumentedTwice], (await siteFrom(files)).site);
    expect(found.map(({ span, message }) => `${span.file}:${span.line} ${message}`)).toEqual([
      "z.md:9 CID7023 has a heading already, in a.md on line 9",
    ]);
  });
});
