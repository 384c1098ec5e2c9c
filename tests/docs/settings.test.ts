/** docs/editors/settings.md names everything that the registers may hold, and nothing else. */
import { describe, expect, test } from "vitest";
import type { Token } from "markdown-it";
import { contactWayFields } from "../../src/model/contact.ts";
import { siteFields } from "../../src/model/settings.ts";
import { statements } from "../../src/model/statements.ts";
import { readDocument, tokensOf } from "./documents.ts";

const document = readDocument("docs/editors/settings.md");

/** The first cell of every row of the tables under a heading that holds some words. */
function rowsUnder(words: string): readonly string[] {
  const tokens = tokensOf(document);
  const rows: string[] = [];
  let isUnder = false;
  tokens.forEach((token: Token, index) => {
    const inline = tokens[index + 1]?.content ?? "";
    if (token.type === "heading_open" && Number(token.tag[1]) <= 2) isUnder = inline.includes(words);
    const isFirstCell = token.type === "td_open" && tokens[index - 1]?.type === "tr_open";
    if (isUnder && isFirstCell) rows.push(inline.replaceAll("`", ""));
  });
  return rows;
}

describe("docs/editors/settings.md", () => {
  test("explains every setting of site.yml, in the order of the table of settings", () => {
    expect(rowsUnder("The name, the notice")).toEqual(Object.keys(siteFields));
  });

  test("explains the layouts of the pages that every public service has", () => {
    const names = rowsUnder("Accessibility, cookies and privacy");
    expect(names).toEqual(statements.map(({ layout }) => `layouts/${layout}`));
  });

  test("explains every line of contact.yml", () => {
    expect(rowsUnder("The ways to get in touch")).toEqual(["introduction", "ways", ...Object.keys(contactWayFields)]);
  });
});
