/** `npm run benchmark -- references`: how much of a build the register of error codes and the catalogue take. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "../../src/cli/options.ts";
import { parseOptions, programFolder } from "../../src/cli/options.ts";
import { writeCorpus } from "../corpus.ts";
import { run, surroundings } from "../measure.ts";
import type { Stages } from "./stages.ts";

const command: Command = {
  name: "references",
  call: "npm run benchmark -- references",
  help: "Loads articles with an error code each, makes the catalogue, and says which part of the computing goes into the codes.",
  options: {
    articles: {
      type: "string",
      value: "N",
      help: "these sizes alone, with commas between them",
      default: "100,1000,5000",
    },
    rounds: { type: "string", value: "N", help: "how often each size is measured", default: "3" },
  },
};

/**
 * Measures and prints a table.
 *
 * @param args - the words after the benchmark's name
 * @returns the exit code
 */
export async function benchmarkReferences(args: readonly string[]): Promise<number> {
  const typed = parseOptions(command, args);
  if (!typed.ok) {
    (typed.exitCode === 0 ? process.stdout : process.stderr).write(`${typed.print}\n`);
    return typed.exitCode;
  }
  const sizes = (typed.text("articles") ?? "").split(",").map(Number);
  const rounds = Number(typed.text("rounds"));
  if (![...sizes, rounds].every((number) => Number.isInteger(number) && number > 0)) {
    process.stderr.write("--articles and --rounds are whole numbers from 1\n");
    return 2;
  }
  print(surroundings());
  print(
    `\nCPU seconds, medians of ${rounds}; the parts of 100 are of loading, all entries and the catalogue together\n`,
  );
  print(
    "| articles | codes | load | all entries | register | of 100 | their pages | of 100 | catalogue | of 100 | errors.json, MB |",
  );
  print(`|${" ---: |".repeat(11)}`);
  for (const articles of sizes) print(await measureSize(articles, rounds));
  return 0;
}

/** A row of the table. */
async function measureSize(articles: number, rounds: number): Promise<string> {
  const content = mkdtempSync(join(tmpdir(), "benchmark-content-"));
  try {
    writeCorpus(content, articles);
    const measured: Stages[] = [];
    for (let round = 1; round <= rounds; round += 1) measured.push(await measure(content, articles));
    const median = (stage: keyof Stages["seconds"]) =>
      measured.map(({ seconds }) => seconds[stage]).toSorted((a, b) => a - b)[Math.floor((rounds - 1) / 2)] ??
      Number.NaN;
    const whole = median("load") + median("entries") + median("catalogue");
    const parts = (["register", "referencePages", "catalogue"] as const).flatMap((stage) => [
      median(stage).toFixed(2),
      ((100 * median(stage)) / whole).toFixed(1),
    ]);
    const megabytes = ((measured[0]?.catalogueBytes ?? 0) / 1e6).toFixed(1);
    return `| ${[articles, articles, median("load").toFixed(1), median("entries").toFixed(1), ...parts, megabytes].join(" | ")} |`;
  } finally {
    rmSync(content, { recursive: true, force: true });
  }
}

/** @throws Error if a code was lost: each article has one */
async function measure(content: string, articles: number): Promise<Stages> {
  const script = join(import.meta.dirname, "stages.ts");
  const { exitCode, said } = await run({ cwd: programFolder, args: ["--disable-proto=delete", script, content] });
  const stages = exitCode === 0 ? (JSON.parse(said) as Stages) : null;
  if (stages?.references !== articles) throw new Error(`It ended with ${exitCode}:\n${said.slice(0, 2000)}`);
  return stages;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
