import { describe, expect, test } from "vitest";
import { readDestination } from "../../src/receiver/destination.ts";
import type { DestinationWords } from "../../src/receiver/destination.ts";
import { serveHook } from "./hook-server.ts";
import { serveMail } from "./mail-server.ts";
import { annsMessage } from "./outgoing.ts";

const nothing: DestinationWords = { webhook: null, mailTo: null, mailFrom: null, mailServer: null };
const mail = {
  mailTo: "support@desk.example",
  mailFrom: "help@centre.example",
  mailServer: "smtps://mail.example.org",
};
const never = new AbortController().signal;

function read(words: Partial<DestinationWords>, environment: Readonly<Record<string, string>> = {}) {
  return readDestination({ ...nothing, ...words }, environment, null);
}

async function deliverTo(words: Partial<DestinationWords>, environment: Readonly<Record<string, string>> = {}) {
  const reading = read(words, environment);
  return reading.ok ? reading.destination?.deliver(annsMessage, never) : reading.sentence;
}

describe("messages", () => {
  test("are only kept where nothing is said", () => {
    expect(read({})).toEqual({ ok: true, destination: null });
  });

  test("go to the webhook that was typed, with the token of the environment and the shape of the content", async () => {
    const hook = await serveHook();
    const words = { ...nothing, webhook: hook.url.href };
    const reading = readDestination(words, { HELP_CENTRE_WEBHOOK_TOKEN: "s3cret" }, { subject: "{code}" });
    if (!reading.ok) throw new Error(reading.sentence);
    expect(await reading.destination?.deliver(annsMessage, never)).toEqual({ kind: "delivered" });
    await hook.close();
    expect(hook.requests[0]?.headers.authorization).toBe("Bearer s3cret");
    expect(hook.requests[0]?.body).toBe(`{"subject":"CID7023"}`);
    expect(reading.destination?.name).toBe(`webhook ${hook.url.host}`);
  });

  test("go to the mail address that was typed, with the password of the environment", async () => {
    const server = await serveMail({ login: { user: "centre", password: "s3cret" } });
    const words = { ...mail, mailServer: `smtp://localhost:${server.port}` };
    const environment = { HELP_CENTRE_MAIL_USER: "centre", HELP_CENTRE_MAIL_PASSWORD: "s3cret" };
    expect(await deliverTo(words, environment)).toEqual({ kind: "delivered" });
    await server.close();
    expect(server.mails).toMatchObject([{ user: "centre", from: mail.mailFrom, to: [mail.mailTo] }]);
  });

  test("need no password for a mail server that asks for none", async () => {
    const server = await serveMail();
    expect(await deliverTo({ ...mail, mailServer: `smtp://localhost:${server.port}` })).toEqual({ kind: "delivered" });
    await server.close();
  });
});

describe("a destination is refused, and no secret is repeated,", () => {
  test.each<[string, Partial<DestinationWords>, Readonly<Record<string, string>>]>([
    ["to both", { ...mail, webhook: "https://example.org/" }, {}],
    ["without a sender", { ...mail, mailFrom: null }, {}],
    ["without a server", { ...mail, mailServer: null }, {}],
    ["without an address", { ...mail, mailTo: null }, {}],
    ["to two addresses", { ...mail, mailTo: "a@b.example,c@d.example" }, {}],
    ["to an address with a header in it", { ...mail, mailTo: "a@b.example\nBcc: c@d.example" }, {}],
    ["from an address with a name", { ...mail, mailFrom: "Help <help@centre.example>" }, {}],
    ["by a server that is none", { ...mail, mailServer: "smtp://u:hunter2@mail.example.org" }, {}],
    ["to a webhook without TLS", { webhook: "http://example.org/?key=hunter2" }, {}],
    ["with a token of two lines", { webhook: "https://example.org/" }, { HELP_CENTRE_WEBHOOK_TOKEN: "hunter2\nX: y" }],
    ["with a user and no password", mail, { HELP_CENTRE_MAIL_USER: "hunter2" }],
    ["with a password and no user", mail, { HELP_CENTRE_MAIL_PASSWORD: "hunter2" }],
  ])("%s", (_, words, environment) => {
    const reading = read(words, environment);
    expect(reading).toEqual({ ok: false, sentence: expect.any(String) as string });
    expect(JSON.stringify(reading)).not.toContain("hunter2");
  });
});
