import type { Deliver } from "./delivery.ts";
import { deliverByMail, isPlainAddress, mailServer } from "./mail.ts";
import { deliverByWebhook, webhookUrl } from "./webhook.ts";

/** Names of the environment variables that hold secrets. They never come from content or the command line. */
export const secretVariables = {
  webhookToken: "HELP_CENTRE_WEBHOOK_TOKEN",
  mailUser: "HELP_CENTRE_MAIL_USER",
  mailPassword: "HELP_CENTRE_MAIL_PASSWORD",
} as const;

/** What was typed about where messages go; `null` for what was not. */
export interface DestinationWords {
  readonly webhook: string | null;
  readonly mailTo: string | null;
  readonly mailFrom: string | null;
  readonly mailServer: string | null;
}

/** Where messages go. */
export interface Destination {
  readonly deliver: Deliver;
  /** For the log: the kind and the host, no secrets. */
  readonly name: string;
}

/** A destination, or the sentence that says what is wrong with the words. `null`: messages are only kept. */
export type DestinationReading =
  { readonly ok: true; readonly destination: Destination | null } | { readonly ok: false; readonly sentence: string };

/**
 * Reads where messages go.
 *
 * @param environment - where the secrets are; `secretVariables` names them
 * @param ticket - the shape of a webhook's JSON, from `contact.yml`
 */
export function readDestination(
  words: DestinationWords,
  environment: Readonly<Record<string, string | undefined>>,
  ticket: Readonly<Record<string, string>> | null,
): DestinationReading {
  const mail = [words.mailTo, words.mailFrom, words.mailServer];
  if (words.webhook !== null && mail.some((word) => word !== null))
    return refused("Messages go to a webhook or to a mail address, not to both");
  if (words.webhook !== null) return readWebhook(words.webhook, secretOf(environment, "webhookToken"), ticket);
  if (mail.every((word) => word === null)) return { ok: true, destination: null };
  return readMail(words, environment);
}

function readWebhook(
  typed: string,
  token: string | null,
  ticket: Readonly<Record<string, string>> | null,
): DestinationReading {
  const reading = webhookUrl(typed);
  if (!reading.ok) return reading;
  if (token !== null && !/^[\x21-\x7E]+$/.test(token))
    return refused(`${secretVariables.webhookToken} holds a space or a sign that no token can have`);
  const { url } = reading;
  return { ok: true, destination: { deliver: deliverByWebhook({ url, token, ticket }), name: `webhook ${url.host}` } };
}

function readMail(
  words: DestinationWords,
  environment: Readonly<Record<string, string | undefined>>,
): DestinationReading {
  const { mailTo: to, mailFrom: from } = words;
  if (to === null || from === null || words.mailServer === null)
    return refused("Mail needs all three: --mail-to ADDRESS --mail-from ADDRESS --mail-server smtps://HOST:PORT");
  if (!isPlainAddress(to)) return refused("--mail-to must be one email address");
  if (!isPlainAddress(from)) return refused("--mail-from must be one email address");
  const reading = mailServer(words.mailServer);
  if (!reading.ok) return reading;
  const user = secretOf(environment, "mailUser");
  const password = secretOf(environment, "mailPassword");
  if ((user === null) !== (password === null))
    return refused(`${secretVariables.mailUser} and ${secretVariables.mailPassword} go together`);
  const login = user === null || password === null ? null : { user, password };
  const { server } = reading;
  return {
    ok: true,
    destination: { deliver: deliverByMail({ server, to, from, login }), name: `mail by ${server.host}:${server.port}` },
  };
}

function secretOf(
  environment: Readonly<Record<string, string | undefined>>,
  name: keyof typeof secretVariables,
): string | null {
  const value = environment[secretVariables[name]] ?? "";
  return value === "" ? null : value;
}

function refused(sentence: string): DestinationReading {
  return { ok: false, sentence };
}
