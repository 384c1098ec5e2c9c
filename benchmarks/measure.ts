/** What programs use of a machine. */
import { spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir, totalmem } from "node:os";
import { join, resolve } from "node:path";

/** A program for Node, with the words after it. */
export interface Program {
  /** Where it stands to run. */
  readonly cwd: string;
  /** The script, with options of Node before it and its own words behind it. */
  readonly args: readonly string[];
}

/** What one run of a program used. */
export interface Usage {
  readonly wallSeconds: number;
  /** Of all its threads, in the program and in the system for it. */
  readonly cpuSeconds: number;
  /** The most memory that it held at once, as the system counts (the maximum resident set size). */
  readonly peakMegabytes: number;
}

/** A run, with all that the program said. */
export interface Run {
  readonly usage: Usage;
  readonly exitCode: number | null;
  readonly said: string;
}

/** Runs a program as a process of its own, on the Node that runs this. What it says goes into a file meanwhile. */
export async function run({ cwd, args }: Program): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), "benchmark-run-"));
  const [usageFile, saidFile] = [join(folder, "usage.json"), join(folder, "said.txt")];
  const said = openSync(saidFile, "w");
  try {
    const start = performance.now();
    const reporter = resolve(import.meta.dirname, "report-usage.ts");
    const child = spawn(process.execPath, ["--import", reporter, ...args], {
      cwd,
      env: { ...process.env, USAGE_FILE: usageFile },
      stdio: ["ignore", said, said],
    });
    const exitCode = await new Promise<number | null>((done, fail) => child.on("error", fail).on("exit", done));
    const wallSeconds = (performance.now() - start) / 1000;
    const used = JSON.parse(readFileSync(usageFile, "utf8")) as Omit<Usage, "wallSeconds">;
    return { usage: { wallSeconds, ...used }, exitCode, said: readFileSync(saidFile, "utf8") };
  } finally {
    closeSync(said);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The one in the middle, for each of the three; of an even number, the lower. */
export function medianOf(usages: readonly Usage[]): Usage {
  const middle = (value: (usage: Usage) => number): number =>
    usages.map(value).toSorted((a, b) => a - b)[Math.floor((usages.length - 1) / 2)] ?? Number.NaN;
  return {
    wallSeconds: middle(({ wallSeconds }) => wallSeconds),
    cpuSeconds: middle(({ cpuSeconds }) => cpuSeconds),
    peakMegabytes: middle(({ peakMegabytes }) => peakMegabytes),
  };
}

/** The machine, the day and what else the machine had to do, in a line. */
export function surroundings(): string {
  const [processor] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const load = loadavg().map((average) => average.toFixed(1));
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, ${cpus().length} cores (${processor?.model ?? "unknown"}), ${memory}, Node ${process.versions.node}, load average ${load.join(" ")}`;
}
