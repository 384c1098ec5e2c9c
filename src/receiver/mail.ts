import { createTransport } from "nodemailer";
import { isEmail } from "../model/contact-message.ts";
import { errorName, localHosts } from "./delivery.ts";
import type { Deliver, Delivery, OutgoingMessage } from "./delivery.ts";

/** A server that takes mail, and the way to it. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte on; else it is asked for (STARTTLS). */
  readonly secure: boolean;
  /** Without TLS nothing is sent, unless the server is on this machine. */
  readonly requireTLS: boolean;
}

/** Where messages are mailed to. */
export interface MailRoute {
  readonly server: MailServer;
  readonly to: string;
  readonly from: string;
  /** `null`: the server asks for no password. */
  readonly login: { readonly user: string; readonly password: string } | null;
}

/** How long the handing over of one message may take, in milliseconds. */
const timeLimit = 60_000;
const patience = 15_000;

/** The longest subject, in characters: it must stay on one line. */
const longestSubject = 120;

/**
 * A mail server as it was typed: `smtp://host:587` or `smtps://host:465`.
 *
 * @returns the sentence says why it is none; it does not repeat the address, which may hold a password
 */
export function mailServer(
  typed: string,
): { readonly ok: true; readonly server: MailServer } | { readonly ok: false; readonly sentence: string } {
  const url = URL.parse(typed);
  if (url === null || !["smtp:", "smtps:"].includes(url.protocol) || url.hostname === "")
    return { ok: false, sentence: "The mail server is written as smtp://host:587 or smtps://host:465" };
  if (url.username !== "" || url.password !== "")
    return { ok: false, sentence: "Names and passwords do not belong in the mail server's address" };
  if (!["", "/"].includes(url.pathname) || url.search !== "" || url.hash !== "")
    return { ok: false, sentence: "The mail server's address ends after its port" };
  const secure = url.protocol === "smtps:";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const port = url.port === "" ? (secure ? 465 : 587) : Number(url.port);
  return { ok: true, server: { host, port, secure, requireTLS: !secure && !localHosts.has(host) } };
}

/** Whether an address can stand in a header of a mail as it is: plain letters, nothing that a reader would decode. */
export function isPlainAddress(address: string): boolean {
  return (
    isEmail(address) &&
    /^[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9.-]+$/.test(address) &&
    !/=\?|\?=|\.\.|^\.|\.@/.test(address)
  );
}

/** Mails messages, each by a connection of its own. Only the server's word that it has taken one counts. */
export function deliverByMail({ server, to, from, login }: MailRoute): Deliver {
  const transport = createTransport({
    ...server,
    ...(login === null ? {} : { auth: { user: login.user, pass: login.password } }),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    logger: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async (message, signal) => {
    try {
      await transport.sendMail({
        envelope: { from, to },
        from: { name: "", address: from },
        to: { name: "", address: to },
        ...(isPlainAddress(message.email) ? { replyTo: { name: "", address: message.email } } : {}),
        subject: subjectOf(message),
        text: textOf(message),
        messageId: `<${message.id}@${from.slice(from.lastIndexOf("@") + 1)}>`,
        date: new Date(message.received),
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeLimit)]),
      });
      return { kind: "delivered" };
    } catch (error) {
      return failedDelivery(error);
    }
  };
}

/** What stands in the list of somebody's mails: the code and the problem, nothing that the citizen typed. */
function subjectOf({ code, problemName }: OutgoingMessage): string {
  const words = `${code === null ? "" : `[${code}] `}${problemName ?? "Message to support"}`;
  // Without "=?" nothing in it is decoded by mail programs, which might make line ends of it.
  const line = words.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ").replaceAll("=?", "?");
  return Array.from(line.trim()).slice(0, longestSubject).join("");
}

/** Plain text. What was typed freely comes last, so that nobody can write lines that look like ours below it. */
function textOf(message: OutgoingMessage): string {
  const { code, codeTitle, page, pageTitle } = message;
  const rows: readonly (readonly [string, string | null])[] = [
    ["Message", message.id],
    ["Received", message.received],
    ["Reference", codeTitle === null ? code : `${code} (${codeTitle})`],
    ["Page", pageTitle === null ? page : `${pageTitle} (${page})`],
    ["Language", message.language],
    ["Problem", message.problemName],
    ["Website or app", message.serviceName],
    ["Email address", message.email],
    ["Full name", message.name],
  ];
  const lines = rows.flatMap(([name, value]) => (value === null || value === "" ? [] : [`${name}: ${value}`]));
  return `${lines.join("\n")}\n\nWhat they wrote:\n\n${message.details}\n`;
}

function failedDelivery(error: unknown): Delivery {
  const status = error instanceof Error && "responseCode" in error ? Number(error.responseCode) : Number.NaN;
  // A server that refuses to encrypt has not seen the message yet.
  const code = errorName(error);
  if (code === "ETLS" || !(status >= 400 && status < 600)) return { kind: "failed", error: code };
  return { kind: status >= 500 ? "refused" : "failed", error: `SMTP ${status}` };
}
