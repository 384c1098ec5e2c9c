import { hasErrors } from "../model/diagnostic.ts";
import { placeName } from "../report/place-name.ts";
import { plural } from "../report/terminal.ts";
import { unifiedDiff } from "../report/unified-diff.ts";
import { visible } from "../report/visible.ts";
import { chooser } from "./check-choice.ts";
import { loadOptions } from "./check-request.ts";
import type { CheckRequest } from "./check-request.ts";
import { exitCodes } from "./exit-codes.ts";
import { fixContent } from "./fix-content.ts";
import type { FixedContent, FixedFile } from "./fix-content.ts";
import { rewriteFile } from "./fixable-file.ts";
import { noPage } from "./no-page.ts";

/**
 * `--fix` and `--dry-run`: puts right what needs no decision, or shows how it would.
 *
 * @param report - checks the folder and prints what is left
 * @returns the exit code
 */
export async function fixAndReport(request: CheckRequest, report: () => Promise<number>): Promise<number> {
  const chosen = await chooser(request);
  const fixed = await fixContent(request.content, loadOptions(request), chosen);
  if (noPage(fixed.before, request.content) !== null) return report();
  if (request.work === "dry-run") {
    process.stdout.write(diffOf(fixed.files, request));
    tell(notes(fixed, fixed.files, request), process.stderr);
    return hasErrors(chosen(fixed.before.diagnostics)) ? exitCodes.content : exitCodes.fine;
  }
  const { written, refused } = await writeFiles(fixed);
  // What a program reads stays free of sentences.
  const stream = request.format === "terminal" ? process.stdout : process.stderr;
  tell([...notes({ ...fixed, refused }, written, request), ""], stream);
  return report();
}

/** Writes every file that was changed, but for those that somebody else has changed meanwhile. */
async function writeFiles({ files, refused }: FixedContent) {
  const written: FixedFile[] = [];
  const allRefused = new Map(refused);
  for (const fixed of files) {
    const reason = await rewriteFile({ path: fixed.file, diskPath: fixed.diskPath }, fixed.text, fixed.after);
    if (reason === null) written.push(fixed);
    else allRefused.set(fixed.file, reason);
  }
  return { written, refused: allRefused };
}

function diffOf(files: readonly FixedFile[], { folder }: CheckRequest): string {
  const diff = files.map(({ file, text, after }) => unifiedDiff(placeName(folder, file), text, after)).join("");
  // A terminal would write the rest of the line over its beginning.
  return process.stdout.isTTY ? diff.replace(/\r(?!\n)/g, "␍") : diff;
}

/** What became of the files, in sentences. */
function notes(
  { refused, isSettled }: Pick<FixedContent, "refused" | "isSettled">,
  files: readonly FixedFile[],
  { folder, work }: CheckRequest,
): readonly string[] {
  const name = (file: string) => visible(placeName(folder, file));
  const amount = `${files.reduce((sum, { count }) => sum + count, 0)} in ${plural(files.length, "file")}`;
  return [
    work === "dry-run" ? `--fix would put right ${amount}. Nothing was written` : `Put right: ${amount}`,
    ...(work === "dry-run" ? [] : files.map(({ file }) => `  ${name(file)}`)),
    ...[...refused].map(([file, reason]) => `Left as it is: ${name(file)} ${reason}`),
    ...(isSettled ? [] : ["There may be more to put right. Run it again; if it says so again, please open an issue"]),
  ];
}

function tell(lines: readonly string[], stream: NodeJS.WriteStream): void {
  stream.write(lines.map((line) => `${line}\n`).join(""));
}
