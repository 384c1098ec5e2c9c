import { lstat, readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Diagnostic } from "../model/diagnostic.ts";
import { compareText, spanAt } from "../model/diagnostic.ts";
import { decodeText } from "./decode-text.ts";

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
    const text = path.size > mostBytes ? tooLarge(path.file, path.size) : await readText(path.file, path.diskPath);
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
      if (inside instanceof Error) diagnostics.push(unreadable(file, inside));
      else files.push(...inside);
    } else if (stats.isFile()) files.push({ file, name, diskPath, size: stats.size });
    else if (!silentNames.test(name)) diagnostics.push(notARegularFile(file, stats.isSymbolicLink()));
  }
  return files;
}

type ReadText = ReturnType<typeof decodeText>;

async function readText(file: string, diskPath: string): Promise<ReadText> {
  const bytes = await readFile(diskPath).catch((error: NodeJS.ErrnoException) => error);
  if (bytes instanceof Error) return { ok: false, diagnostics: [unreadable(file, bytes)] };
  return decodeText(file, bytes);
}

function tooLarge(file: string, size: number): ReadText {
  return {
    ok: false,
    diagnostics: [
      {
        rule: "file-too-large",
        severity: "error",
        span: spanAt(file, 1, 1),
        message: `The file is ${(size / 1_000_000).toFixed(1)} MB; a page may have 1 MB`,
        why: "Nobody could read a page of this length, and old phones could not open it",
        fix: "Split it into several pages, or take out what was pasted into it by mistake",
      },
    ],
  };
}

function unreadable(file: string, error: NodeJS.ErrnoException): Diagnostic {
  return {
    rule: "unreadable-file",
    severity: "error",
    span: spanAt(file, 1, 1),
    message: `It cannot be read (${error.code ?? error.message})`,
    why: "What is in it would be missing from the site",
    fix: "Let the person who runs the build read this file, or take it out of the content folder",
  };
}

function notARegularFile(file: string, isLink: boolean): Diagnostic {
  return {
    rule: isLink ? "symbolic-link" : "not-a-regular-file",
    severity: "error",
    span: spanAt(file, 1, 1),
    message: isLink ? "This is a link to a file elsewhere, not a file" : "This is not a regular file",
    why: "A link could publish a file that was never meant for the public",
    fix: "Put the file itself here, or take this out of the content folder",
  };
}
