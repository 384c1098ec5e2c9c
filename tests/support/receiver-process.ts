import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { patience } from "./tier.ts";
import { programFolder } from "./run-command.ts";

/** The real receiver, running. */
export interface ReceiverProcess {
  readonly port: number;
  readonly pid: number;
  /** Everything it has said so far. */
  readonly said: () => string;
  readonly running: () => boolean;
  /** Sends a signal and waits for the end; gives the exit code, `null` where the signal ended it. */
  readonly end: (signal?: "SIGINT" | "SIGTERM" | "SIGKILL") => Promise<number | null>;
}

/** A small site with a contact form, and room for its messages. */
export interface ReceiverDesk {
  readonly content: string;
  /** The file for the messages. */
  readonly data: string;
  /** Writes a file of the content. */
  readonly write: (file: string, text: string) => void;
  readonly clear: () => void;
}

/** The address of the small site. */
export const deskOrigin = "https://help.example.org";

/** Makes a small site. */
export function makeReceiverDesk(): ReceiverDesk {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "receiver-desk-")));
  const content = join(folder, "content");
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(content, file)), { recursive: true });
    writeFileSync(join(content, file), text);
  };
  write("site.yml", `name: Help\nurl: ${deskOrigin}/\n`);
  write("index.md", "---\ntitle: Help\nsubtitle: Help\ntype: hub\nname: home\n---\n");
  write(
    "sign-in.md",
    "---\ntitle: Sign in\nsubtitle: Sign in\ntype: article\nhub: home\nposition: 1\n---\n\n## CID7023: It does not work\n\nWords. [Contact us](/contact?error=CID7023)\n",
  );
  write(
    "contact.yml",
    "form:\n  address: /contact/send\n  problems:\n    sign-in: I cannot sign in\n    other: Something else\n",
  );
  write("services.yml", "app: Example app\n");
  const clear = () => rmSync(folder, { recursive: true, force: true });
  return { content, data: join(folder, "messages", "messages.db"), write, clear };
}

/** Starts `npm run receiver` as npm would, and waits until it listens. */
export async function startReceiverProcess(
  { content, data }: Pick<ReceiverDesk, "content" | "data">,
  args: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<ReceiverProcess> {
  const words = ["receiver", "--content", content, "--data", data, ...(args.includes("--port") ? [] : ["--port", "0"])];
  const child = spawn(process.execPath, ["--disable-proto=delete", "src/cli/main.ts", ...words, ...args], {
    cwd: programFolder,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "exit") as Promise<[number | null]>;
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => (said += data.toString("utf8")));
  const port = () => /Receiving messages from \S+ at http:\/\/\S+?:(\d+)\//.exec(said)?.[1];
  const last = Date.now() + 3 * patience;
  while (port() === undefined) {
    if (child.exitCode !== null || Date.now() > last) {
      child.kill("SIGKILL");
      throw new Error(`The receiver never listened. It said:\n${said}`);
    }
    await wait(20);
  }
  return {
    port: Number(port()),
    pid: child.pid ?? 0,
    said: () => said,
    running: () => child.exitCode === null && child.signalCode === null,
    end: async (signal = "SIGTERM") => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      const [code] = await ended;
      return code;
    },
  };
}
