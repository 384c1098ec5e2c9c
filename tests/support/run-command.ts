import { spawn } from "node:child_process";
import { resolve } from "node:path";

/** The folder of the program. */
export const programFolder: string = resolve(import.meta.dirname, "../..");

/** How a command ended and what it said. */
export interface CommandResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a command of the program as a process of its own, as `npm run` does.
 *
 * @param args - the command's name and what follows it
 * @param env - added to the environment
 * @param cwd - the folder to stand in
 */
export function runCommand(
  args: readonly string[],
  { env = {}, cwd = programFolder }: { readonly env?: NodeJS.ProcessEnv; readonly cwd?: string } = {},
): Promise<CommandResult> {
  const main = resolve(programFolder, "src/cli/main.ts");
  const child = spawn(process.execPath, ["--disable-proto=delete", main, ...args], {
    cwd,
    env: { ...process.env, ...env },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  return new Promise((done, fail) => {
    child.on("error", fail).on("close", (exitCode) => done({ exitCode, stdout, stderr }));
  });
}
