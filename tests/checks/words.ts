import type { Rule } from "../../src/checks/rule.ts";
import { runRules } from "../../src/checks/run-rules.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { applyEdits } from "../../src/report/apply-edits.ts";
import type { FilesInMemory } from "../support/site-from.ts";
import { article, siteFrom } from "../support/site-from.ts";

const file = "page.md";

async function check(rule: Rule, source: string): Promise<readonly Diagnostic[]> {
  return runRules([rule], (await siteFrom({ [file]: source })).site);
}

/**
 * The words that a rule marks in an article with some body, as they stand in the file: a wrong line or column shows.
 *
 * @param fields - beside those that every article has
 */
export async function marked(rule: Rule, body: string, fields: FilesInMemory = {}): Promise<readonly string[]> {
  const source = article(body, fields);
  const lines = source.split("\n");
  return (await check(rule, source)).map(({ span }) =>
    (lines[span.line - 1] ?? "").slice(span.column - 1, span.endColumn - 1),
  );
}

/** What a rule tells an editor to do in an article with some body. */
export async function advice(rule: Rule, body: string): Promise<readonly string[]> {
  return (await check(rule, article(body))).map(({ fix }) => fix);
}

/** The body of an article when every edit of a rule has been made. Fails where an edit touches anything else. */
export async function mended(rule: Rule, body: string): Promise<string> {
  const source = article(body);
  const start = source.length - body.length;
  const text = applyEdits(new Map([[file, source]]), await check(rule, source)).texts.get(file) ?? source;
  if (!text.startsWith(source.slice(0, start))) throw new Error("The fields were changed as well");
  return text.slice(start);
}
