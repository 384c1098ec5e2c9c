import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { patience } from "../support/tier.ts";

const project = resolve(import.meta.dirname, "../..");

/** A copy of the whole project, so that a test may break its layouts and styles. Paths are inside it, with `/`. */
interface ProjectCopy {
  readonly folder: string;
  /** Where a file of it stands on the disk. */
  readonly at: (path: string) => string;
  readonly read: (path: string) => string;
  readonly write: (path: string, text: string) => void;
  readonly clear: () => void;
}

/** A copy of the project with its preview running. */
export interface ProjectPreview extends PreviewProcess, Omit<ProjectCopy, "clear"> {
  /** Ends the preview and deletes the copy. */
  readonly close: () => Promise<void>;
}

/** What a server answered. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly location: string | null;
}

/** The real preview server, running. */
export interface PreviewProcess {
  /** Such as `http://localhost:43210/`. */
  readonly address: string;
  /** Everything it has said so far. */
  readonly said: () => string;
  readonly running: () => boolean;
  /** How many files it holds open; 0 where the system does not say. */
  readonly openFiles: () => number;
  /** The answer to a request for a path of the server; redirects are not followed. */
  readonly get: (path: string) => Promise<Answer>;
  /** Waits until an answer is as it should be; throws with the last answer and all that was said if it never is. */
  readonly until: (path: string, isRight: (answer: Answer) => boolean) => Promise<void>;
  /** Waits until something is said after `from` characters. */
  readonly untilSaid: (words: RegExp, from?: number) => Promise<void>;
  /** Sends a signal and waits for the end; gives the exit code. */
  readonly end: (signal?: "SIGINT" | "SIGTERM" | "SIGKILL") => Promise<number | null>;
}

/** Copies the project and starts its preview, with options as typed. */
export async function startProjectPreview(...args: readonly string[]): Promise<ProjectPreview> {
  const { clear, ...project } = copyProject();
  try {
    const preview = await startPreviewProcess(project.folder, ...args);
    const close = async () => {
      await preview.end();
      clear();
    };
    return { ...project, ...preview, close };
  } catch (error) {
    clear();
    throw error;
  }
}

function copyProject(): ProjectCopy {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "project-")));
  for (const part of ["src", "layouts", "assets", "content", "package.json"]) {
    cpSync(join(project, part), join(folder, part), { recursive: true });
  }
  mkdirSync(join(folder, "temporary"));
  symlinkSync(join(project, "node_modules"), join(folder, "node_modules"));
  const at = (path: string) => join(folder, path);
  return {
    folder,
    at,
    read: (path) => readFileSync(at(path), "utf8"),
    write: (path, text) => writeFileSync(at(path), text),
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What a server on this machine answers. The path is sent exactly as written, where `fetch` would tidy it up. */
function answerOf({ port }: URL, path: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // A connection each: one that is kept may be closed by the server just as it is asked again.
    const asked = request({ host: "127.0.0.1", port, path, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          text: Buffer.concat(chunks).toString("utf8"),
          location: response.headers.location ?? null,
        }),
      );
    });
    asked.on("error", reject);
    asked.end();
  });
}

/** Megabytes of memory for what lives long: so little that a leak of some kilobytes a save ends a long run. */
const memory = 256;

/** Starts `npm start` as npm would, at any free port. */
export async function startPreviewProcess(folder: string, ...args: readonly string[]): Promise<PreviewProcess> {
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${memory}`, "--disable-proto=delete", "src/cli/main.ts", "serve", "--port", "0", ...args],
    {
      cwd: folder,
      // Temporary files of its own, so that a test can see what it leaves behind.
      env: { ...process.env, TMPDIR: join(folder, "temporary") },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const ended = once(child, "exit");
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => (said += data.toString("utf8")));

  const eventually = async (
    isDone: () => boolean | Promise<boolean>,
    describe: () => string,
    milliseconds = patience,
  ) => {
    const last = Date.now() + milliseconds;
    while (!(await isDone())) {
      if (Date.now() > last || child.exitCode !== null) throw new Error(`${describe()}\nIt said:\n${said}`);
      await wait(20);
    }
  };
  const addressIn = () => /http:\/\/localhost:\S+/.exec(said)?.[0];
  await eventually(
    () => addressIn() !== undefined,
    () => "The preview never said its address",
    // The first one on a machine saves every picture in every form.
    3 * patience,
  );
  const address = addressIn()!;
  const get = (path: string) => answerOf(new URL(address), path);
  return {
    address,
    said: () => said,
    running: () => child.exitCode === null && child.signalCode === null,
    openFiles: () => {
      const folder = `/proc/${child.pid}/fd`;
      return existsSync(folder) ? readdirSync(folder).length : 0;
    },
    get,
    until: async (path, isRight) => {
      let last = "";
      await eventually(
        async () => {
          const answer = await get(path);
          last = `${answer.status} ${answer.text}`;
          return isRight(answer);
        },
        () => `The answer for ${path} stayed:\n${last}`,
      );
    },
    untilSaid: (words, from = 0) =>
      eventually(
        () => words.test(said.slice(from)),
        () => `It never said ${words}`,
      ),
    end: async (signal = "SIGINT") => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      const [code] = (await ended) as [number | null];
      return code;
    },
  };
}

/** An article of a test's own, in the front page's list. */
export function articleCalled(title: string, body = "Words."): string {
  return `---\ntitle: ${title}\nsubtitle: About ${title}\ntype: article\nhub: home\nposition: 90\n---\n\n${body}\n`;
}
