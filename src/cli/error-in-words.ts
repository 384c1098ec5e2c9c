import { SourceError } from "../output/source-error.ts";

/** A mistake in words: one of a layout or style says all in its message, and the system names the file. */
export function errorInWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { syscall } = error as NodeJS.ErrnoException;
  const folder = folderFault(error);
  if (folder !== null) return folder;
  if (error instanceof SourceError || syscall !== undefined) return error.message;
  return `This is a fault of the help centre, not of your content: ${error.stack ?? error.message}`;
}

/** Why a folder was not read that somebody chose as the content, without a full stop; `null` for any other error. */
export function folderFault(error: unknown): string | null {
  const { code, syscall, path = "" } = error as NodeJS.ErrnoException;
  if (syscall !== "scandir") return null;
  if (code === "ENOENT") return `There is no folder ${path}`;
  if (code === "ENOTDIR") return `${path} is a file, not a folder`;
  if (code === "ETOOMANY") return `${path} holds too many files to be the content of a help centre`;
  return null;
}
