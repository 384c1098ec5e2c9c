import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { LoadedSite } from "../content/load-site.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { githubReport } from "../report/github.ts";
import { jsonReport } from "../report/json.ts";
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
 * @param sources - the text of each file that was read
 */
export function checkReport(
  { format, folder }: CheckRequest,
  shown: readonly Diagnostic[],
  { sources }: Pick<LoadedSite, "sources">,
): string {
  if (format === "json") return jsonReport(shown, folder);
  if (format === "sarif") return sarifReport(shown, { folder, rules: allRules, version: programVersion() });
  const report =
    format === "github"
      ? githubReport(shown, folder)
      : terminalReport(shown, { folder, sources, colour: process.stdout.isTTY });
  const lines = summary(shown, sources.size, "npm run check -- --fix");
  return `${report}${report === "" ? "" : "\n"}${lines.join("\n")}\n`;
}

function programVersion(): string {
  return (JSON.parse(readFileSync(join(programFolder, "package.json"), "utf8")) as { version: string }).version;
}
