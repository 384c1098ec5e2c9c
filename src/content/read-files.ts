import { lstat, readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Diagnostic } from "../model/diagnostic.ts";
import { compareText } from "../model/diagnostic.ts";
import { decodeText } from "./decode-text.ts";
import type { DecodedText } from "./decode-text.ts";
import { dictionaryFile } from "./dictionary.ts";
import { fileTooLargeAt } from "./faults/file-too-large.ts";
import { folderNamedLikePage, notARegularFileAt } from "./faults/not-a-regular-file.ts";
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
  /** Text files that could not be read; links to pages among them are not reported as dead. */
  readonly unread: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The longest text file that is read, in bytes. A longer one is data that got here by mistake. */
const mostBytes = 1_000_000;

/** The most files and folders that are looked at: with more, this is no content folder but a whole disk. */
const mostFiles = 200_000;

/** Files of years of ordinary work that say nothing to an editor; those with settings or code of a program do. */
const silentNames = /^(\.(?!env(?:\.|$)|11ty).*|Thumbs\.db|desktop\.ini)$/;

/**
 * Reads a content folder. Links on disk are never followed, and nothing but regular files is opened.
 *
 * @param folder - path on this machine
 * @param most - how many files and folders there may be in it
 * @throws the file system's own error if the folder itself cannot be listed; with the code `ETOOMANY` if it holds more
 */
export async function readFiles(folder: string, most: number = mostFiles): Promise<ContentFiles> {
  const sources: SourceFile[] = [];
  const others: OtherFile[] = [];
  const unread: string[] = [];
  const diagnostics: Diagnostic[] = [];

  for (const path of await listFiles(folder, most, diagnostics)) {
    const isSource = /\.(md|yml)$/.test(path.file) || path.file === dictionaryFile;
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

/** Every file of a folder, at any depth, in order of the names; what cannot be listed or is no file adds a diagnostic. */
async function listFiles(root: string, most: number, diagnostics: Diagnostic[]): Promise<readonly ListedFile[]> {
  const files: ListedFile[] = [];
  // The next one last.
  const waiting = await namesIn(root, "");
  for (let count = 0, file = waiting.pop(); file !== undefined; file = waiting.pop(), count += 1) {
    if (count === most) throw tooMany(root, most);
    const name = file.replace(/^.*\//s, "");
    const diskPath = join(root, file);
    const stats = await lstat(diskPath).catch(() => null);
    // A file that goes between the list and the look was deleted: that is not a fault.
    if (stats === null || name === ".git" || name === "node_modules") continue;
    if (stats.isDirectory()) {
      if (name.endsWith(".md")) diagnostics.push(folderNamedLikePage(file));
      const inside = await namesIn(root, file).catch((error: NodeJS.ErrnoException) => error);
      if (inside instanceof Error) diagnostics.push(unreadableFileAt(file, inside));
      else for (const next of inside) waiting.push(next);
    } else if (stats.isFile()) files.push({ file, name, diskPath, size: stats.size });
    else if (!silentNames.test(name)) diagnostics.push((stats.isSymbolicLink() ? symbolicLinkAt : notARegularFileAt)(file));
  }
  return files;
}

/** What stands in a folder, the last name first: paths inside `root`. */
async function namesIn(root: string, folder: string): Promise<string[]> {
  const names = (await readdir(join(root, folder))).toSorted(compareText);
  return names.map((name) => (folder === "" ? name : `${folder}/${name}`)).toReversed();
}

function tooMany(path: string, most: number): NodeJS.ErrnoException {
  const words = `${path} holds more than ${most} files and folders`;
  return Object.assign(new Error(words), { code: "ETOOMANY", syscall: "scandir", path });
}

async function readText({ file, diskPath, size }: ListedFile): Promise<DecodedText> {
  if (size > mostBytes) return { ok: false, diagnostics: [fileTooLargeAt(file, size)] };
  const bytes = await readFile(diskPath).catch((error: NodeJS.ErrnoException) => error);
  if (bytes instanceof Error) return { ok: false, diagnostics: [unreadableFileAt(file, bytes)] };
  return decodeText(file, bytes);
}
