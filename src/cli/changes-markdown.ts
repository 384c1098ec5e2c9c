import type { Diagnostic } from "../model/diagnostic.ts";
import { placeName } from "../report/place-name.ts";
import { countInWords } from "../report/terminal.ts";
import { visible } from "../report/visible.ts";
import type { Changes, ListedPage } from "./changes-between.ts";

/** How many lines of a kind are shown: a comment has its longest length, and its readers have theirs. */
const mostLines = 50;

/** The longest text of somebody's content that is shown, in characters. */
const longest = 200;

/**
 * Changes as Markdown for a comment on a pull request. Whatever comes from the content stands in code spans: there it
 * can be no HTML, no link, no picture, and calls nobody (`@name`).
 *
 * @param folder - the content folder as it was typed
 */
export function changesMarkdown(changes: Changes, folder: string): string {
  const { added, changed, removed, registers, lost, found, diagnostics, rules } = changes;
  const news = found.length === 0 ? "none of them new" : `${found.length} new`;
  const place = (file: string) => code(placeName(folder, file));
  const page = ({ address, title, file }: ListedPage) => `${code(title)} at ${code(address)} (${place(file)})`;
  return [
    "## What this changes in the help centre",
    `Pages: ${added.length} added, ${changed.length} changed, ${removed.length} removed. ` +
      `The check finds ${countInWords(diagnostics)}${diagnostics.length === 0 ? "" : `, ${news}`}.`,
    ...section("Pages added", added.map(page)),
    ...section("Pages changed", changed.map(page)),
    ...section(
      "Pages removed",
      removed.map((gone) => `${page(gone)}${gone.leadsTo === null ? "" : `: leads to ${code(gone.leadsTo)} now`}`),
    ),
    ...section("Settings changed", registers.map(place)),
    ...section(
      "Addresses and headings that went",
      lost.map((diagnostic) => finding(diagnostic, folder)),
    ),
    ...section(
      "New findings",
      found.map((diagnostic) => finding(diagnostic, folder)),
    ),
    ...ruleTable(rules),
    "",
  ].join("\n\n");
}

function section(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, mostLines).map((line) => `- ${line}`);
  const more = lines.length > mostLines ? [`- and ${lines.length - mostLines} more`] : [];
  return [`### ${title}`, [...shown, ...more].join("\n")];
}

function finding({ severity, rule, span, message, fix }: Diagnostic, folder: string): string {
  const place = `${placeName(folder, span.file)}:${span.line}:${span.column}`;
  return `${severity} ${code(rule)} at ${code(place)}: ${code(message)} – ${code(fix)}`;
}

function ruleTable(rules: Changes["rules"]): readonly string[] {
  if (rules.length === 0) return [];
  const rows = rules.map(({ rule, before, now }) => `| ${code(rule)} | ${before} | ${now} |`);
  return ["### Findings by rule", ["| rule | before | now |", "| --- | --- | --- |", ...rows].join("\n")];
}

/** Text as a code span (CommonMark 0.31.2, 6.1): its fence is longer than any run of backticks in it. */
function code(text: string): string {
  // Marks that turn the direction of words would turn what stands after them too.
  const plain = visible(text).replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, "\uFFFD");
  const characters = [...plain];
  const shown = characters.length > longest ? `${characters.slice(0, longest).join("")}…` : plain;
  const runs = (shown.match(/`+/g) ?? []).map(({ length }) => length);
  const fence = "`".repeat(Math.max(0, ...runs) + 1);
  const padding = /^[` ]|[` ]$/.test(shown) ? " " : "";
  return shown.trim() === "" ? "` `" : `${fence}${padding}${shown}${padding}${fence}`;
}
