import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { RuleFacts, RuleKind } from "../model/rule.ts";
import { allRules } from "./all-rules.ts";
import { exitCodes } from "./exit-codes.ts";
import { nameOfFolder } from "./folder-name.ts";
import { parseOptions, programFolder } from "./options.ts";
import type { Command } from "./options.ts";

/** What `npm run rules` is called and takes. */
export const rulesCommand: Command = {
  name: "rules",
  call: "npm run rules",
  help: "Writes docs/rules/README.md, the list of everything that a check finds, from the rules themselves.",
  options: {},
};

/** Kinds of rules, in the order of the list, each with its heading. */
const kinds: Readonly<Record<RuleKind, string>> = {
  fields: "The lines at the top of a page",
  files: "Files",
  structure: "Headings, lists, expanders and other parts of a page",
  links: "Links and pictures",
  words: "Words",
  references: "References",
  safety: "Safety",
  site: "The whole help centre",
};

/** The list of rules in Markdown: a table for each kind. */
export function rulesPage(rules: readonly RuleFacts[]): string {
  const sections = Object.entries(kinds).flatMap(([kind, heading]) => {
    const own = rules.filter((rule) => rule.kind === kind);
    return own.length === 0 ? [] : [`## ${heading}`, "", ...table(own), ""];
  });
  return [
    "# Rules",
    "",
    "Everything that `npm run check` finds. This page is written by `npm run rules`.",
    "",
    "An **error** stops publishing. A **warning** is advice; its name in a page's `allow` field turns it off there. Where --fix is marked, `npm run check -- --fix` can put it right, at least in its plain cases.",
    "",
    ...sections,
  ].join("\n");
}

/** The rows of a table, in columns of one width, as Prettier sets them. */
function table(rules: readonly RuleFacts[]): readonly string[] {
  const rows = [
    ["rule", "what it finds", "severity", "--fix", "source"],
    ...rules.map(({ name, title, severity, fixable, source }) => [
      `[${name}](${name}.md)`,
      cell(title),
      severity,
      fixable ? "yes" : "",
      cell(source ?? ""),
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((words, column) => words.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head = "", ...body] = rows.map(line);
  return [head, `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...body];
}

function cell(words: string): string {
  return words.replaceAll("|", "\\|");
}

/**
 * Writes the list.
 *
 * @param args - the words after the command's name
 * @returns the exit code
 */
export async function writeRules(args: readonly string[]): Promise<number> {
  const typed = parseOptions(rulesCommand, args);
  if (!typed.ok) {
    (typed.exitCode === exitCodes.fine ? process.stdout : process.stderr).write(`${typed.print}\n`);
    return typed.exitCode;
  }
  const file = join(programFolder, "docs/rules/README.md");
  await writeFile(file, rulesPage(allRules));
  process.stdout.write(`Wrote ${nameOfFolder(file)}\n`);
  return exitCodes.fine;
}
