/** `npm run benchmark -- check`: how long it takes to check many articles, beside other checkers of Markdown. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "../../src/cli/options.ts";
import { parseOptions, programFolder } from "../../src/cli/options.ts";
import { writeCorpus } from "../corpus.ts";
import { medianOf, run, surroundings } from "../measure.ts";
import type { Program, Usage } from "../measure.ts";

/** How many articles are checked, and how often unless `--rounds` says otherwise. */
const sizes = [
  { articles: 100, rounds: 5 },
  { articles: 1000, rounds: 3 },
  { articles: 5000, rounds: 1 },
];

const command: Command = {
  name: "check",
  call: "npm run benchmark -- check",
  help: "Checks articles with npm run check, markdownlint and textlint, in turns, and says what each has used.",
  options: {
    articles: {
      type: "string",
      value: "N",
      help: "these sizes alone, with commas between them",
      default: sizes.map(({ articles }) => articles).join(","),
    },
    rounds: { type: "string", value: "N", help: "how often each size is checked by each" },
  },
};

/** A program that is measured. */
interface Contestant {
  readonly name: string;
  /** How it is called for a folder of content. */
  readonly program: (content: string) => Program;
  /** How it ends when it has something to say. */
  readonly exitCode: number;
}

/** The folder in which the others are installed. */
const here = import.meta.dirname;

const contestants: readonly Contestant[] = [
  {
    name: "npm run check",
    program: (content) => ({
      cwd: programFolder,
      args: ["--disable-proto=delete", "src/cli/main.ts", "check", "--content", content],
    }),
    exitCode: 0,
  },
  {
    name: "markdownlint",
    program: (content) => ({
      cwd: content,
      args: [
        join(here, "node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs"),
        "--config",
        join(here, ".markdownlint.json"),
        "**/*.md",
      ],
    }),
    exitCode: 1,
  },
  {
    name: "textlint",
    program: (content) => ({
      cwd: here,
      args: ["node_modules/textlint/bin/textlint.js", "--config", ".textlintrc.json", `${content}/**/*.md`],
    }),
    exitCode: 1,
  },
];

/**
 * Measures and prints a table for each size.
 *
 * @param args - the words after the benchmark's name
 * @returns the exit code
 */
export async function benchmarkCheck(args: readonly string[]): Promise<number> {
  const typed = parseOptions(command, args);
  if (!typed.ok) {
    (typed.exitCode === 0 ? process.stdout : process.stderr).write(`${typed.print}\n`);
    return typed.exitCode;
  }
  const wanted = (typed.text("articles") ?? "").split(",").map(Number);
  const rounds = typed.text("rounds");
  if (![...wanted, Number(rounds ?? 1)].every((number) => Number.isInteger(number) && number > 0)) {
    process.stderr.write("--articles and --rounds are whole numbers from 1\n");
    return 2;
  }
  install();
  print(surroundings());
  for (const articles of wanted) {
    const usual = sizes.findLast((size) => size.articles <= articles)?.rounds ?? 1;
    await measureSize(articles, rounds === undefined ? usual : Number(rounds));
  }
  return 0;
}

/** Installs the others where they are missing. @throws Error if that fails */
function install(): void {
  if (existsSync(join(here, "node_modules/.package-lock.json"))) return;
  const { status } = spawnSync("npm", ["ci"], { cwd: here, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) throw new Error(`npm ci did not succeed in ${here}`);
}

async function measureSize(articles: number, rounds: number): Promise<void> {
  const content = mkdtempSync(join(tmpdir(), "benchmark-content-"));
  try {
    const corpus = writeCorpus(content, articles);
    const kilobytes = (corpus.bytes / articles / 1000).toFixed(1);
    print(`\n${articles} articles of ${kilobytes} KB, ${corpus.files} files, ${rounds} rounds in turns`);
    const usages = new Map(contestants.map(({ name }): [string, Usage[]] => [name, []]));
    for (let round = 1; round <= rounds; round += 1) {
      for (const contestant of contestants) {
        const usage = await measure(contestant, content, articles);
        usages.get(contestant.name)?.push(usage);
        process.stderr.write(`round ${round}: ${contestant.name}, ${usage.cpuSeconds.toFixed(2)} CPU s\n`);
      }
    }
    print(table(articles, new Map([...usages].map(([name, all]) => [name, medianOf(all)]))));
  } finally {
    rmSync(content, { recursive: true, force: true });
  }
}

/** @throws Error if the program did not look at every article: each of them gives every checker something to say */
async function measure({ name, program, exitCode }: Contestant, content: string, articles: number): Promise<Usage> {
  const result = await run(program(content));
  const seen = new Set(result.said.match(/article-\d+\.md/g)).size;
  if (result.exitCode !== exitCode || seen !== articles) {
    throw new Error(`${name} ended with ${result.exitCode} and named ${seen} articles:\n${result.said.slice(0, 2000)}`);
  }
  return result.usage;
}

/** The medians, and how they compare with ours, which is the first. */
function table(articles: number, medians: ReadonlyMap<string, Usage>): string {
  const [ours] = medians.values();
  const heads = ["", "CPU s", "ratio", "wall s", "ratio", "peak MB", "ratio", "pages/CPU s", "pages/s"];
  const rows = [...medians].map(([name, usage]) => {
    const pairs = (["cpuSeconds", "wallSeconds", "peakMegabytes"] as const).flatMap((measured) => [
      usage[measured].toFixed(measured === "peakMegabytes" ? 0 : 2),
      (usage[measured] / (ours?.[measured] ?? Number.NaN)).toFixed(2),
    ]);
    const speeds = [usage.cpuSeconds, usage.wallSeconds].map((seconds) => (articles / seconds).toFixed(0));
    return [name, ...pairs, ...speeds];
  });
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!))).join(" | ")} |`;
  const rule = widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [line(heads), line(rule), ...rows.map(line)].join("\n");
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
