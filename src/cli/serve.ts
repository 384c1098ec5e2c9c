import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { watch } from "chokidar";
import { servePreview } from "../output/preview-server.ts";
import type { PreviewServer } from "../output/preview-server.ts";
import { exitCodes } from "./exit-codes.ts";
import { contentFolder, parseOptions, programFolder, sharedOptions, siteOptions } from "./options.ts";
import type { Command } from "./options.ts";
import { startSession } from "./preview-session.ts";
import type { Dirty, PreviewFolders } from "./preview-session.ts";

export const serveCommand: Command = {
  name: "serve",
  call: "npm start",
  help: "Shows the site at an address on this machine and keeps it up to date while you edit, drafts and all. Ctrl-C ends it.",
  options: {
    content: sharedOptions.content,
    port: {
      type: "string",
      value: "NUMBER",
      help: "the port to serve at; the next free one is taken",
      default: "8080",
    },
    url: sharedOptions.url,
    "path-prefix": sharedOptions["path-prefix"],
  },
};

/** Milliseconds of quiet after a change before the preview is brought up to date: several files may be saved at once. */
const quiet = 40;

/**
 * Serves a preview until Ctrl-C.
 *
 * @param args - the words after the command's name
 * @returns the exit code
 */
export async function serve(args: readonly string[]): Promise<number> {
  const typed = parseOptions(serveCommand, args);
  if (!typed.ok) {
    (typed.exitCode === exitCodes.fine ? process.stdout : process.stderr).write(`${typed.print}\n`);
    return typed.exitCode;
  }
  const site = siteOptions(typed.text("url"), typed.text("path-prefix"));
  const port = Number(typed.text("port"));
  if (!site.ok) return refuse(site.sentence);
  if (!/^[0-9]+$/.test(typed.text("port") ?? "") || port > 65535) return refuse("--port is a number from 0 to 65535");

  const typedContent = typed.text("content") ?? "";
  const folders: PreviewFolders = {
    content: contentFolder(typedContent),
    layouts: join(programFolder, "layouts"),
    assets: join(programFolder, "assets"),
    preview: await realpath(await mkdtemp(join(tmpdir(), "help-centre-preview-"))),
  };
  try {
    return await previewUntilInterrupted(folders, typedContent, site.options, port);
  } finally {
    await rm(folders.preview, { recursive: true, force: true });
  }
}

async function previewUntilInterrupted(
  folders: PreviewFolders,
  typedContent: string,
  site: { readonly url?: string; readonly pathPrefix?: string },
  port: number,
): Promise<number> {
  const interrupted = interruption();
  const say = (words: string) => void process.stdout.write(`${words}\n`);
  // The address of the preview stays while the server runs, whatever site.yml comes to say.
  const pathPrefix = site.pathPrefix ?? "/";
  const session = startSession({ folders, typedContent, site: { ...site, pathPrefix }, say });

  let server: PreviewServer | null = null;
  const watcher = watchFolders(folders, say, async (dirty) => {
    const change = await session.update(dirty);
    if (change !== null && change.changed.length + change.deleted.length > 0) server?.reload(change);
  });
  await watcher.settled();
  server = await servePreview({ folder: folders.preview, port, pathPrefix, warn: say });
  say(`Showing ${typedContent} at ${server.address} (Ctrl-C ends it)`);
  await interrupted;
  await watcher.close();
  await server.close();
  return exitCodes.fine;
}

/** Resolves at Ctrl-C, or when the system asks the process to end. */
function interruption(): Promise<void> {
  // `main` ends the process at once; a preview closes its server and takes its folder away first.
  process.removeAllListeners("SIGINT");
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve());
    process.once("SIGTERM", () => resolve());
  });
}

/**
 * Calls `update` once at the start and after every change, never twice at a time; changes that come while it runs, or
 * close together, make one call.
 */
function watchFolders(folders: PreviewFolders, say: (words: string) => void, update: (dirty: Dirty) => Promise<void>) {
  let dirty: Dirty | null = { layouts: true, assets: true };
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const run = () => {
    running = running.then(async () => {
      const now = dirty;
      dirty = null;
      if (now !== null)
        await update(now).catch((error: unknown) => say(`The preview could not be updated: ${String(error)}`));
    });
    return running;
  };
  const watcher = watch([folders.content, folders.layouts, folders.assets], {
    ignoreInitial: true,
    ignored: (path) => path.split(sep).includes(".git"),
  });
  watcher.on("all", (_, path) => {
    const inside = (folder: string) => !relative(folder, path).startsWith("..");
    dirty = {
      layouts: dirty?.layouts === true || inside(folders.layouts),
      assets: dirty?.assets === true || inside(folders.assets),
    };
    clearTimeout(timer);
    timer = setTimeout(() => void run(), quiet);
  });
  watcher.on("error", (error) =>
    say(`Changes may go unseen: ${error instanceof Error ? error.message : String(error)}`),
  );
  const ready = new Promise<void>((resolve) => watcher.once("ready", () => resolve()));
  return {
    settled: async () => {
      await ready;
      await run();
    },
    close: async () => {
      clearTimeout(timer);
      await watcher.close();
      await running;
    },
  };
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return exitCodes.use;
}
