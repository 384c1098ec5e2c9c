import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { patience } from "../support/tier.ts";
import { stripVTControlCharacters } from "node:util";
import { programFolder } from "../support/run-command.ts";

/** A command of the program that runs in a pseudo terminal, as if a person sat before it. */
export interface TerminalSession {
  /** Waits until the words stand on the screen, after what was waited for before; gives all that stands there. */
  readonly sees: (words: string) => Promise<string>;
  readonly types: (keys: string) => void;
  /** Waits for the end. */
  readonly ended: Promise<number | null>;
  readonly screen: () => string;
}

/** How a pseudo terminal is had on this machine; `null` where there is none. util-linux and BSD call it differently. */
export function pseudoTerminal(): ((command: readonly string[]) => readonly [string, ...string[]]) | null {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  if (!folders.some((folder) => existsSync(join(folder, "script")))) return null;
  const quoted = (word: string) => `'${word.replaceAll("'", String.raw`'\''`)}'`;
  if (process.platform !== "linux") return (command) => ["script", "-q", "/dev/null", ...command];
  return (command) => ["script", "-qfec", command.map(quoted).join(" "), "/dev/null"];
}

/** Starts a command in a pseudo terminal. */
export function startInTerminal(args: readonly string[]): TerminalSession {
  const main = resolve(programFolder, "src/cli/main.ts");
  const [name, ...words] = pseudoTerminal()!([process.execPath, "--disable-proto=delete", main, ...args]);
  const child = spawn(name, words, { cwd: programFolder, env: { ...process.env, TERM: "xterm", SHELL: "/bin/sh" } });
  let said = "";
  let seen = 0;
  child.stdout.on("data", (data: Buffer) => (said += data.toString("utf8")));
  const screen = () => stripVTControlCharacters(said).replace(/\r/g, "");
  const ended = new Promise<number | null>((done, fail) => child.on("error", fail).on("close", done));
  const sees = async (words: string) => {
    const last = Date.now() + patience;
    while (screen().indexOf(words, seen) < 0) {
      if (Date.now() > last) throw new Error(`"${words}" never came. The screen:\n${screen()}`);
      await wait(20);
    }
    seen = screen().indexOf(words, seen) + words.length;
    return screen();
  };
  return { sees, types: (keys) => void child.stdin.write(keys), ended, screen };
}
