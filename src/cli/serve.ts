import { statSync } from "node:fs";
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { previewPanel } from "../output/preview-panel.ts";
import { servePreview } from "../output/preview-server.ts";
import type { PreviewServer } from "../output/preview-server.ts";
import { exitCodes } from "./exit-codes.ts";
import { nameOfFolder } from "./folder-name.ts";
import { interruption } from "./interruption.ts";
import { contentFolder, parseOptions, programFolder, sharedOptions, siteOptions } from "./options.ts";
import type { Command } from "./options.ts";
import { startPreviewReceiver } from "./preview-receiver.ts";
import type { PreviewReceiver } from "./preview-receiver.ts";
import { startSession } from "./preview-session.ts";
import type { PreviewFolders, PreviewOptions } from "./preview-session.ts";
import { dayFault, todayOption } from "./typed-day.ts";
import { watchFolders } from "./watch-folders.ts";

/** What `npm start` is called and takes. */
export const serveCommand: Command = {
  name: "serve",
  call: "npm start",
  help: "Shows the site, drafts and all, at an address on this machine while you edit. Ctrl-C ends it, with exit code 0.",
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
    today: { ...todayOption, help: `${todayOption.help}; else all of them` },
  },
};

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
  const today = typed.text("today");
  const wrongDay = dayFault(today);
  if (wrongDay !== null) return refuse(wrongDay);
  if (!/^[0-9]+$/.test(typed.text("port") ?? "") || port > 65535) return refuse("--port is a number from 0 to 65535");

  const typedContent = typed.text("content") ?? "";
  const content = contentFolder(typedContent);
  if (!statSync(content, { throwIfNoEntry: false })?.isDirectory()) {
    return refuse(`There is no folder ${content}. Choose the content with --content DIR.`);
  }
  const folders: PreviewFolders = {
    content,
    layouts: join(programFolder, "layouts"),
    assets: join(programFolder, "assets"),
    preview: await realpath(await mkdtemp(join(tmpdir(), "help-centre-preview-"))),
  };
  try {
    const shown = { ...site.options, ...(today === undefined ? {} : { day: today }) };
    return await previewUntilInterrupted(folders, typedContent, shown, port);
  } finally {
    await rm(folders.preview, { recursive: true, force: true });
  }
}

/** Keeps a preview up to date and serves it; `typedContent` is for messages. */
async function previewUntilInterrupted(
  folders: PreviewFolders,
  typedContent: string,
  typedSite: PreviewOptions,
  port: number,
): Promise<number> {
  const interrupted = interruption();
  const say = (words: string) => void process.stdout.write(`${words}\n`);
  // The address of the preview stays while the server runs, whatever site.yml comes to say.
  const site = { pathPrefix: "/", ...typedSite };
  const session = startSession({ folders, typedContent, site, say });

  let server: PreviewServer | null = null;
  let receiver: PreviewReceiver | null = null;
  let told = "";
  const watching = watchFolders(folders, say, async (dirty) => {
    const change = await session.update(dirty);
    const toTell = JSON.stringify(session.problems());
    const isNew = change !== null && change.changed.length + change.deleted.length > 0;
    if (isNew || toTell !== told) server?.reload();
    told = toTell;
  });
  try {
    const { pathPrefix } = site;
    const panelOptions = { assetsFolder: folders.assets, pathPrefix, problems: session.problems };
    const [panel] = await Promise.all([previewPanel(panelOptions), watching.firstUpdate]);
    receiver = await startPreviewReceiver(session.form, say);
    const { receive } = receiver;
    const { codes } = session;
    server = await servePreview({ folder: folders.preview, port, pathPrefix, panel, receive, codes, warn: say });
    say(`Showing ${nameOfFolder(folders.content)} at ${server.address} (Ctrl-C ends it)`);
    await interrupted;
    return exitCodes.fine;
  } finally {
    await watching.close();
    await server?.close();
    await receiver?.close();
  }
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return exitCodes.use;
}
