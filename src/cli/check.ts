import { join } from "node:path";
import { hasErrors } from "../model/diagnostic.ts";
import { openLayouts } from "../output/layouts.ts";
import { countInWords, plural, terminalReport } from "../report/terminal.ts";
import { exitCodes } from "./exit-codes.ts";
import { loadAndCheck } from "./load-and-check.ts";
import { contentFolder, parseOptions, programFolder, sharedOptions, siteOptions } from "./options.ts";
import type { Command } from "./options.ts";

/** `npm run check`, as data. */
export const checkCommand: Command = {
  name: "check",
  call: "npm run check",
  help: "Reads every page and says what to put right, with the file and the line. Writes nothing.",
  options: {
    ...sharedOptions,
    output: { ...sharedOptions.output, help: "as for the build; nothing is written" },
  },
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
  const site = siteOptions(typed.text("url"), typed.text("path-prefix"));
  if (!site.ok) return say(site.sentence, exitCodes.use);
  const layouts = openLayouts(join(programFolder, "layouts")).names;
  const options = { layouts, drafts: typed.flag("drafts"), ...site.options };
  const { diagnostics, sources } = await loadAndCheck(contentFolder(folder), options);
  const report = terminalReport(diagnostics, { folder, sources, colour: process.stdout.isTTY });
  if (report !== "") process.stdout.write(`${report}\n`);
  return say(
    `${countInWords(diagnostics)} in ${plural(sources.size, "file")}`,
    hasErrors(diagnostics) ? exitCodes.content : exitCodes.fine,
  );
}

function say(words: string, exitCode: number): number {
  (exitCode === exitCodes.use ? process.stderr : process.stdout).write(`${words}\n`);
  return exitCode;
}
