/** `npm run screenshots`: pictures of every kind of page and every component, in every way in which they are met. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser } from "playwright-core";
import { exitCodes } from "../../src/cli/exit-codes.ts";
import type { Command } from "../../src/cli/options.ts";
import { contentFolder, parseOptions, programFolder, sharedOptions, typedPath } from "../../src/cli/options.ts";
import { componentExamples } from "../support/component-examples.ts";
import { launchBrowser } from "../support/browser.ts";
import { componentPictures, pagePictures, takeComponentPictures, takePagePictures } from "./docs-pictures.ts";
import { indexPage, indexStyles } from "./index-page.ts";
import { modes } from "./modes.ts";
import type { Mode } from "./modes.ts";
import type { Row } from "./rows.ts";
import { buildAndServe, componentRow, contentRows, exampleRows, writeExampleContent } from "./sites.ts";
import { takePictures } from "./take-pictures.ts";
import type { ServedRow } from "./take-pictures.ts";

const defaultOutput = "_screenshots";

const command: Command = {
  name: "screenshots",
  call: "npm run screenshots",
  help: `Builds the site and takes pictures of every kind of page and every component, for people to look through: open index.html in the folder of pictures. The index shows what the last run took.
Without --content, --only and --mode, the pictures in ${pagePictures} and ${componentPictures} are taken anew too.`,
  options: {
    content: sharedOptions.content,
    only: { type: "string", value: "NAME", help: "these pages alone: names with commas between them" },
    mode: { type: "string", value: "NAME", help: `these modes alone: ${modes.map(({ name }) => name).join(", ")}` },
    output: { type: "string", value: "DIR", help: "where the pictures are put", default: defaultOutput },
    docs: { type: "boolean", help: "the pictures of the documents alone" },
  },
};

/** What was asked for. */
interface Request {
  readonly content: string;
  readonly pages: readonly Row[];
  readonly examples: readonly Row[];
  readonly modes: readonly Mode[];
  readonly output: string;
  /** Those to look through, those of the documents, or both. */
  readonly taken: "to look through" | "documents" | "both";
}

/** What was asked for, or a sentence where a name is not known. */
async function requestOf(
  text: (name: string) => string | undefined,
  flag: (name: string) => boolean,
): Promise<Request | string> {
  const [only, chosenModes] = ["only", "mode"].map((option) => text(option)?.split(","));
  const content = contentFolder(text("content") ?? "");
  const pages = await contentRows(content);
  const examples = exampleRows();
  const rowNames = [...pages, ...examples].map(({ name }) => name);
  const modeNames = modes.map(({ name }) => name);
  const unknown =
    only?.find((name) => !rowNames.includes(name)) ?? chosenModes?.find((name) => !modeNames.includes(name));
  if (unknown !== undefined) {
    return `There is no "${unknown}". Pages: ${rowNames.join(", ")}. Modes: ${modeNames.join(", ")}.`;
  }
  const isOwnSite =
    only === undefined && chosenModes === undefined && text("content") === sharedOptions.content.default;
  if (flag("docs") && !isOwnSite) return "--docs takes the pictures of this repository's own content, all of them.";
  const isWanted = ({ name }: Row) => only?.includes(name) ?? true;
  const output = text("output") ?? "";
  return {
    content,
    pages: pages.filter(isWanted),
    examples: examples.filter(isWanted),
    modes: modes.filter(({ name }) => chosenModes?.includes(name) ?? true),
    output: output === defaultOutput ? resolve(programFolder, output) : typedPath(output),
    taken: flag("docs") ? "documents" : isOwnSite ? "both" : "to look through",
  };
}

/**
 * Takes all pictures that were asked for.
 *
 * @param work - a folder for what nobody needs afterwards
 * @returns whether there were sites to take pictures of
 */
async function take(request: Request, work: string): Promise<boolean> {
  const exampleContent = join(work, "example-content");
  writeExampleContent(request.content, exampleContent);
  const [site, exampleSite] = await Promise.all([
    buildAndServe(request.content, join(work, "site"), false),
    buildAndServe(exampleContent, join(work, "example-site"), true),
  ]);
  const browser = await launchBrowser();
  try {
    if (site === null || exampleSite === null) return false;
    const pages = request.pages.map((row) => ({ ...row, site: site.address }));
    const examples = request.examples.map((row) => ({ ...row, site: exampleSite.address }));
    if (request.taken !== "documents") await takeAll(browser, [...pages, ...examples], request);
    if (request.taken !== "to look through") await takeDocsPictures(browser, pages, examples);
    return true;
  } finally {
    await browser.close();
    await Promise.all([site?.close(), exampleSite?.close()]);
  }
}

/** Takes pictures in every mode that was asked for, and writes the page on which they can be looked through. */
async function takeAll(browser: Browser, rows: readonly ServedRow[], { modes: wanted, output }: Request) {
  mkdirSync(output, { recursive: true });
  const pictures = await takePictures(browser, rows, wanted, output, tell);
  writeFileSync(join(output, "index.css"), indexStyles);
  writeFileSync(join(output, "index.html"), indexPage(pictures));
  tell(`${pictures.length} ${pictures.length === 1 ? "picture" : "pictures"}: open ${join(output, "index.html")}`);
}

async function takeDocsPictures(browser: Browser, pages: readonly ServedRow[], examples: readonly ServedRow[]) {
  await takePagePictures(browser, pages);
  const components = componentExamples.flatMap((example) => {
    const row = examples.find(({ name }) => name === componentRow(example).name);
    return row ? [[example.name, row] as const] : [];
  });
  await takeComponentPictures(browser, new Map(components));
  tell(`The pictures of the documents: ${pagePictures}, ${componentPictures}`);
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** @returns the exit code */
async function main(args: string[]): Promise<number> {
  const typed = parseOptions(command, args);
  if (!typed.ok) {
    (typed.exitCode === exitCodes.fine ? process.stdout : process.stderr).write(`${typed.print}\n`);
    return typed.exitCode;
  }
  const request = await requestOf(typed.text, typed.flag);
  if (typeof request === "string") {
    process.stderr.write(`${request}\n`);
    return exitCodes.use;
  }
  const work = mkdtempSync(join(tmpdir(), "screenshots-"));
  try {
    return (await take(request, work)) ? exitCodes.fine : exitCodes.content;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

process.exitCode = await main(process.argv.slice(2));
