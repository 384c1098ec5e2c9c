/** A real SMTP server that keeps what it takes. */
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import type { Certificate } from "./certificate.ts";
import { mailParts } from "./mail-parts.ts";
import type { MailParts } from "./mail-parts.ts";

export interface TakenMail extends MailParts {
  readonly from: string;
  readonly to: readonly string[];
  readonly isEncrypted: boolean;
  readonly user: string | null;
}

export interface MailServerOptions {
  readonly port?: number;
  /** With one, TLS is offered (`starttls`) or there from the first byte (`tls`). */
  readonly certificate?: Certificate;
  readonly encryption?: "starttls" | "tls";
  /** What it answers to the mail of a number, counted from 1: an SMTP status, 250 where nothing is said. */
  readonly answer?: (number: number) => number;
  /** Only they may send. */
  readonly login?: { readonly user: string; readonly password: string };
}

export interface RunningMailServer {
  readonly port: number;
  /** What was taken with 250. */
  readonly mails: readonly TakenMail[];
  /** How many were offered. */
  readonly offered: () => number;
  readonly close: () => Promise<void>;
}

export async function serveMail(options: MailServerOptions = {}): Promise<RunningMailServer> {
  const { certificate, encryption, answer = () => 250, login } = options;
  const mails: TakenMail[] = [];
  let offered = 0;
  const server = new SMTPServer({
    ...(certificate === undefined ? {} : { key: certificate.key, cert: certificate.certificate }),
    secure: encryption === "tls",
    disabledCommands: [...(encryption === "starttls" ? [] : ["STARTTLS"]), ...(login === undefined ? ["AUTH"] : [])],
    // A password over an open line is taken here: that none is sent there is for our side to see to.
    allowInsecureAuth: true,
    authOptional: login === undefined,
    disableReverseLookup: true,
    logger: false,
    onAuth: ({ username, password }, _session, callback) => {
      if (username === login?.user && password === login?.password) callback(null, { user: username });
      else callback(Object.assign(new Error("wrong"), { responseCode: 535 }));
    },
    onData: async (stream, session, callback) => {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      const status = answer(++offered);
      if (status !== 250) return callback(Object.assign(new Error("not now"), { responseCode: status }));
      const { mailFrom, rcptTo } = session.envelope;
      const from = mailFrom === false ? "" : mailFrom.address;
      const to = rcptTo.map(({ address }) => address);
      const user = session.user === undefined ? null : String(session.user);
      mails.push({ ...mailParts(Buffer.concat(chunks)), from, to, user, isEncrypted: session.secure });
      return callback();
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => {
    server.listen(options.port ?? 0, () => resolve());
  });
  const { port } = server.server.address() as AddressInfo;
  return { port, mails, offered: () => offered, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
