import type { Diagnostic, Edit } from "../model/diagnostic.ts";
import type { RuleFacts } from "../model/rule.ts";
import { placeName } from "./place-name.ts";

/** What a report in SARIF names beside the diagnostics. */
export interface SarifOptions {
  /** The content folder, from the root of the repository. */
  readonly folder: string;
  /** Every rule that was looked for, found or not. */
  readonly rules: readonly RuleFacts[];
  /** The version of this program. */
  readonly version: string;
}

/** Every diagnostic in SARIF 2.1.0, which code hosts and editors read; the edits are its `fixes`. */
export function sarifReport(diagnostics: readonly Diagnostic[], { folder, rules, version }: SarifOptions): string {
  const indexes = new Map(rules.map(({ name }, index) => [name, index]));
  const report = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "help-centre", version, rules: rules.map(descriptor) } },
        columnKind: "utf16CodeUnits",
        results: diagnostics.map((diagnostic) => result(diagnostic, folder, indexes)),
      },
    ],
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** A rule. SARIF wants a whole address as `helpUri`, and the pages of the rules have none: their text says where they are. */
function descriptor({ name, severity, kind, title, source, fixable }: RuleFacts) {
  const help = `docs/rules/${name}.md says why, with examples.`;
  return {
    id: name,
    shortDescription: { text: `${title}.` },
    help: { text: source === null ? help : `${help} Source: ${source}.` },
    defaultConfiguration: { level: severity },
    properties: { kind, fixable },
  };
}

function result(diagnostic: Diagnostic, folder: string, indexes: ReadonlyMap<string, number>) {
  const { rule, severity, span, message, why, fix, edits = [] } = diagnostic;
  const { line, column, endColumn } = span;
  const index = indexes.get(rule);
  return {
    ruleId: rule,
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: severity,
    message: { text: `${message}. ${why}. ${fix}.` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifact(folder, span.file),
          region: { startLine: line, startColumn: column, endLine: line, endColumn },
        },
      },
    ],
    ...(edits.length === 0 ? {} : { fixes: [{ description: { text: fix }, artifactChanges: changes(edits, folder) }] }),
  };
}

function changes(edits: readonly Edit[], folder: string) {
  return [...Map.groupBy(edits, ({ file }) => file)].map(([file, own]) => ({
    artifactLocation: artifact(folder, file),
    replacements: own.map(({ start, end, text }) => ({
      deletedRegion: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
      insertedContent: { text },
    })),
  }));
}

/** Where a file is, as an address: relative where the folder was typed so. */
function artifact(folder: string, file: string): { readonly uri: string } {
  const path = placeName(folder, file).toWellFormed().split("/").map(encodeURIComponent).join("/");
  return { uri: path.startsWith("/") ? `file://${path}` : path };
}
