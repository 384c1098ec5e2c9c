import { readFile } from "node:fs/promises";
import { statSync } from "node:fs";
import { join } from "node:path";
import { codesIn } from "../model/code-pattern.ts";
import { openLayouts } from "../output/layouts.ts";
import { placeName } from "../report/place-name.ts";
import { codeRows, codesAsCsv, codesAsJson, codesAsTable } from "./code-list.ts";
import { compareLists, comparisonInWords, isInStep } from "./code-comparison.ts";
import { exitCodes } from "./exit-codes.ts";
import { loadAndCheck } from "./load-and-check.ts";
import { contentFolder, parseOptions, programFolder, sharedOptions } from "./options.ts";
import type { Command } from "./options.ts";

/** What `npm run codes` is called and takes. */
export const codesCommand: Command = {
  name: "codes",
  call: "npm run codes",
  help: "Lists every error reference that the content explains or error-references.yml has: its title, its status, where it stands, and whether a link gets in touch about it. Writes nothing.",
  options: {
    content: sharedOptions.content,
    format: { type: "string", value: "NAME", help: "table, json or csv", default: "table" },
    against: {
      type: "string",
      value: "FILE",
      help: "a file that names the codes of the service, in any form: says what is missing on either side, and what is retired here; the exit code is then 1",
    },
  },
};

const formats = { table: codesAsTable, json: codesAsJson, csv: codesAsCsv } as const;

/**
 * Prints the register of error codes.
 *
 * @param args - the words after the command's name
 * @returns the exit code
 */
export async function codes(args: readonly string[]): Promise<number> {
  const typed = parseOptions(codesCommand, args);
  if (!typed.ok) {
    (typed.exitCode === exitCodes.fine ? process.stdout : process.stderr).write(`${typed.print}\n`);
    return typed.exitCode;
  }
  const typedContent = typed.text("content") ?? "";
  const content = contentFolder(typedContent);
  if (!statSync(content, { throwIfNoEntry: false })?.isDirectory()) {
    return refuse(`There is no folder ${content}. Choose the content with --content DIR.`);
  }
  const format = typed.text("format") ?? "table";
  if (!Object.hasOwn(formats, format)) return refuse("--format is table, json or csv");

  const { names: layouts, languages } = openLayouts(join(programFolder, "layouts"));
  const options = { layouts, languages, drafts: false };
  const { site } = await loadAndCheck(content, options);
  const against = typed.text("against");
  if (against === undefined) {
    const rows = codeRows(site, (file) => placeName(typedContent, file));
    process.stdout.write(formats[format as keyof typeof formats](rows));
    return exitCodes.fine;
  }
  const list = await readFile(against, "utf8").catch(() => null);
  if (list === null) return refuse(`There is no file ${against}, or it cannot be read`);
  const theirs = new Set(codesIn(list, site.settings.codes).map(({ code }) => code));
  if (theirs.size === 0) return refuse(`${against} names no code of the form that this site's references have`);
  const comparison = compareLists(site, theirs);
  process.stdout.write(comparisonInWords(comparison, against));
  return isInStep(comparison) ? exitCodes.fine : exitCodes.content;
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return exitCodes.use;
}
