import { join } from "node:path";
import { readFiles } from "../content/read-files.ts";
import type { ContentFiles } from "../content/read-files.ts";
import { contentTypes } from "../model/article.ts";
import { compareText, hasErrors } from "../model/diagnostic.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { openLayouts } from "../output/layouts.ts";
import { placeName } from "../report/place-name.ts";
import { terminalReport } from "../report/terminal.ts";
import { exitCodes } from "./exit-codes.ts";
import { assembleAndCheck } from "./load-and-check.ts";
import { askForPage } from "./new-answers.ts";
import type { NewPage } from "./new-answers.ts";
import { newPageText, nextSteps, writeNewFile } from "./new-file.ts";
import { optionAsker, terminalAsker } from "./new-question.ts";
import { contentFolder, parseOptions, programFolder, sharedOptions } from "./options.ts";
import type { Command } from "./options.ts";

const call = `npm run new ${contentTypes.join("|")}`;

/** What `npm run new` is called and takes. */
export const newCommand: Command = {
  name: "new",
  call,
  help: "Writes a new page, as a draft. In a terminal it asks for what the options do not say.",
  options: {
    content: sharedOptions.content,
    title: { type: "string", value: "TEXT", help: "the heading of the page" },
    subtitle: { type: "string", value: "TEXT", help: "one sentence on what it helps with" },
    hub: { type: "string", value: "NAME", help: "the hub that lists it; home is the front page" },
    name: { type: "string", value: "NAME", help: "a hub's own name; else from the title" },
    position: { type: "string", value: "NUMBER", help: "the place in the hub's list; else the next free one" },
    file: { type: "string", value: "FILE", help: "the file inside the content folder; else from the title" },
    yes: { type: "boolean", help: "asks nothing" },
  },
};

/**
 * Writes a new page.
 *
 * @param args - the words after the command's name: the type of page, then options
 * @returns the exit code
 */
export async function newPage([typedType = "", ...rest]: readonly string[]): Promise<number> {
  const type = contentTypes.find((name) => name === typedType);
  const typed = parseOptions(newCommand, type === undefined ? [typedType, ...rest].filter(Boolean) : rest);
  if (!typed.ok && typed.exitCode === exitCodes.fine) return say(typed.print);
  if (type === undefined) return refuse(`Say what to write: ${call}`);
  if (!typed.ok) return refuse(typed.print);

  const folder = contentFolder(typed.text("content") ?? "");
  const content = await readFiles(folder);
  const { names: layouts, languages } = openLayouts(join(programFolder, "layouts"));
  const check = (files: ContentFiles) => assembleAndCheck(files, { layouts, languages, drafts: true });
  const { site } = await check(content);
  const files = [
    ...content.sources.map(({ file }) => file),
    ...content.others.map(({ path }) => path),
    ...content.unread,
  ];

  const asks = process.stdin.isTTY && process.stdout.isTTY && !typed.flag("yes");
  const asker = asks ? terminalAsker(typed.text) : optionAsker(typed.text);
  const page = await askForPage(type, { site, files }, asker);
  const interrupted = asker.wasInterrupted();
  asker.close();
  if (interrupted) return refuse("\nNothing was written.", exitCodes.interrupted);
  if (page === null) return refuse([...asker.problems, `See ${call} -- --help`].join("\n"));

  const text = newPageText(page);
  const sources = [...content.sources, { file: page.file, text }].toSorted((a, b) => compareText(a.file, b.file));
  const { diagnostics, sources: texts } = await check({ ...content, sources });
  // A hub begins empty: that is told once it is no draft any more.
  const own = diagnostics.filter(({ span, rule }) => span.file === page.file && rule !== "empty-hub");
  const report = (shown: readonly Diagnostic[]) =>
    terminalReport(shown, { folder: typed.text("content") ?? "", sources: texts, colour: process.stderr.isTTY });
  if (hasErrors(own)) return refuse(`${report(own)}\nNothing was written.`, exitCodes.content);
  return write(page, text, { folder, typedFolder: typed.text("content") ?? "", remarks: report(own) });
}

/** Writes the file, and says what to do with it. */
async function write(
  page: NewPage,
  text: string,
  { folder, typedFolder, remarks }: { readonly folder: string; readonly typedFolder: string; readonly remarks: string },
): Promise<number> {
  const fault = await writeNewFile(folder, page.file, text);
  if (fault !== null) return refuse(`${fault} Nothing was written.`);
  const steps = nextSteps(page).map((step, index) => `  ${index + 1}. ${step}`);
  const lines = [`Wrote ${placeName(typedFolder, page.file)}`, "", ...steps];
  return say([...lines, ...(remarks === "" ? [] : ["", "Worth another look:", "", remarks.trimEnd()])].join("\n"));
}

function say(words: string): number {
  process.stdout.write(`${words}\n`);
  return exitCodes.fine;
}

function refuse(words: string, exitCode: number = exitCodes.use): number {
  process.stderr.write(`${words}\n`);
  return exitCode;
}
