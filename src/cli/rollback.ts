import { join } from "node:path";
import { rollback as rollBack } from "../output/rollback.ts";
import { exitCodes } from "./exit-codes.ts";
import { nameOfFolder } from "./folder-name.ts";
import { contentFolder, outputFolder, parseOptions, programFolder, sharedOptions } from "./options.ts";
import type { Command } from "./options.ts";

/** What `npm run rollback` is called and takes. */
export const rollbackCommand: Command = {
  name: "rollback",
  call: "npm run rollback",
  help: "Puts the release before the published one back in its place. Once more goes back one further.",
  options: { output: sharedOptions.output },
};

/**
 * Puts the last release back.
 *
 * @param args - the words after the command's name
 * @returns the exit code
 */
export async function rollback(args: readonly string[]): Promise<number> {
  const typed = parseOptions(rollbackCommand, args);
  if (!typed.ok) {
    (typed.exitCode === exitCodes.fine ? process.stdout : process.stderr).write(`${typed.print}\n`);
    return typed.exitCode;
  }
  const inputs = [contentFolder("content"), join(programFolder, "layouts"), join(programFolder, "assets")];
  const rolledBack = await rollBack(outputFolder(typed.text("output") ?? ""), { project: programFolder, inputs });
  if (!rolledBack.ok) {
    const { message, fix, exitCode } = rolledBack.failure;
    process.stderr.write(`${message}. ${fix}.\n`);
    return exitCode;
  }
  process.stdout.write(`Release ${rolledBack.release} is published again in ${nameOfFolder(rolledBack.output)}\n`);
  return exitCodes.fine;
}
