import { hasErrors } from "../model/diagnostic.ts";
import { chooser } from "./check-choice.ts";
import { fixAndReport } from "./check-fix.ts";
import { checkReport } from "./check-report.ts";
import { loadOptions, readRequest } from "./check-request.ts";
import type { CheckRequest } from "./check-request.ts";
import { watchContent } from "./check-watch.ts";
import { exitCodes } from "./exit-codes.ts";
import { loadAndCheck } from "./load-and-check.ts";
import { noPage } from "./no-page.ts";

/**
 * Checks a content folder.
 *
 * @param args - the words after the command's name
 * @returns the exit code
 */
export async function check(args: readonly string[]): Promise<number> {
  const read = readRequest(args);
  if (!read.ok) {
    (read.exitCode === exitCodes.fine ? process.stdout : process.stderr).write(`${read.print}\n`);
    return read.exitCode;
  }
  const { request } = read;
  if (request.work === "watch") return watchContent(request, () => checkAndReport(request));

  process.once("SIGINT", () => process.exit(exitCodes.interrupted));
  if (request.work === "check") return checkAndReport(request);
  return fixAndReport(request, () => checkAndReport(request));
}

async function checkAndReport(request: CheckRequest): Promise<number> {
  const loaded = await loadAndCheck(request.content, loadOptions(request));
  const empty = noPage(loaded, request.content);
  if (empty !== null) {
    process.stderr.write(`${empty}\n`);
    return exitCodes.use;
  }
  const shown = (await chooser(request))(loaded.diagnostics);
  process.stdout.write(checkReport(request, shown, loaded));
  return hasErrors(shown) ? exitCodes.content : exitCodes.fine;
}
