import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { LoadedSite } from "../content/load-site.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { hasErrors } from "../model/diagnostic.ts";
import type { SiteOptions } from "../model/settings.ts";
import { buildAssets } from "../output/assets.ts";
import { openLayouts } from "../output/layouts.ts";
import type { Layouts } from "../output/layouts.ts";
import { inspectOutput } from "../output/output-folder.ts";
import type { Surroundings } from "../output/output-folder.ts";
import { printSite } from "../output/print-site.ts";
import { publish } from "../output/publish.ts";
import { terminalReport } from "../report/terminal.ts";
import { buildSummary, siteNotes, warningSummary } from "./build-summary.ts";
import { commitOf } from "./commit.ts";
import { exitCodes } from "./exit-codes.ts";
import { nameOfFolder } from "./folder-name.ts";
import { loadAndCheck } from "./load-and-check.ts";
import { noPage } from "./no-page.ts";
import type { Command } from "./options.ts";
import { contentFolder, outputFolder, parseOptions, programFolder, sharedOptions, siteOptions } from "./options.ts";
import type { Progress } from "./progress.ts";
import { startProgress } from "./progress.ts";
import { dayFault, todayOption } from "./typed-day.ts";

/** `npm run build`, as data. */
export const buildCommand: Command = {
  name: "build",
  call: "npm run build",
  help: "Builds the site from the content folder and puts it in place of the last one. With an error in the content, nothing is published.",
  options: {
    ...sharedOptions,
    today: { ...todayOption, help: `${todayOption.help}; else on the day of the last commit` },
  },
};

/** What the program itself brings. */
const folders = { layouts: join(programFolder, "layouts"), assets: join(programFolder, "assets") };
const cacheFolder = join(programFolder, "node_modules", ".cache", "help-centre");

/** What was asked for, every path absolute. */
interface BuildRequest {
  /** As typed, for messages. */
  readonly typedContent: string;
  readonly content: string;
  readonly output: string;
  readonly drafts: boolean;
  /** `YYYY-MM-DD`; `null` where none was typed. */
  readonly today: string | null;
  readonly options: SiteOptions;
}

/**
 * Builds a site.
 *
 * @param args - the words after the command's name
 * @returns the exit code
 * @throws SourceError for a mistake in a layout, a style or a script; `main` prints it
 */
export async function build(args: readonly string[]): Promise<number> {
  const typed = parseOptions(buildCommand, args);
  if (!typed.ok) {
    (typed.exitCode === exitCodes.fine ? process.stdout : process.stderr).write(`${typed.print}\n`);
    return typed.exitCode;
  }
  const site = siteOptions(typed.text("url"), typed.text("path-prefix"));
  if (!site.ok) return refuse(site.sentence, exitCodes.use);
  const wrongDay = dayFault(typed.text("today"));
  if (wrongDay !== null) return refuse(wrongDay, exitCodes.use);

  const typedContent = typed.text("content") ?? "";
  const progress = startProgress();
  // Nothing is to be tidied up: the site stands as it did, and the next build takes away what this one leaves behind.
  process.once("SIGINT", () => process.exit(exitCodes.interrupted));
  try {
    return await buildSite(
      {
        typedContent,
        content: contentFolder(typedContent),
        output: outputFolder(typed.text("output") ?? ""),
        drafts: typed.flag("drafts"),
        today: typed.text("today") ?? null,
        options: site.options,
      },
      progress,
    );
  } finally {
    progress.end();
  }
}

/** Folders that the output must not be, hold or lie in. */
function surroundingsOf(content: string): Surroundings {
  return { project: programFolder, inputs: [content, folders.layouts, folders.assets] };
}

async function buildSite(request: BuildRequest, progress: Progress): Promise<number> {
  const started = performance.now();
  const { content, output, drafts, today, options } = request;
  const found = inspectOutput(output, surroundingsOf(content));
  if (!found.ok) return refuse(`${found.failure.message}. ${found.failure.fix}.`, found.failure.exitCode);

  progress.stage("Reading content");
  const layouts = openLayouts(folders.layouts);
  const commit = (await commitOf(content))?.time ?? null;
  // No clock: a build of the same commit gives the same bytes for ever, and where there is no commit, nothing is left out.
  const day = today ?? commit?.slice(0, 10);
  const loaded = await loadAndCheck(content, {
    layouts: layouts.names,
    languages: layouts.languages,
    drafts,
    ...options,
    ...(day ? { day } : {}),
  });
  const empty = noPage(loaded, content);
  if (empty !== null) return refuse(empty, exitCodes.use);
  if (hasErrors(loaded.diagnostics)) {
    progress.end();
    return reportErrors(loaded, request);
  }

  return publishSite(loaded, { layouts, commit, request, progress, started });
}

/** What is needed beside a site to publish it. */
interface Publication {
  readonly layouts: Layouts;
  /** The time of the commit that is built; `null` outside Git. */
  readonly commit: string | null;
  readonly request: BuildRequest;
  readonly progress: Progress;
  /** When the build started, as `performance.now()` said. */
  readonly started: number;
}

/** Prints a site that has no errors, puts it in place of the old one, and says what was done. */
async function publishSite(
  { site, diagnostics }: LoadedSite,
  { layouts, commit, request: { content, output }, progress, started }: Publication,
): Promise<number> {
  progress.stage("Making styles and scripts");
  const assets = await buildAssets({ assetsFolder: folders.assets, cacheFolder, identity: site.settings });
  progress.stage("Printing pages");
  const published = await publish({
    output,
    surroundings: surroundingsOf(content),
    print: (stage) => printSite({ site, layouts, assets, cacheFolder, stage, generator: generator(), commit }),
  });
  progress.end();
  if (!published.ok)
    return refuse(`${published.failure.message}. ${published.failure.fix}.`, published.failure.exitCode);

  const lines = buildSummary({
    printed: published.printed,
    diagnostics,
    seconds: (performance.now() - started) / 1000,
    output: nameOfFolder(published.output),
    notes: [...published.notes, ...siteNotes(site)],
  });
  process.stdout.write(`${lines.join("\n")}\n`);
  return exitCodes.fine;
}

/** Prints every error in full and the warnings by number, and says that nothing was published. */
function reportErrors({ diagnostics, sources }: LoadedSite, { typedContent, output }: BuildRequest): number {
  const isError = ({ severity }: Diagnostic) => severity === "error";
  const errors = diagnostics.filter(isError);
  const report = terminalReport(errors, { folder: typedContent, sources, colour: process.stderr.isTTY });
  process.stderr.write(`${report}\n`);
  const warnings = warningSummary(diagnostics);
  if (warnings !== null) process.stderr.write(`${warnings}\n`);
  const count = errors.length === 1 ? "1 error" : `${errors.length} errors`;
  const old = existsSync(output) ? `: ${nameOfFolder(output)} is as it was` : "";
  return refuse(`${count}. Nothing was published${old}.`, exitCodes.content);
}

function refuse(sentence: string, exitCode: number): number {
  process.stderr.write(`${sentence}\n`);
  return exitCode;
}

function generator(): { readonly name: string; readonly version: string } {
  const { name, version } = JSON.parse(readFileSync(join(programFolder, "package.json"), "utf8")) as {
    readonly name: string;
    readonly version: string;
  };
  return { name, version };
}
