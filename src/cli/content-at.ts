import { mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { askGit, askGitForBytes } from "./git.ts";

/** A file of a commit. */
interface Blob {
  readonly id: string;
  readonly path: string;
  readonly isLink: boolean;
}

/**
 * Writes a content folder, as it was at a commit, into an empty folder. Its files are taken byte for byte: nothing that
 * a repository says of files on their way (filters, attributes) is done.
 *
 * @param folder - the content folder in the working tree
 * @param ref - as somebody typed it: `origin/main`, `HEAD^1`
 * @returns why not, as a sentence; `null` once it is written. A folder that was not there at the time is empty
 */
export async function writeContentAt(folder: string, ref: string, target: string): Promise<string | null> {
  const prefix = await askGit(folder, ["rev-parse", "--show-prefix"]);
  if (prefix === null) return "The content is not in a Git repository, or Git is not there.";
  const commit = await askGit(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]);
  if (commit === null) return `Git knows no commit called ${ref}. In a copy with a short history, fetch more of it.`;

  const tree = `${commit.trim()}:${prefix.trimEnd()}`;
  const listed = await askGit(folder, ["ls-tree", "-r", "-z", "--full-tree", tree]);
  const blobs = blobsIn(listed ?? "");
  const bytes = await askGitForBytes(folder, ["cat-file", "--batch"], blobs.map(({ id }) => `${id}\n`).join(""));
  const contents = bytes === null ? null : contentsIn(bytes, blobs.length);
  if (contents === null) return `Git does not have every file of ${ref}.`;
  for (const [index, { path, isLink }] of blobs.entries()) {
    const content = contents[index] ?? Buffer.alloc(0);
    const place = join(target, path);
    await mkdir(dirname(place), { recursive: true });
    // A link is told of, and never followed: what it names need not be there.
    await (isLink ? symlink(content.toString("utf8") || "nowhere", place) : writeFile(place, content, { flag: "wx" }));
  }
  return null;
}

/** The files and links that `ls-tree` lists; other repositories inside this one are left out. */
function blobsIn(listed: string): readonly Blob[] {
  return listed.split("\0").flatMap((line) => {
    const [, mode = "", id = "", path = ""] = /^([0-9]+) blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? [];
    const isInside = path !== "" && path.split("/").every((part) => !["", ".", ".."].includes(part));
    return isInside ? [{ id, path, isLink: mode === "120000" }] : [];
  });
}

/** What `cat-file --batch` gives: for each file a line that ends with its size, its bytes, and a line end. */
function contentsIn(bytes: Buffer, count: number): readonly Buffer[] | null {
  const contents: Buffer[] = [];
  let at = 0;
  while (contents.length < count) {
    const lineEnd = bytes.indexOf("\n", at);
    const size = / blob ([0-9]+)$/.exec(bytes.toString("utf8", at, lineEnd))?.[1];
    if (lineEnd < 0 || size === undefined) return null;
    contents.push(bytes.subarray(lineEnd + 1, lineEnd + 1 + Number(size)));
    at = lineEnd + 2 + Number(size);
  }
  return contents;
}
