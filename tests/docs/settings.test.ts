/** docs/editors/settings.md and contact.md name everything that the registers may hold, and nothing else. */
import { describe, expect, test } from "vitest";
import type { Token } from "markdown-it";
import { contactWayFields } from "../../src/model/contact.ts";
import { contactFields, formFields, questionFields } from "../../src/model/contact-form.ts";
import { serviceFields } from "../../src/model/service.ts";
import { siteFields } from "../../src/model/settings.ts";
import { statements } from "../../src/model/statements.ts";
import { ticketPlaceholders } from "../../src/model/ticket.ts";
import { readDocument, tokensOf } from "./documents.ts";

/** The first cell of every row of the tables under a heading, of the second level or above, that holds some words. */
function rowsUnder(words: string, file = "docs/editors/settings.md"): readonly string[] {
  const tokens = tokensOf(readDocument(file));
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
});

describe("docs/editors/contact.md", () => {
  const rows = (words: string) => rowsUnder(words, "docs/editors/contact.md");

  test("explains every line of contact.yml, in the order of the tables", () => {
    expect(rows("The ways to get in touch")).toEqual([...Object.keys(contactFields), ...Object.keys(contactWayFields)]);
  });

  test("explains every line of the form, of its questions and of the ticket", () => {
    const placeholders = ticketPlaceholders.map((name) => `{${name}}`);
    const lines = [...Object.keys(formFields), ...Object.keys(questionFields), ...placeholders];
    expect(rows("The form")).toEqual(lines);
  });

  test("explains everything that services.yml may say of a service", () => {
    expect(rows("The websites and apps")).toEqual(Object.keys(serviceFields));
  });
});
