import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { ParseArgsOptionsConfig } from "node:util";
import { siteUrl } from "../model/settings.ts";
import type { SiteOptions } from "../model/settings.ts";

/** The folder of the program: where `layouts/`, `assets/` and `package.json` stand. */
export const programFolder: string = resolve(import.meta.dirname, "../..");

/** An option of a command, as data: how it is typed and what it does. */
export interface Option {
  readonly type: "string" | "boolean";
  /** What stands for the value in the help: `DIR`. */
  readonly value?: string;
  readonly help: string;
  readonly default?: string;
  /** Whether it may be given several times, or once with commas. */
  readonly repeated?: boolean;
}

/** A command, as data: its help is made from this. */
export interface Command {
  readonly name: string;
  /** How it is called through npm: `npm run build`. */
  readonly call: string;
  readonly help: string;
  readonly options: { readonly [name: string]: Option };
}

/** Options that several commands share. */
export const sharedOptions = {
  content: { type: "string", value: "DIR", help: "the folder with the content", default: "content" },
  output: { type: "string", value: "DIR", help: "where the site is put", default: "_site" },
  url: { type: "string", value: "URL", help: "the address at which the site is published; wins over site.yml" },
  "path-prefix": { type: "string", value: "/p/", help: "the path under which the site lives on its host" },
  drafts: { type: "boolean", help: "with the pages marked as drafts" },
} as const satisfies Record<string, Option>;

/** What was typed: the options' values, or what to print instead and the exit code. */
export type ParsedOptions =
  | {
      readonly ok: true;
      readonly text: (name: string) => string | undefined;
      readonly flag: (name: string) => boolean;
      /** What was given for an option that may be repeated, in order. */
      readonly list: (name: string) => readonly string[];
    }
  | { readonly ok: false; readonly print: string; readonly exitCode: 0 | 2 };

/** Reads the words after a command's name. `--help` is an option of every command. */
export function parseOptions(command: Command, args: readonly string[]): ParsedOptions {
  const known = Object.entries(command.options).map(
    ([name, { type, repeated }]) => [name, { type, multiple: repeated === true }] as const,
  );
  try {
    const options: ParseArgsOptionsConfig = Object.fromEntries([...known, ["help", { type: "boolean" }] as const]);
    const typed = parseArgs({ args: joinNumbers(command, args), options, strict: true, allowPositionals: false });
    const values: { readonly [name: string]: unknown } = typed.values;
    if (values["help"] === true) return { ok: false, print: helpText(command), exitCode: 0 };
    // No folder at all would otherwise be the one that somebody stands in.
    const empty = known.find(([name]) => values[name] === "" && command.options[name]?.value === "DIR")?.[0];
    if (empty !== undefined) return { ok: false, print: `--${empty} is empty: name a folder after it`, exitCode: 2 };
    const text = (name: string) => {
      const value = values[name] ?? command.options[name]?.default;
      return typeof value === "string" ? value : undefined;
    };
    const list = (name: string) =>
      [values[name] ?? []].flat().flatMap((value) => (typeof value === "string" ? value.split(",") : []));
    return { ok: true, text, flag: (name) => values[name] === true, list };
  } catch (error) {
    const [reason = ""] = error instanceof Error ? error.message.split(". ") : [String(error)];
    return { ok: false, print: `${reason}.\nSee ${command.call} -- --help`, exitCode: 2 };
  }
}

/** The words that were typed, with `--position -4` as one of them: Node takes a number below zero for an option. */
function joinNumbers({ options }: Command, args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const word of args) {
    const before = joined.at(-1) ?? "";
    const takesText = before.startsWith("--") && options[before.slice(2)]?.type === "string";
    if (takesText && /^-[0-9.]+$/.test(word)) joined[joined.length - 1] = `${before}=${word}`;
    else joined.push(word);
  }
  return joined;
}

/** The help of a command: how it is called, what it does, every option. */
export function helpText({ call, help, options }: Command): string {
  const rows = Object.entries({ ...options, help: { type: "boolean", help: "shows this" } as Option }).map(
    ([name, option]) => ({
      typed: `--${name}${option.value === undefined ? "" : ` ${option.value}`}`,
      help: option.help + (option.default === undefined ? "" : ` (${option.default})`),
    }),
  );
  const width = Math.max(...rows.map(({ typed }) => typed.length));
  return [
    `${call}${Object.keys(options).length > 0 ? " -- [options]" : ""}`,
    "",
    help,
    "",
    ...rows.map(({ typed, help }) => `  ${typed.padEnd(width)}  ${help}`),
  ].join("\n");
}

/**
 * A folder as somebody typed it. `npm run` moves to the program's folder; a path then still counts from where the
 * person stands.
 */
export function typedPath(typed: string): string {
  const stoodIn = process.env["INIT_CWD"];
  const from =
    process.cwd() === programFolder && stoodIn !== undefined && existsSync(stoodIn) ? stoodIn : process.cwd();
  return resolve(from, typed);
}

/** The content folder that was typed, or the program's own where none was. */
export function contentFolder(typed: string): string {
  return typed === sharedOptions.content.default ? resolve(process.cwd(), typed) : typedPath(typed);
}

/** The output folder that was typed, or `_site` beside the content. */
export function outputFolder(typed: string): string {
  return typed === sharedOptions.output.default ? resolve(process.cwd(), typed) : typedPath(typed);
}

/** `--url` and `--path-prefix`, judged; a sentence where one of them is malformed. */
export function siteOptions(
  url: string | undefined,
  pathPrefix: string | undefined,
): { readonly ok: true; readonly options: SiteOptions } | { readonly ok: false; readonly sentence: string } {
  const address = url === undefined ? undefined : siteUrl(url);
  if (address?.ok === false) return { ok: false, sentence: `--url ${address.message}. ${address.fix}` };
  const prefix = pathPrefix === undefined ? undefined : `/${pathPrefix}/`.replace(/\/{2,}/g, "/");
  if (prefix !== undefined && !/^\/([A-Za-z0-9._~-]+\/)*$/.test(prefix)) {
    return { ok: false, sentence: "--path-prefix is a path of letters, digits, hyphens and slashes, such as /help/" };
  }
  return {
    ok: true,
    options: { ...(address ? { url: address.value } : {}), ...(prefix === undefined ? {} : { pathPrefix: prefix }) },
  };
}
