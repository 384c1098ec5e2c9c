import { join } from "node:path";
import { hasErrors } from "../model/diagnostic.ts";
import { openLayouts } from "../output/layouts.ts";
import { countInWords, plural, terminalReport } from "../report/terminal.ts";
import { exitCodes } from "./exit-codes.ts";
import { loadAndCheck } from "./load-and-check.ts";
import { contentFolder, parseOptions, programFolder, sharedOptions } from "./options.ts";
import type { Command } from "./options.ts";

/** `npm run check`, as data. */
export const checkCommand: Command = {
  name: "check",
  call: "npm run check",
  help: "Reads every page and says what to put right, with the file and the line. Writes nothing.",
  options: { content: sharedOptions.content, drafts: sharedOptions.drafts },
};

/**
 * Checks a content folder.
 *
 * @param args - the words after the command's name
 * @returns the exit code
 */
export async function check(args: readonly string[]): Promise<number> {
  const typed = parseOptions(checkCommand, args);
  if (!typed.ok) return say(typed.print, typed.exitCode);

  const folder = typed.text("content") ?? "";
  const layouts = openLayouts(join(programFolder, "layouts")).names;
  const { site, diagnostics, sources } = await loadAndCheck(contentFolder(folder), {
    layouts,
    drafts: typed.flag("drafts"),
  });
  const report = terminalReport(diagnostics, { folder, sources, colour: process.stdout.isTTY });
  if (report !== "") process.stdout.write(`${report}\n`);
  const pages = site.hubs.size + site.articles.length + site.plainPages.length;
  return say(
    `${countInWords(diagnostics)} on ${plural(pages, "page")}`,
    hasErrors(diagnostics) ? exitCodes.content : exitCodes.fine,
  );
}

function say(words: string, exitCode: number): number {
  (exitCode === exitCodes.use ? process.stderr : process.stdout).write(`${words}\n`);
  return exitCode;
}
