import { statSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { previousPages } from "../content/previous-pages.ts";
import { openLayouts } from "../output/layouts.ts";
import { pagesFile } from "../output/machine-files.ts";
import { changesBetween } from "./changes-between.ts";
import { changesMarkdown } from "./changes-markdown.ts";
import { writeContentAt } from "./content-at.ts";
import { exitCodes } from "./exit-codes.ts";
import { loadAndCheck } from "./load-and-check.ts";
import { contentFolder, parseOptions, programFolder, sharedOptions } from "./options.ts";
import type { Command } from "./options.ts";

/** What `npm run changes` is called and takes. */
export const changesCommand: Command = {
  name: "changes",
  call: "npm run changes",
  help: "Says what has changed in the content since a commit, as Markdown for a comment on a pull request. Writes nothing.",
  options: {
    from: { type: "string", value: "REF", help: "the commit to compare with, such as origin/main" },
    content: sharedOptions.content,
  },
};

/**
 * Compares the content with what it was.
 *
 * @param args - the words after the command's name
 * @returns the exit code
 */
export async function changes(args: readonly string[]): Promise<number> {
  const typed = parseOptions(changesCommand, args);
  if (!typed.ok) {
    (typed.exitCode === exitCodes.fine ? process.stdout : process.stderr).write(`${typed.print}\n`);
    return typed.exitCode;
  }
  const ref = typed.text("from") ?? "";
  const typedContent = typed.text("content") ?? "";
  const content = contentFolder(typedContent);
  if (ref === "") return refuse("Say what to compare with: --from REF");
  if (!statSync(content, { throwIfNoEntry: false })?.isDirectory()) {
    return refuse(`There is no folder ${content}. Choose the content with --content DIR.`);
  }

  const old = await mkdtemp(join(tmpdir(), "help-centre-changes-"));
  try {
    const fault = await writeContentAt(content, ref, old);
    if (fault !== null) return refuse(fault);
    process.stdout.write(changesMarkdown(await compare(old, content), typedContent));
    return exitCodes.fine;
  } finally {
    await rm(old, { recursive: true, force: true });
  }
}

/** Loads both folders in the same way, the newer one with the older one's pages in mind. */
async function compare(old: string, content: string) {
  const { names: layouts, languages } = openLayouts(join(programFolder, "layouts"));
  const options = { layouts, languages, drafts: false };
  const before = await loadAndCheck(old, options);
  const pages = previousPages(pagesFile(before.site).content)?.pages ?? [];
  const oldAddresses = before.site.redirects.map(({ from }) => ({ address: from, title: from, headings: [] }));
  const previous = [...pages, ...oldAddresses];
  return changesBetween(before, await loadAndCheck(content, { ...options, previous }));
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return exitCodes.use;
}
