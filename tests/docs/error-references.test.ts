/** docs/editors/error-references.md explains every line of error-references.yml, and every rule about references. */
import { expect, test } from "vitest";
import { allRules } from "../../src/cli/all-rules.ts";
import { registeredCodeFields } from "../../src/model/registered-code-fields.ts";
import { siteFrom } from "../support/site-from.ts";
import { readDocument } from "./documents.ts";

const document = readDocument("docs/editors/error-references.md");

/** The cells of every row whose first cell is a name in code. */
const rows = [...document.matchAll(/^\| `(\w+)` +\| (.+?) +\| `(.+)` +\|$/gm)].map(([, name = "", , example = ""]) => {
  return [name, example] as const;
});

test("has a row for every field, in the order of the table of fields", () => {
  expect(rows.map(([name]) => name)).toEqual(Object.keys(registeredCodeFields));
});

test.each(rows)("%s has an example that is right", async (name, example) => {
  const yaml = `CID7023:\n  ${name}: ${example}\nCID7029:\n  title: A\n  whatToDo: B\n`;
  expect((await siteFrom({ "error-references.yml": yaml })).diagnostics).toEqual([]);
});

test("names every rule about references", () => {
  const names = allRules.filter(({ kind }) => kind === "references").map(({ name }) => name);
  expect(names.filter((name) => !document.includes(`(../rules/${name}.md)`))).toEqual([]);
});
