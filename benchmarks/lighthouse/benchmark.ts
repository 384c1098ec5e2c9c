/** `npm run lighthouse`: what Lighthouse says of the pages that people open, on a phone. */
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "../../src/cli/options.ts";
import { parseOptions, programFolder } from "../../src/cli/options.ts";
import { browserLaunch } from "../../tests/support/browser.ts";
import type { BrowserLaunch } from "../../tests/support/browser.ts";
import { runCommand } from "../../tests/support/run-command.ts";
import { serveSite } from "../../tests/support/site-server.ts";
import { surroundings } from "../measure.ts";

const command: Command = {
  name: "lighthouse",
  call: "npm run lighthouse",
  help: "Builds the site, serves it compressed and with its own headers, and has Lighthouse look at it as on a phone. Ends with 1 where a figure is under 100.",
  options: {
    only: { type: "string", value: "NAME", help: "these pages alone: names with commas between them" },
    rounds: { type: "string", value: "N", help: "how often each page is looked at; the middle counts", default: "1" },
  },
};

/** The folder in which Lighthouse is installed. */
const here = import.meta.dirname;

/** The pages that are looked at, with their addresses. */
const pages: Readonly<Record<string, string>> = {
  home: "/",
  hub: "/sign-in/",
  article: "/error-messages-support/",
  reference: "/errors/CID7023/",
  contact: "/contact/",
  search: "/search/",
  "search-results": "/search/?q=forgotten+password",
};

const categories = ["performance", "accessibility", "best-practices", "seo"] as const;
type Category = (typeof categories)[number];

/** What Lighthouse writes, as far as it is read here. */
interface Report {
  readonly categories: Readonly<
    Record<Category, { readonly score: number | null; readonly auditRefs: readonly { id: string; weight: number }[] }>
  >;
  readonly audits: Readonly<
    Record<string, { readonly title: string; readonly score: number | null; readonly displayValue?: string }>
  >;
  readonly environment: { readonly benchmarkIndex: number };
  readonly runtimeError?: { readonly message: string };
}

/**
 * Looks at the pages and prints a table.
 *
 * @param args - the words after the command's name
 * @returns the exit code
 */
export async function benchmarkLighthouse(args: readonly string[]): Promise<number> {
  const typed = parseOptions(command, args);
  if (!typed.ok) {
    (typed.exitCode === 0 ? process.stdout : process.stderr).write(`${typed.print}\n`);
    return typed.exitCode;
  }
  const names = typed.text("only")?.split(",") ?? Object.keys(pages);
  const unknown = names.find((name) => !Object.hasOwn(pages, name));
  const rounds = Number(typed.text("rounds"));
  if (unknown !== undefined || !(Number.isInteger(rounds) && rounds > 0)) {
    process.stderr.write(`--only takes names of ${Object.keys(pages).join(", ")}; --rounds a whole number from 1\n`);
    return 2;
  }
  install();
  const work = mkdtempSync(join(tmpdir(), "lighthouse-"));
  try {
    return await lookAt(names, rounds, work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Installs Lighthouse where it is missing. @throws Error if that fails */
function install(): void {
  if (existsSync(join(here, "node_modules/.package-lock.json"))) return;
  const { status } = spawnSync("npm", ["ci"], { cwd: here, stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) throw new Error(`npm ci did not succeed in ${here}`);
}

/** @returns 0 where every figure is 100, else 1 */
async function lookAt(names: readonly string[], rounds: number, work: string): Promise<number> {
  const site = join(work, "site");
  await buildWithoutExample(site, work);
  const server = await serveSite(site, "/", undefined, true);
  const launch = await browserLaunch();
  print(surroundings());
  print(`\n| page | ${categories.join(" | ")} | bytes | first words | largest | blocked | machine |`);
  print(`| --- |${" ---: |".repeat(categories.length + 5)}`);
  const wanting: string[] = [];
  try {
    for (const name of names) {
      const url = new URL(pages[name]?.slice(1) ?? "", server.address).href;
      const reports: Report[] = [];
      while (reports.length < rounds) reports.push(await askLighthouse(url, launch, join(work, "report.json")));
      print(rowOf(name, reports));
      if (categories.some((category) => middle(scoresOf(reports, category)) < 100)) {
        wanting.push(...reports.flatMap((report) => lacksOf(name, report)));
      }
    }
  } finally {
    await server.close();
  }
  if (wanting.length > 0) print(`\nUnder 100:\n${[...new Set(wanting)].join("\n")}`);
  return wanting.length > 0 ? 1 : 0;
}

/**
 * Builds the site from a copy of the content that is not marked as an example: search engines are asked to leave
 * examples out, and Lighthouse counts that as a fault of the page.
 *
 * @throws Error if it cannot be published
 */
async function buildWithoutExample(site: string, work: string): Promise<void> {
  const content = join(work, "content");
  cpSync(join(programFolder, "content"), content, { recursive: true });
  const settings = join(content, "site.yml");
  writeFileSync(settings, readFileSync(settings, "utf8").replace(/^example: true$/m, ""));
  const { exitCode, stderr } = await runCommand(["build", "--content", content, "--output", site]);
  if (exitCode !== 0) throw new Error(`The site could not be built:\n${stderr}`);
}

/** Has Lighthouse look at one page in a browser of its own, with its usual settings: a middling phone, slow 4G. */
async function askLighthouse(url: string, launch: BrowserLaunch, file: string): Promise<Report> {
  const flags = ["--headless", ...launch.args.map((arg) => arg.replace(/=(.*)/, '="$1"'))];
  const words = [join(here, "node_modules/lighthouse/cli/index.js"), url, "--quiet", "--no-enable-error-reporting"];
  words.push("--output=json", `--output-path=${file}`, `--chrome-flags=${flags.join(" ")}`);
  words.push(`--only-categories=${categories.join(",")}`);
  const env = { ...launch.env, CHROME_PATH: launch.executablePath };
  const child = spawn(process.execPath, words, { env, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  const exitCode = await new Promise<number | null>((done, fail) => child.on("error", fail).on("close", done));
  if (exitCode !== 0) throw new Error(`Lighthouse ended with ${exitCode} for ${url}:\n${said}`);
  const report = JSON.parse(readFileSync(file, "utf8")) as Report;
  if (report.runtimeError) throw new Error(`Lighthouse could not look at ${url}: ${report.runtimeError.message}`);
  return report;
}

/** A row of the table: every figure of every round, and how much was sent and how long it took in the last. */
function rowOf(name: string, reports: readonly Report[]): string {
  const scores = categories.map((category) => scoresOf(reports, category).join(" "));
  const audits = ["total-byte-weight", "first-contentful-paint", "largest-contentful-paint", "total-blocking-time"];
  const shown = audits.map(
    (audit) => reports.at(-1)?.audits[audit]?.displayValue?.replace(/^Total size was /, "") ?? "",
  );
  const machine = String(Math.round(reports.at(-1)?.environment.benchmarkIndex ?? 0));
  return `| ${[name, ...scores, ...shown, machine].join(" | ")} |`;
}

function scoresOf(reports: readonly Report[], category: Category): readonly number[] {
  return reports.map((report) => Math.round((report.categories[category].score ?? 0) * 100));
}

/** The one in the middle; of an even number, the lower. */
function middle(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? Number.NaN;
}

/** What keeps a page from 100, a line each. */
function lacksOf(name: string, { categories: found, audits }: Report): readonly string[] {
  return categories.flatMap((category) =>
    found[category].auditRefs.flatMap(({ id, weight }) => {
      const audit = audits[id];
      if (!audit || weight === 0 || audit.score === null || audit.score === 1) return [];
      return [`${name}, ${category}: ${audit.title} (${id}) ${audit.displayValue ?? ""}`.trimEnd()];
    }),
  );
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
