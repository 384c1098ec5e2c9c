import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { openMessageStore } from "../receiver/message-store.ts";
import type { MessageStore } from "../receiver/message-store.ts";
import { exitCodes } from "./exit-codes.ts";
import { parseOptions, programFolder, typedPath } from "./options.ts";
import type { Command, Option } from "./options.ts";

/** `--data` of the receiver and of its export. */
export const dataOption: Option = {
  type: "string",
  value: "FILE",
  help: "the file with the messages (_messages/messages.db; under systemd, messages.db in its state directory)",
};

/** What `npm run receiver -- export` is called and takes. */
export const exportCommand: Command = {
  name: "export",
  call: "npm run receiver -- export",
  help: "Prints messages as JSON, one a line, oldest first; the receiver may be running meanwhile.",
  options: {
    data: dataOption,
    since: { type: "string", value: "DAY", help: "only what was received on this day (UTC) or later: 2026-01-31" },
    "mark-forwarded": {
      type: "boolean",
      help: "what was printed counts as forwarded: for receivers that forward to nobody",
    },
  },
};

/** The file with the messages: the one that was typed, else one that no build and no editor comes across. */
export function dataFile(typed: string | undefined): string {
  if (typed !== undefined) return typedPath(typed);
  // systemd names the folder that it made for the service; with several, the first is ours.
  const state = process.env["STATE_DIRECTORY"]?.split(":")[0];
  return join(state ?? join(programFolder, "_messages"), "messages.db");
}

/**
 * Prints messages.
 *
 * @param args - the words after `export`
 * @returns the exit code
 */
export async function exportMessages(args: readonly string[]): Promise<number> {
  const typed = parseOptions(exportCommand, args);
  if (!typed.ok) {
    (typed.exitCode === exitCodes.fine ? process.stdout : process.stderr).write(`${typed.print}\n`);
    return typed.exitCode;
  }
  const since = typed.text("since");
  if (since !== undefined && !isDay(since)) return refuse("--since is a day, such as 2026-01-31", exitCodes.use);
  const opened = openMessageStore(dataFile(typed.text("data")), "read");
  if (!opened.ok) return refuse(opened.sentence, exitCodes.system);
  try {
    const printed: string[] = [];
    await pipeline(Readable.from(lines(opened.store, since, printed)), process.stdout, { end: false });
    const at = new Date().toISOString();
    if (typed.flag("mark-forwarded")) for (const id of printed) opened.store.forwarded(id, at);
    return exitCodes.fine;
  } finally {
    opened.store.close();
  }
}

/** @param printed - is told the ids of messages that nobody has had yet */
function* lines(store: MessageStore, since: string | undefined, printed: string[]): Generator<string> {
  for (const message of store.messages(since)) {
    if (message.status === "waiting" || message.status === "failed") printed.push(message.id);
    yield `${JSON.stringify(message)}\n`;
  }
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}

function refuse(sentence: string, exitCode: number): number {
  process.stderr.write(`${sentence}\n`);
  return exitCode;
}
