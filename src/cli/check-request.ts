import { statSync } from "node:fs";
import { join } from "node:path";
import { nearest } from "../content/nearest.ts";
import { readPreviousPages } from "../content/previous-pages.ts";
import type { PreviousPages } from "../content/previous-pages.ts";
import { openLayouts } from "../output/layouts.ts";
import { allRules } from "./all-rules.ts";
import { profiles, releaseErrors } from "./check-profile.ts";
import type { Profile } from "./check-profile.ts";
import { exitCodes } from "./exit-codes.ts";
import type { CheckOptions } from "./load-and-check.ts";
import { contentFolder, parseOptions, programFolder, sharedOptions, siteOptions, typedPath } from "./options.ts";
import type { Command, ParsedOptions } from "./options.ts";
import { dayFault } from "./typed-day.ts";

/** The ways to print what was found. */
export const formats = ["terminal", "github", "json", "sarif"] as const;
/** One of `formats`. */
export type Format = (typeof formats)[number];

/** `npm run check`, as data. */
export const checkCommand: Command = {
  name: "check",
  call: "npm run check",
  help: [
    "Reads every page and says what to put right, with the file and the line. Writes nothing without --fix.",
    "",
    "Profiles:",
    "  editor   errors, and the warnings of files that were changed since the last commit",
    "  ci       everything",
    "  release  everything; these warnings are errors:",
    ...releaseErrors.map((name) => `             ${name}`),
    "",
    "It ends with 0 if the content can be published, 1 if it needs an editor, 2 after wrong use, 3 if the disk or the",
    "system failed, 130 if it was interrupted. With --rule, 0 says only that those rules found no error.",
  ].join("\n"),
  options: {
    ...sharedOptions,
    output: { ...sharedOptions.output, help: "as for the build; nothing is written" },
    format: { type: "string", value: "FORMAT", help: `how it is printed: ${formats.join(", ")}`, default: "terminal" },
    rule: {
      type: "string",
      value: "NAME",
      help: "this rule alone; several times, or joined by commas",
      repeated: true,
    },
    profile: { type: "string", value: "PROFILE", help: profiles.join(", "), default: "ci" },
    fix: { type: "boolean", help: "puts right what needs no decision, then says what is left" },
    "dry-run": { type: "boolean", help: "shows what --fix would change, and writes nothing" },
    reading: { type: "boolean", help: "also says how hard the pages are to read, hardest first" },
    watch: { type: "boolean", help: "checks again after every change, until Ctrl-C" },
    previous: {
      type: "string",
      value: "FILE",
      help: "the api/pages.json of an earlier build: also says which of its addresses and headings are gone",
    },
    today: { type: "string", value: "DAY", help: "checks as if it were this day, such as 2026-01-31" },
  },
};

/** A check, as it was asked for. */
export interface CheckRequest {
  /** The content folder as typed, for messages. */
  readonly folder: string;
  /** The same on this machine. */
  readonly content: string;
  readonly options: Omit<CheckOptions, "layouts">;
  readonly format: Format;
  /** Names of rules; `null` for all of them. */
  readonly rules: ReadonlySet<string> | null;
  readonly profile: Profile;
  /** Whether to say how hard the pages are to read. */
  readonly withReading: boolean;
  readonly work: "check" | "fix" | "dry-run" | "watch";
}

type Refusal = { readonly ok: false; readonly print: string; readonly exitCode: 0 | 2 };

/** Reads the words after `check`: what is asked for, or what to print instead and the exit code. */
export function readRequest(args: readonly string[]): { readonly ok: true; readonly request: CheckRequest } | Refusal {
  const typed = parseOptions(checkCommand, args);
  if (!typed.ok) return typed;

  const site = siteOptions(typed.text("url"), typed.text("path-prefix"));
  if (!site.ok) return refused(site.sentence);
  const format = formats.find((name) => name === typed.text("format"));
  if (format === undefined) return refused(`--format is one of ${formats.join(", ")}`);
  const profile = profiles.find((name) => name === typed.text("profile"));
  if (profile === undefined) return refused(`--profile is one of ${profiles.join(", ")}`);
  const work = workOf(typed);
  const today = typed.text("today") ?? new Date().toISOString().slice(0, 10);
  const fault = ruleFault(typed.list("rule")) ?? dayFault(today) ?? clash(typed, work, format);
  if (fault !== null) return refused(fault);

  const previous = previousOf(typed.text("previous"));
  if (!previous.ok) return refused(previous.sentence);

  const folder = typed.text("content") ?? "";
  const content = contentFolder(folder);
  if (!statSync(content, { throwIfNoEntry: false })?.isDirectory()) {
    return refused(`There is no folder ${content}. Choose the content with --content DIR.`);
  }
  const options = { drafts: typed.flag("drafts"), ...site.options, today, day: today, previous: previous.pages };
  const names = new Set(typed.list("rule"));
  return {
    ok: true,
    request: {
      folder,
      content,
      options,
      format,
      rules: names.size > 0 ? names : null,
      profile,
      withReading: typed.flag("reading"),
      work,
    },
  };
}

type Typed = Extract<ParsedOptions, { ok: true }>;

function workOf({ flag }: Typed): CheckRequest["work"] {
  return flag("dry-run") ? "dry-run" : flag("fix") ? "fix" : flag("watch") ? "watch" : "check";
}

function ruleFault(names: readonly string[]): string | null {
  const known = allRules.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return null;
  const likely = nearest(unknown, known);
  return `There is no rule "${unknown}". ${likely === null ? "docs/rules/README.md lists them all" : `Did you mean ${likely}?`}`;
}

function previousOf(typed: string | undefined): PreviousPages {
  return typed === undefined ? { ok: true, pages: [] } : readPreviousPages(typedPath(typed));
}

/**
 * How the content of a check is loaded. A layout may have come since the last look.
 *
 * @throws SourceError for a mistake in a layout
 */
export function loadOptions({ options }: CheckRequest): CheckOptions {
  const { names: layouts, languages } = openLayouts(join(programFolder, "layouts"));
  return { ...options, layouts, languages };
}

/** What does not go together, in a sentence. */
function clash({ flag }: Typed, work: CheckRequest["work"], format: Format): string | null {
  if (flag("watch") && work !== "watch") return "--watch only looks: it does not go with --fix or --dry-run";
  if (work === "watch" && (format === "json" || format === "sarif"))
    return `--watch does not go with --format ${format}`;
  if (flag("reading") && format === "sarif")
    return "--reading does not go with --format sarif, which has no place for it";
  if (flag("reading") && work === "dry-run") return "--dry-run prints a diff: it does not go with --reading";
  if (work === "dry-run" && format !== "terminal") return "--dry-run prints a diff: it does not go with --format";
  return null;
}

function refused(print: string): Refusal {
  return { ok: false, print, exitCode: exitCodes.use };
}
