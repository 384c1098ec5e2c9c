import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { OutgoingMessage } from "../../src/receiver/delivery.ts";
import { deliverByMail, isPlainAddress, mailServer } from "../../src/receiver/mail.ts";
import type { MailRoute } from "../../src/receiver/mail.ts";
import { ownCertificate, trust } from "./certificate.ts";
import type { Certificate } from "./certificate.ts";
import { headerOf } from "./mail-parts.ts";
import { serveMail } from "./mail-server.ts";
import type { MailServerOptions, RunningMailServer } from "./mail-server.ts";
import { annsMessage, naughtyDetails } from "./outgoing.ts";

const to = "support@desk.example";
const from = "help@centre.example";
const never = new AbortController().signal;
const open: RunningMailServer[] = [];

async function mailbox(options?: MailServerOptions): Promise<RunningMailServer> {
  const server = await serveMail(options);
  open.push(server);
  return server;
}

function route(address: string, login: MailRoute["login"] = null): MailRoute {
  const reading = mailServer(address);
  if (!reading.ok) throw new Error(reading.sentence);
  return { server: reading.server, to, from, login };
}

function deliver({ port }: RunningMailServer, message: Partial<OutgoingMessage> = {}, signal = never) {
  return deliverByMail(route(`smtp://127.0.0.1:${port}`))({ ...annsMessage, ...message }, signal);
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

describe("a mail", () => {
  test("holds the message as plain text, with its id", async () => {
    const server = await mailbox();
    expect(await deliver(server)).toEqual({ kind: "delivered" });
    const [mail] = server.mails;
    expect(mail).toMatchObject({ from, to: [to] });
    expect(mail?.text).toBe(`Message: ${annsMessage.id}
Received: 2026-11-23T03:20:00.000Z
Reference: CID7023 (Your account is locked)
Page: Codes that we send (/sign-in/codes/)
Language: cy
Problem: I cannot sign in
Website or app: NHS App
Email address: ann@example.org
Full name: Ann Example

What they wrote:

I typed the code twice.
It was refused twice.
`);
    expect(Object.fromEntries(mail?.headers ?? [])).toEqual({
      from: "help@centre.example",
      to: "support@desk.example",
      "reply-to": "ann@example.org",
      subject: "[CID7023] I cannot sign in",
      "message-id": `<${annsMessage.id}@centre.example>`,
      date: "Mon, 23 Nov 2026 03:20:00 +0000",
      "mime-version": "1.0",
      "content-type": "text/plain; charset=utf-8",
      "content-transfer-encoding": expect.any(String) as string,
    });
  });

  test("leaves out what nobody picked", async () => {
    const server = await mailbox();
    const nothing = { code: null, codeTitle: null, problem: null, problemName: null, service: null, serviceName: null };
    await deliver(server, { ...nothing, page: null, pageTitle: null, language: null, name: "", email: "" });
    const [mail] = server.mails;
    expect(headerOf(mail!, "subject")).toBe("Message to support");
    expect(mail?.headers.map(([name]) => name)).not.toContain("reply-to");
    expect(mail?.text).not.toMatch(/^(Reference|Page|Language|Problem|Website or app|Email address|Full name):/m);
  });

  test("says in its subject nothing that the citizen typed", async () => {
    const server = await mailbox();
    await deliver(server);
    expect(headerOf(server.mails[0]!, "subject")).not.toMatch(/Ann|example|typed/);
  });

  test("brings strings that break programs byte for byte", async () => {
    const server = await mailbox();
    const numbered = naughtyDetails.map((details, number) => ({ id: `${number}`.padStart(36, "0"), details }));
    // The server greets late; many at once make up for it.
    for (let next = 0; next < numbered.length; next += 50)
      await Promise.all(numbered.slice(next, next + 50).map((message) => deliver(server, message)));
    const inOrder = server.mails.toSorted((a, b) => (headerOf(a, "message-id") < headerOf(b, "message-id") ? -1 : 1));
    const arrived = inOrder.map(({ text }) => text.slice(text.indexOf("What they wrote:\n\n") + 18, -1));
    expect(arrived).toEqual(naughtyDetails);
    const headers = new Set(server.mails.map((mail) => mail.headers.map(([name]) => name).join()));
    expect([...headers]).toHaveLength(1);
  });

  test("keeps lines that mean something to mail servers", async () => {
    const server = await mailbox();
    const details =
      "one\n.\nQUIT\n..\nFrom here\n--boundary\n=3D =\n \ttabs \nBcc: victim@example.org\n\n" + "x".repeat(1200);
    await deliver(server, { details });
    expect(server.mails[0]?.text).toContain(`\n\n${details}\n`);
    expect(server.mails).toHaveLength(1);
  });
});

describe("somebody who writes headers into a field", () => {
  const attack = "x\r\nBcc: victim@example.org\r\n\r\n<script>";
  const usual = ["from", "to", "reply-to", "subject", "message-id", "date", "mime-version"];

  test.each<[string, Partial<OutgoingMessage>]>([
    ["the name", { name: attack }],
    ["the code", { code: attack }],
    ["the title of the code", { codeTitle: attack }],
    ["the title of the page", { pageTitle: attack }],
    ["the problem", { problemName: attack }],
    ["the service", { serviceName: attack }],
    ["the details", { details: attack }],
    ["the problem, as an encoded word", { problemName: "=?utf-8?q?x=0D=0ABcc:_victim@example.org?=" }],
    [
      "the problem, with other line ends",
      { problemName: "x\u2028Bcc: victim@example.org\u0085Bcc: v@example.org\u000b" },
    ],
  ])("writes none by %s", async (_, message) => {
    const server = await mailbox();
    expect(await deliver(server, message)).toEqual({ kind: "delivered" });
    const [mail] = server.mails;
    const names = mail?.headers.map(([name]) => name) ?? [];
    expect(names.filter((name) => !name.startsWith("content-"))).toEqual(expect.arrayContaining(usual));
    expect(names).toHaveLength(usual.length + 2);
    expect(mail?.to).toEqual([to]);
    expect(headerOf(mail!, "subject")).not.toMatch(/[\r\n\u0085\u2028]/);
  });

  test.each([
    "ann@example.org\r\nBcc: victim@example.org",
    "ann@example.org, victim@example.org",
    "Ann <ann@example.org>",
    '"ann@example.org>\nBcc: <victim"@example.org',
    "=?utf-8?q?victim=40evil.example=00?=@example.org",
    "ann@exa\u202Emple.org",
    "änn@example.org",
    "ann..x@example.org",
    "",
  ])("gets no answer by the address %j, which stands in the text alone", async (email) => {
    const server = await mailbox();
    expect(await deliver(server, { email })).toEqual({ kind: "delivered" });
    const names = server.mails[0]?.headers.map(([name]) => name) ?? [];
    const others = usual.filter((name) => name !== "reply-to");
    expect(new Set(names)).toEqual(new Set([...others, "content-type", "content-transfer-encoding"]));
    expect(names).toHaveLength(others.length + 2);
    expect(server.mails[0]?.to).toEqual([to]);
  });

  test("cannot make the subject longer than a line can be", async () => {
    const server = await mailbox();
    await deliver(server, { problemName: "😀".repeat(500) });
    expect([...headerOf(server.mails[0]!, "subject")]).toHaveLength(120);
  });
});

describe("a mail server", () => {
  test.each([
    [451, { kind: "failed", error: "SMTP 451" }],
    [421, { kind: "failed", error: "SMTP 421" }],
    [550, { kind: "refused", error: "SMTP 550" }],
    [554, { kind: "refused", error: "SMTP 554" }],
  ])("that answers %i has not taken the message", async (status, delivery) => {
    const server = await mailbox({ answer: () => status });
    expect(await deliver(server)).toEqual(delivery);
  });

  test("that refuses for now takes the same message later", async () => {
    const server = await mailbox({ answer: (number) => (number === 1 ? 451 : 250) });
    expect(await deliver(server)).toEqual({ kind: "failed", error: "SMTP 451" });
    expect(await deliver(server)).toEqual({ kind: "delivered" });
    expect(headerOf(server.mails[0]!, "message-id")).toBe(`<${annsMessage.id}@centre.example>`);
  });

  test("that is not there fails by its name alone", async () => {
    const server = await serveMail();
    await server.close();
    expect(await deliver(server)).toMatchObject({ kind: "failed", error: expect.stringMatching(/^[A-Z]+$/) as string });
  });

  test("that asks for a password gets it", async () => {
    const login = { user: "centre", password: "p√ss word" };
    const server = await mailbox({ login });
    const address = `smtp://localhost:${server.port}`;
    expect(await deliverByMail(route(address, login))(annsMessage, never)).toEqual({ kind: "delivered" });
    expect(server.mails[0]?.user).toBe("centre");
    const wrong = { user: "centre", password: "hunter2" };
    expect(await deliverByMail(route(address, wrong))(annsMessage, never)).toEqual({
      kind: "refused",
      error: "SMTP 535",
    });
    expect(server.mails).toHaveLength(1);
  });
});

describe("on the way to a server that is not this machine, a mail", () => {
  let certificate: Certificate;
  beforeAll(() => {
    certificate = ownCertificate();
  });

  // 0.0.0.0 leads to this machine as well, under a name that nobody takes for it.
  const away = ({ port }: RunningMailServer, scheme = "smtp") => route(`${scheme}://0.0.0.0:${port}`);

  test("is not sent without TLS", async () => {
    const server = await mailbox();
    expect(await deliverByMail(away(server))(annsMessage, never)).toEqual({ kind: "failed", error: "ETLS" });
    expect(server.offered()).toBe(0);
  });

  test.each(["starttls", "tls"] as const)(
    "is not sent by %s to a server that nobody vouches for",
    async (encryption) => {
      const server = await mailbox({ certificate, encryption });
      const scheme = encryption === "tls" ? "smtps" : "smtp";
      expect(await deliverByMail(away(server, scheme))(annsMessage, never)).toMatchObject({ kind: "failed" });
      expect(server.offered()).toBe(0);
    },
  );

  test.each(["starttls", "tls"] as const)("is sent by %s to a server that is the right one", async (encryption) => {
    const server = await mailbox({ certificate, encryption });
    const scheme = encryption === "tls" ? "smtps" : "smtp";
    const distrust = trust(certificate);
    try {
      expect(await deliverByMail(away(server, scheme))(annsMessage, never)).toEqual({ kind: "delivered" });
    } finally {
      distrust();
    }
    expect(server.mails[0]?.isEncrypted).toBe(true);
  });
});

describe("the address of a mail server", () => {
  test.each([
    ["smtp://mail.example.org", { host: "mail.example.org", port: 587, secure: false, requireTLS: true }],
    ["smtps://mail.example.org", { host: "mail.example.org", port: 465, secure: true, requireTLS: false }],
    ["smtp://mail.example.org:25", { host: "mail.example.org", port: 25, secure: false, requireTLS: true }],
    ["smtp://localhost:1025", { host: "localhost", port: 1025, secure: false, requireTLS: false }],
    ["smtp://[::1]:1025/", { host: "::1", port: 1025, secure: false, requireTLS: false }],
    ["smtp://localhost.example.org", { host: "localhost.example.org", port: 587, secure: false, requireTLS: true }],
  ])("may be %s", (typed, server) => {
    expect(mailServer(typed)).toEqual({ ok: true, server });
  });

  test.each([
    "mail.example.org",
    "mail.example.org:587",
    "http://mail.example.org",
    "smtp://",
    "smtp://user:hunter2@mail.example.org",
    "smtp://mail.example.org/?tls.rejectUnauthorized=false",
    "smtp://mail.example.org:99999",
  ])("may not be %s", (typed) => {
    const reading = mailServer(typed);
    expect(reading).toMatchObject({ ok: false });
    expect(JSON.stringify(reading)).not.toContain("hunter2");
  });
});

describe("a plain address", () => {
  test.each(["ann@example.org", "a.n+n_1@mail.example.co.uk", "o'hara@example.org"])("is %s", (address) => {
    expect(isPlainAddress(address)).toBe(true);
  });

  test.each([
    "ann",
    "ann@example",
    "ann@ex ample.org",
    "ann@example.org\n",
    "ann@example.org,b@example.org",
    ".a@b.org",
    "a.@b.org",
  ])("is not %j", (address) => {
    expect(isPlainAddress(address)).toBe(false);
  });
});
