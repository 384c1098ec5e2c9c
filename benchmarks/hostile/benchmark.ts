/** `npm run benchmark -- hostile`: how long `npm run check` takes over pages that are made to take long. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Command } from "../../src/cli/options.ts";
import { parseOptions, programFolder } from "../../src/cli/options.ts";
import { run, surroundings } from "../measure.ts";
import type { Usage } from "../measure.ts";

const command: Command = {
  name: "hostile",
  call: "npm run benchmark -- hostile",
  help: "Checks one page after another of Markdown and front matter that is made to take long, and says how long it took.",
  options: {},
};

/** In seconds of computing, beyond what an ordinary page takes. Tests only stop what takes 20. */
const goal = 2;

const length = 100_000;

function repeated(pattern: string): string {
  return pattern.repeat(length / pattern.length);
}

function page(body: string, fields = ""): string {
  return `---\ntitle: Words\nsubtitle: Words\ntype: article\nhub: home\nposition: 1\n${fields}---\n\n${body}\n`;
}

/** Forty lines, each of which unfolds to twice the one before. */
function bomb(first: string, next: (before: string) => string): string {
  const lines = Array.from({ length: 40 }, (_, line) => `a${line + 1}: &a${line + 1} ${next(`*a${line}`)}\n`);
  return `a0: &a0 ${first}\n${lines.join("")}`;
}

/** Rows 9 to 13 and 61 to 63 of the list of bad inputs that the project keeps: what they are, and a page. */
const inputs: readonly (readonly [row: number, words: string, text: string])[] = [
  [
    9,
    "aliases of lists",
    page(
      "Words.",
      bomb("[x, x]", (before) => `[${before}, ${before}]`),
    ),
  ],
  [
    10,
    "aliases of maps",
    page(
      "Words.",
      bomb("{x: 1}", (before) => `{b: ${before}, c: ${before}}`),
    ),
  ],
  [11, "an anchor in itself", page("Words.", "owner: &a [*a]\n")],
  [12, "merge keys", page("Words.", repeated("<<: {a: b}\n"))],
  [13, "20,000 brackets", page("Words.", `owner: ${"[".repeat(20_000)}\n`)],
  ...[">", "- ", "[", "*a **a ", "`a``", "&#1", "[a](", "![a", "a\n- b\n", "#\u00A0a\n", "a\n    - b\n"].map(
    (pattern) => [61, JSON.stringify(pattern), page(repeated(pattern))] as const,
  ),
  [61, "cells of a table", page(`${"|a".repeat(length / 4)}\n${"|-".repeat(length / 4)}`)],
  [62, "boxes in boxes", page(repeated("::: inset\n"))],
  [63, "attributes", page(repeated("*a*{.b} "))],
];

/**
 * Measures and prints a line for each page.
 *
 * @param args - the words after the benchmark's name
 * @returns the exit code
 */
export async function benchmarkHostile(args: readonly string[]): Promise<number> {
  const typed = parseOptions(command, args);
  if (!typed.ok) {
    (typed.exitCode === 0 ? process.stdout : process.stderr).write(`${typed.print}\n`);
    return typed.exitCode;
  }
  const print = (line: string) => process.stdout.write(`${line}\n`);
  print(surroundings());
  const ordinary = await measure(page("Words."));
  print(`\nAn ordinary page takes ${ordinary.cpuSeconds.toFixed(2)} CPU s. Beyond that, with a goal of ${goal}:\n`);
  for (const [row, words, text] of inputs) {
    const { cpuSeconds, peakMegabytes } = await measure(text);
    const more = cpuSeconds - ordinary.cpuSeconds;
    const figures = `${more.toFixed(2).padStart(6)} CPU s  ${peakMegabytes.toFixed(0).padStart(5)} MB`;
    print(`${figures}  row ${row}, ${words}${more > goal ? "  (over the goal)" : ""}`);
  }
  return 0;
}

/** @throws Error if the check broke down */
async function measure(text: string): Promise<Usage> {
  const content = mkdtempSync(join(tmpdir(), "benchmark-content-"));
  try {
    writeFileSync(join(content, "page.md"), text);
    const args = ["--disable-proto=delete", "src/cli/main.ts", "check", "--content", content];
    const { usage, exitCode, said } = await run({ cwd: programFolder, args });
    if (exitCode !== 0 && exitCode !== 1) throw new Error(`The check ended with ${exitCode}:\n${said.slice(0, 2000)}`);
    return usage;
  } finally {
    rmSync(content, { recursive: true, force: true });
  }
}
