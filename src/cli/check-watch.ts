import { join } from "node:path";
import type { CheckRequest } from "./check-request.ts";
import { exitCodes } from "./exit-codes.ts";
import { programFolder } from "./options.ts";
import { watchFolders } from "./watch-folders.ts";

/** Stands between one report and the next. It says no time: the same content gives the same words. */
const separator = "─".repeat(40);

/**
 * Checks a folder, and again after every change, until Ctrl-C.
 *
 * @param report - checks the folder and prints what was found
 * @returns the exit code
 */
export async function watchContent({ content, folder }: CheckRequest, report: () => Promise<number>): Promise<number> {
  const interrupted = new Promise<void>((resolve) => process.once("SIGINT", () => resolve()));
  const say = (words: string) => void process.stdout.write(`${words}\n`);
  const watching = watchFolders({ content, layouts: join(programFolder, "layouts") }, say, async () => {
    await report();
    say(`${separator}\nWatching ${folder} (Ctrl-C ends it)`);
  });
  try {
    await Promise.race([watching.firstUpdate, interrupted]);
    await interrupted;
    return exitCodes.interrupted;
  } finally {
    await watching.close();
  }
}
