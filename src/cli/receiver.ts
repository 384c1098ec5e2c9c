import { sep } from "node:path";
import { readDestination, secretVariables } from "../receiver/destination.ts";
import type { DestinationWords } from "../receiver/destination.ts";
import { exitCodes } from "./exit-codes.ts";
import { contentFolder, outputFolder, parseOptions, sharedOptions, siteOptions } from "./options.ts";
import type { Command, ParsedOptions } from "./options.ts";
import { dataFile, dataOption, exportMessages } from "./receiver-export.ts";

/** What `npm run receiver` is called and takes. */
export const receiverCommand: Command = {
  name: "receiver",
  call: "npm run receiver",
  help:
    "Takes the messages of the contact form, keeps them in a file, and forwards them. Ctrl-C ends it, with exit code 0.\n" +
    `Secrets come from the environment: ${Object.values(secretVariables).join(", ")}.\n` +
    "npm run receiver -- export [options] prints the messages; it takes --help as well.",
  options: {
    content: sharedOptions.content,
    data: dataOption,
    url: sharedOptions.url,
    host: { type: "string", value: "ADDRESS", help: "the address of this machine to listen at", default: "127.0.0.1" },
    port: { type: "string", value: "NUMBER", help: "the port to listen at", default: "8090" },
    "trust-proxy": {
      type: "string",
      value: "NUMBER",
      help: "how many proxies of yours stand before it, whose X-Forwarded-For is believed",
      default: "0",
    },
    rate: {
      type: "string",
      value: "NUMBER",
      help: "how many messages a minute one address may send, and twice as many at once",
      default: "10",
    },
    "purge-after": {
      type: "string",
      value: "DAYS",
      help: "deletes messages so many days after they were forwarded",
      default: "30",
    },
    webhook: { type: "string", value: "URL", help: "posts each message as JSON to this address" },
    "mail-to": { type: "string", value: "ADDRESS", help: "mails each message to this address" },
    "mail-from": { type: "string", value: "ADDRESS", help: "the sender of these mails" },
    "mail-server": {
      type: "string",
      value: "URL",
      help: "the server that takes them, such as smtps://mail.example.org",
    },
  },
};

/**
 * Receives messages until Ctrl-C.
 *
 * @param args - the words after the command's name
 * @returns the exit code
 */
export async function receiver(args: readonly string[]): Promise<number> {
  if (args[0] === "export") return exportMessages(args.slice(1));
  const typed = parseOptions(receiverCommand, args);
  if (!typed.ok) {
    (typed.exitCode === exitCodes.fine ? process.stdout : process.stderr).write(`${typed.print}\n`);
    return typed.exitCode;
  }
  const site = siteOptions(typed.text("url"), undefined);
  if (!site.ok) return refuse(site.sentence);
  const number = (name: string) => wholeNumber(typed.text(name));
  const [port, proxies, rate, days] = [number("port"), number("trust-proxy"), number("rate"), number("purge-after")];
  if (port === null || port > 65_535) return refuse("--port is a number from 0 to 65535");
  if (proxies === null || proxies > 10) return refuse("--trust-proxy is a number from 0 to 10");
  if (rate === null || rate === 0) return refuse("--rate is a number from 1");
  if (days === null) return refuse("--purge-after is a number of days");
  const content = contentFolder(typed.text("content") ?? "");
  const file = dataFile(typed.text("data"));
  const published = [content, outputFolder(sharedOptions.output.default)];
  if (published.some((folder) => file.startsWith(`${folder}${sep}`)))
    return refuse("The messages must not stand where what is published stands: choose another --data FILE");

  const { readForm } = await import("./read-form.ts");
  const read = await readForm(content, site.options);
  if (!read.ok) return refuse(read.sentence, read.exitCode);
  const reading = readDestination(destinationWords(typed), process.env, read.site.contact.form?.ticket ?? null);
  if (!reading.ok) return refuse(reading.sentence);
  const { receiveUntilEnded } = await import("./receive-until-ended.ts");
  return receiveUntilEnded({
    ...read,
    destination: reading.destination,
    file,
    host: typed.text("host") ?? "",
    port,
    limits: { proxies, rate: { burst: 2 * rate, perMinute: rate } },
    purgeAfter: days,
  });
}

function destinationWords(typed: Extract<ParsedOptions, { readonly ok: true }>): DestinationWords {
  const word = (name: string) => typed.text(name) ?? null;
  return {
    webhook: word("webhook"),
    mailTo: word("mail-to"),
    mailFrom: word("mail-from"),
    mailServer: word("mail-server"),
  };
}

function wholeNumber(typed: string | undefined): number | null {
  return typed !== undefined && /^\d{1,9}$/.test(typed) ? Number(typed) : null;
}

function refuse(sentence: string, exitCode: number = exitCodes.use): number {
  process.stderr.write(`${sentence}\n`);
  return exitCode;
}
