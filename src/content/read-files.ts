import { lstat, readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Diagnostic } from "../model/diagnostic.ts";
import { compareText } from "../model/diagnostic.ts";
import { decodeText } from "./decode-text.ts";
import type { DecodedText } from "./decode-text.ts";
import { fileTooLargeAt } from "./faults/file-too-large.ts";
import { notARegularFileAt } from "./faults/not-a-regular-file.ts";
import { symbolicLinkAt } from "./faults/symbolic-link.ts";
import { unreadableFileAt } from "./faults/unreadable-file.ts";

/** A text file of the content folder: an article, a hub or a register. */
export interface SourceFile {
  /** Path inside the content folder, with `/`. */
  readonly file: string;
  /** The text, without byte order mark, every line end as `\n`. */
  readonly text: string;
}

/** A file of the content folder that is not text for us: a picture, a document, a leftover. */
export interface OtherFile {
  /** Path inside the content folder, with `/`. */
  readonly path: string;
  readonly diskPath: string;
  /** Bytes. */
  readonly size: number;
}

/** Everything in a content folder, in order of the paths. */
export interface ContentFiles {
  readonly sources: readonly SourceFile[];
  readonly others: readonly OtherFile[];
  /** Markdown files that could not be read; links to them are not reported as dead. */
  readonly unread: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The longest text file that is read, in bytes. A longer one is data that got here by mistake. */
const mostBytes = 1_000_000;

/** Files of years of ordinary work that say nothing to an editor. */
const silentNames = /^(\..*|Thumbs\.db|desktop\.ini|dictionary\.txt)$/;

/**
 * Reads a content folder. Links on disk are never followed, and nothing but regular files is opened.
 *
 * @param folder - path on this machine
 * @throws the file system's own error if the folder itself cannot be listed
 */
export async function readFiles(folder: string): Promise<ContentFiles> {
  const sources: SourceFile[] = [];
  const others: OtherFile[] = [];
  const unread: string[] = [];
  const diagnostics: Diagnostic[] = [];

  for (const path of await listFiles(folder, "", diagnostics)) {
    const isSource = /\.(md|yml)$/.test(path.file);
    if (!isSource) {
      if (!silentNames.test(path.name)) others.push({ path: path.file, diskPath: path.diskPath, size: path.size });
      continue;
    }
    const text = await readText(path);
    if (text.ok) sources.push({ file: path.file, text: text.text });
    else unread.push(path.file);
    diagnostics.push(...text.diagnostics);
  }
  return { sources, others, unread, diagnostics };
}

interface ListedFile {
  readonly file: string;
  readonly name: string;
  readonly diskPath: string;
  readonly size: number;
}

async function listFiles(root: string, folder: string, diagnostics: Diagnostic[]): Promise<readonly ListedFile[]> {
  const files: ListedFile[] = [];
  const names = (await readdir(join(root, folder))).toSorted(compareText);
  for (const name of names) {
    const file = folder === "" ? name : `${folder}/${name}`;
    const diskPath = join(root, file);
    const stats = await lstat(diskPath).catch(() => null);
    // A file that goes between the list and the look was deleted: that is not a fault.
    if (stats === null || name === ".git" || name === "node_modules") continue;
    if (stats.isDirectory()) {
      const inside = await listFiles(root, file, diagnostics).catch((error: NodeJS.ErrnoException) => error);
      if (inside instanceof Error) diagnostics.push(unreadableFileAt(file, inside));
      else files.push(...inside);
    } else if (stats.isFile()) files.push({ file, name, diskPath, size: stats.size });
    else if (!silentNames.test(name)) diagnostics.push((stats.isSymbolicLink() ? symbolicLinkAt : notARegularFileAt)(file));
  }
  return files;
}

async function readText({ file, diskPath, size }: ListedFile): Promise<DecodedText> {
  if (size > mostBytes) return { ok: false, diagnostics: [fileTooLargeAt(file, size)] };
  const bytes = await readFile(diskPath).catch((error: NodeJS.ErrnoException) => error);
  if (bytes instanceof Error) return { ok: false, diagnostics: [unreadableFileAt(file, bytes)] };
  return decodeText(file, bytes);
}
