import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readingFigures } from "../checks/readability.ts";
import type { LoadedSite } from "../content/load-site.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { githubReport } from "../report/github.ts";
import { jsonReport } from "../report/json.ts";
import { readingTable } from "../report/reading-table.ts";
import { sarifReport } from "../report/sarif.ts";
import { summary } from "../report/summary.ts";
import { terminalReport } from "../report/terminal.ts";
import { allRules } from "./all-rules.ts";
import type { CheckRequest } from "./check-request.ts";
import { programFolder } from "./options.ts";

/**
 * What a check prints, as it was asked for.
 *
 * @param shown - what is to be said of all that was found
 */
export function checkReport(
  { format, folder, rules, withReading }: CheckRequest,
  shown: readonly Diagnostic[],
  { site, sources }: Pick<LoadedSite, "site" | "sources">,
): string {
  const reading = withReading ? readingFigures(site) : null;
  if (format === "json") return jsonReport(shown, folder, reading);
  if (format === "sarif") return sarifReport(shown, { folder, rules: allRules, version: programVersion() });
  const report =
    format === "github"
      ? githubReport(shown, folder)
      : terminalReport(shown, { folder, sources, colour: process.stdout.isTTY });
  const lines = [
    ...summary(shown, sources.size, "npm run check -- --fix"),
    ...(rules === null
      ? []
      : [`Looked for nothing but ${[...rules].join(", ")}: leave --rule out to look for everything`]),
    ...(reading === null ? [] : ["", ...readingTable(reading, folder)]),
  ];
  return `${report}${report === "" ? "" : "\n"}${lines.join("\n")}\n`;
}

function programVersion(): string {
  return (JSON.parse(readFileSync(join(programFolder, "package.json"), "utf8")) as { version: string }).version;
}
