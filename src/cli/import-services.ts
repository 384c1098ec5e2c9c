import { readFile, stat } from "node:fs/promises";
import { statSync } from "node:fs";
import { servicesFile } from "../content/services.ts";
import { plural } from "../report/terminal.ts";
import { visible } from "../report/visible.ts";
import { exitCodes } from "./exit-codes.ts";
import { nameOfFolder } from "./folder-name.ts";
import { writeNewFile } from "./new-file.ts";
import type { ImportedServices } from "./older-services.ts";
import { readOlderServices, servicesText } from "./older-services.ts";
import { contentFolder, parseOptions, sharedOptions, typedPath } from "./options.ts";
import type { Command } from "./options.ts";

/** What `npm run import-services` is called and takes. */
export const importServicesCommand: Command = {
  name: "import-services",
  call: "npm run import-services",
  help: [
    `Writes ${servicesFile} into the content folder from an older list of services: a JSON file with one object called`,
    `"clients", in it each key and its name. A ${servicesFile} that is there already is never changed.`,
  ].join("\n"),
  options: {
    from: { type: "string", value: "FILE", help: "the older list, such as _data/clients.json" },
    content: sharedOptions.content,
  },
};

/** More is no list of services that somebody keeps by hand; the content folder takes no larger file either. */
const mostBytes = 1_000_000;

/**
 * Writes a register of services from an older list.
 *
 * @param args - the words after the command's name
 * @returns the exit code
 */
export async function importServices(args: readonly string[]): Promise<number> {
  const typed = parseOptions(importServicesCommand, args);
  if (!typed.ok) {
    (typed.exitCode === exitCodes.fine ? process.stdout : process.stderr).write(`${typed.print}\n`);
    return typed.exitCode;
  }
  const from = typed.text("from");
  if (from === undefined || from === "") return refuse("Name the older list: --from _data/clients.json", exitCodes.use);
  const content = contentFolder(typed.text("content") ?? "");
  if (!statSync(content, { throwIfNoEntry: false })?.isDirectory()) {
    return refuse(`There is no folder ${content}. Choose the content with --content DIR.`, exitCodes.use);
  }
  const source = await readOlderFile(from);
  if (!source.ok) return refuse(source.sentence, exitCodes.use);
  const imported = readOlderServices(source.text);
  if (!imported.ok) return refuse(`${visible(from)}: ${visible(imported.sentence)}`, exitCodes.content);

  const inTheWay = await writeNewFile(content, servicesFile, servicesText(imported.services));
  const place = `${nameOfFolder(content)}/${servicesFile}`;
  if (inTheWay !== null) {
    return refuse(`${place} is there already, and was not changed. Rename or delete it first.`, exitCodes.use);
  }
  process.stdout.write(
    `${[`Wrote ${place}: ${plural(imported.services.length, "service")}`, ...remarks(imported)].join("\n")}\n`,
  );
  return exitCodes.fine;
}

type OlderFile = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly sentence: string };

async function readOlderFile(from: string): Promise<OlderFile> {
  const refused = (sentence: string): OlderFile => ({ ok: false, sentence });
  const path = typedPath(from);
  const stats = await stat(path).catch(() => null);
  if (stats === null || !stats.isFile()) return refused(`There is no file ${visible(from)}`);
  if (stats.size > mostBytes) return refused(`${visible(from)} is larger than 1 MB: that is no list of services`);
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return refused(`${visible(from)} cannot be read`);
  try {
    return { ok: true, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return refused(`${visible(from)} is not saved as UTF-8: open it in an editor and save it with that encoding`);
  }
}

/** What somebody has to look at, in a paragraph for each. */
function remarks({ changed, leftOut }: Extract<ImportedServices, { ok: true }>): readonly string[] {
  const lines: string[] = [];
  if (changed.length > 0) {
    lines.push(
      "",
      `${plural(changed.length, "key")} could not stay. Messages name a service by its key: change each in the support system too`,
      ...changed.map(({ line, from, key }) => `  line ${line}: ${visible(JSON.stringify(from))} is now ${key}`),
    );
  }
  if (leftOut.length > 0) {
    lines.push(
      "",
      `Left out: ${plural(leftOut.length, "service")}. Add what is right to ${servicesFile} by hand`,
      ...leftOut.map(({ line, from, reason }) => `  line ${line}: ${visible(JSON.stringify(from))} ${visible(reason)}`),
    );
  }
  return [...lines, "", `npm run check says whether two names are too much alike`];
}

function refuse(sentence: string, exitCode: number): number {
  process.stderr.write(`${sentence}\n`);
  return exitCode;
}
