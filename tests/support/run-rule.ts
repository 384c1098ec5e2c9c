import type { Rule } from "../../src/checks/rule.ts";
import { runRules } from "../../src/checks/run-rules.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { applyEdits } from "../../src/report/apply-edits.ts";
import type { FilesInMemory } from "./site-from.ts";
import { article, siteFrom } from "./site-from.ts";

/** What one rule says of the body of an article, whose first line is line 9 of its file; or of files in memory. */
export async function saidBy(rule: Rule, content: string | FilesInMemory): Promise<readonly Diagnostic[]> {
  return runRules([rule], (await siteFrom(filesOf(content))).site);
}

/** Where one rule finds something: `9:3`, or with files in memory `page.md:9:3`. */
export async function placesOf(rule: Rule, content: string | FilesInMemory): Promise<readonly string[]> {
  const said = await saidBy(rule, content);
  return said.map(({ span }) => `${typeof content === "string" ? "" : `${span.file}:`}${span.line}:${span.column}`);
}

/** What one rule's edits make of the body of an article, or of the file `page.md`. */
export async function fixedBy(rule: Rule, content: string | FilesInMemory): Promise<string> {
  const files = filesOf(content);
  const { texts } = applyEdits(new Map(Object.entries(files)), await saidBy(rule, files));
  const text = texts.get("page.md") ?? files["page.md"] ?? "";
  return typeof content === "string" ? text.replace(article(""), "") : text;
}

function filesOf(content: string | FilesInMemory): FilesInMemory {
  return typeof content === "string" ? { "page.md": article(content) } : content;
}
