/** `npm run benchmark -- search`: how good the search is beside others, and what its first result costs. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import type { Browser } from "playwright-core";
import type { Command } from "../../src/cli/options.ts";
import { parseOptions, programFolder } from "../../src/cli/options.ts";
import { cutIndex } from "../../src/output/search-parts.ts";
import { launchBrowser } from "../../tests/support/browser.ts";
import { writeCorpus } from "../corpus.ts";
import { surroundings } from "../measure.ts";
import { fuse, miniSearch, ourSearch } from "./finders.ts";
import { findInBrowser, firstResult } from "./first-result.ts";
import { pageOfSection, pagesOfSections } from "./pagefind.ts";
import { ask, qualityOf, readQueries } from "./quality.ts";
import type { AnsweredQuery, Find } from "./quality.ts";
import { cutSearch, pagefindSearch, searchedSite, wholeSearch } from "./sites.ts";

const command: Command = {
  name: "search",
  call: "npm run benchmark -- search",
  help: "Asks our search and others the same queries, and measures the first result on a slow phone.",
  options: {
    articles: { type: "string", value: "N", help: "sizes of the sites that are measured", default: "50,500,5000" },
    "quality-only": { type: "boolean", help: "asks the queries, and measures nothing" },
  },
};

/** What is typed first and next in a site of the corpus. */
const typed = ["change my password", "email not received"] as const;

/** In larger sites, nobody would wait for one file, not even this benchmark. */
const mostInOneFile = 500;

/** The folder in which the others are installed. */
const here = import.meta.dirname;

/**
 * Measures and prints tables.
 *
 * @param args - the words after the benchmark's name
 * @returns the exit code
 */
export async function benchmarkSearch(args: readonly string[]): Promise<number> {
  const options = parseOptions(command, args);
  if (!options.ok) {
    (options.exitCode === 0 ? process.stdout : process.stderr).write(`${options.print}\n`);
    return options.exitCode;
  }
  const sizes = (options.text("articles") ?? "").split(",").map(Number);
  if (!sizes.every((size) => Number.isInteger(size) && size > 0)) {
    process.stderr.write("--articles is whole numbers from 1\n");
    return 2;
  }
  install();
  print(surroundings());
  const browser = await launchBrowser();
  try {
    await measureQuality(browser);
    if (!options.flag("quality-only")) for (const size of sizes) await measureSize(browser, size);
  } finally {
    await browser.close();
  }
  return 0;
}

/** Installs the others where they are missing. @throws Error if that fails */
function install(): void {
  if (existsSync(join(here, "node_modules/.package-lock.json"))) return;
  const { status } = spawnSync("npm", ["ci"], { cwd: here, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) throw new Error(`npm ci did not succeed in ${here}`);
}

async function measureQuality(browser: Browser): Promise<void> {
  const queries = readQueries();
  const { sections, index } = await searchedSite(join(programFolder, "content"));
  const cut = cutIndex(index, "", "");
  const files = new Map(cut.files.map(({ path, content }) => [path, content]));
  const inParts = async (href: string): Promise<unknown> => JSON.parse(files.get(href) ?? "");
  const pagefind = await pagefindSearch(sections.map(pageOfSection));
  const found = await findInBrowser(
    browser,
    pagefind,
    queries.map(({ query }) => query),
  );
  const finders: readonly (readonly [name: string, find: Find])[] = [
    ["ours", ourSearch(index, inParts)],
    ["ours, cut", ourSearch(cut.index, inParts)],
    ["MiniSearch", miniSearch(sections)],
    ["Fuse.js", fuse(sections)],
    ["Pagefind", async (query) => found.get(query) ?? []],
  ];
  print(
    `\n${queries.length} queries, ${sections.length} sections; hundredths found first / in the first three / mean reciprocal rank\n`,
  );
  const kinds = [...new Set(queries.map(({ kind }) => kind))];
  print(`| |${[...kinds, "all", "of them held out"].map((kind) => ` ${kind} |`).join("")}`);
  print(`| --- |${" ---: |".repeat(kinds.length + 2)}`);
  for (const [name, find] of finders) {
    const answered = await ask(queries, find);
    const groups = [
      ...kinds.map((kind) => answered.filter((one) => one.kind === kind)),
      answered,
      answered.filter(({ heldOut }) => heldOut),
    ];
    print(`| ${name} |${groups.map((group) => ` ${inShort(group)} |`).join("")}`);
  }
}

function inShort(answered: readonly AnsweredQuery[]): string {
  const { first, firstThree, reciprocalRank } = qualityOf(answered);
  return `${(100 * first).toFixed(0)} / ${(100 * firstThree).toFixed(0)} / ${reciprocalRank.toFixed(2)}`;
}

async function measureSize(browser: Browser, articles: number): Promise<void> {
  const content = mkdtempSync(join(tmpdir(), "benchmark-content-"));
  try {
    writeCorpus(content, articles);
    const site = await searchedSite(content);
    const searches = [
      ...(articles <= mostInOneFile ? [() => wholeSearch(site)] : []),
      () => cutSearch(site),
      () => pagefindSearch(pagesOfSections(site.sections)),
    ];
    print(`\n${articles} articles, ${site.sections.length} sections: 400 kbit/s, 400 ms, CPU slowed down 4 times\n`);
    print("| | KB to the first result | requests | s | KB for the next query | s |");
    print(`| --- |${" ---: |".repeat(5)}`);
    for (const make of searches) {
      const search = await make();
      const cost = await firstResult(browser, search, typed);
      const cells = cost
        ? [
            cost.kilobytes.toFixed(0),
            cost.requests,
            cost.seconds.toFixed(1),
            cost.next.kilobytes.toFixed(0),
            cost.next.seconds.toFixed(1),
          ]
        : ["", "", "over 180", "", ""];
      print(`| ${search.name} | ${cells.join(" | ")} |`);
      const script = search.files.get("/search-engine.js");
      if (script && search.name === "ours, cut")
        process.stderr.write(`engine: ${brotliCompressSync(script).length} bytes with Brotli\n`);
    }
  } finally {
    rmSync(content, { recursive: true, force: true });
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
