import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from "vitest";
import { formBody, formHeaders, jsonHeaders, raw, send } from "../receiver/running-receiver.ts";
import { deskOrigin, makeReceiverDesk, startReceiverProcess } from "../support/receiver-process.ts";
import type { ReceiverDesk, ReceiverProcess } from "../support/receiver-process.ts";
import { runCommand } from "../support/run-command.ts";

const id = "3f2b6c1e-8f4a-4d0e-9a39-0b1f6f1f8a11";
const fields = {
  name: "Amina <b>Yusuf</b>",
  email: "amina@example.org",
  service: "",
  otherService: "app",
  problem: "sign-in",
  details: "I cannot sign in.\r\nIt says CID7023.",
  error: "CID7023",
};
const receiver = (...args: readonly string[]) => runCommand(["receiver", ...args]);

describe("npm run receiver", () => {
  let desk: ReceiverDesk;
  let running: ReceiverProcess;
  beforeAll(async () => {
    desk = makeReceiverDesk();
    running = await startReceiverProcess(desk);
  });
  afterAll(async () => {
    await running.end();
    desk.clear();
  });
  const exported = async (...args: readonly string[]) => {
    const { stdout, exitCode, stderr } = await receiver("export", "--data", desk.data, ...args);
    expect([exitCode, stderr]).toEqual([0, ""]);
    return stdout
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  };

  test("says where it listens, where messages are kept, and that they are not forwarded", async () => {
    await expect.poll(running.said).toContain("They are not forwarded");
    expect(running.said()).toContain(
      `Receiving messages from ${deskOrigin} at http://127.0.0.1:${running.port}/contact/send`,
    );
    expect(running.said()).toContain(`They are kept in ${desk.data}, and deleted 30 days after they were forwarded`);
  });

  test("takes a message, and prints it again while it runs", async () => {
    const answer = await send(running.port, {
      headers: jsonHeaders,
      body: JSON.stringify({ ...fields, id, seconds: 30 }),
    });
    expect([answer.status, JSON.parse(answer.body)]).toEqual([200, { status: "received", id }]);
    expect(await exported()).toEqual([
      {
        id,
        receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        code: "CID7023",
        page: null,
        language: null,
        name: fields.name,
        email: fields.email,
        service: "app",
        problem: "sign-in",
        details: "I cannot sign in.\nIt says CID7023.",
        status: "waiting",
        attempts: 0,
        nextAttemptAt: expect.any(String),
        forwardedAt: null,
        lastError: null,
      },
    ]);
    expect(await exported("--since", "2099-01-01")).toEqual([]);
    expect(await exported("--since", "2020-01-01")).toHaveLength(1);
  });

  test("answers a plain form with the site's own page, what was typed in it, as text", async () => {
    const answer = await send(running.port, { body: formBody({ ...fields, email: "amina" }) });
    expect(answer.status).toBe(422);
    expect(answer.headers["content-security-policy"]).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(answer.body).toContain('value="Amina &lt;b&gt;Yusuf&lt;/b&gt;"');
    expect(answer.body).not.toContain("<b>Yusuf");
    expect(answer.body).toContain("There is a problem");
    expect(answer.body).toContain("#contact-email");
  });

  test("says in its log neither who wrote what, nor from where", async () => {
    await send(running.port, { body: formBody(fields) });
    await send(running.port, { headers: { ...formHeaders, origin: "https://evil.example", "user-agent": "Odd/1.0" } });
    await expect.poll(running.said).toContain(" POST 403 ");
    expect(running.said()).toMatch(/^\S+Z POST 303 \d+ bytes [0-9a-f-]{36}$/m);
    for (const secret of ["Amina", "amina@", "cannot sign", "evil", "Odd/", "from 127.0.0.1", "::1"])
      expect(running.said()).not.toContain(secret);
  });

  test("says that all is well to who asks, in numbers", async () => {
    const answer = await send(running.port, { method: "GET", path: "/healthz" });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toMatchObject({ status: "ok", waiting: expect.any(Number), failed: 0 });
  });

  test("closes a connection whose headers never end", { timeout: 60_000 }, async () => {
    const started = Date.now();
    const answer = await raw(running.port, "POST /contact/send HTTP/1.1\r\nHost: help.example.org\r\nX-Slow: ", 30_000);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(Date.now() - started).toBeLessThan(29_000);
  });

  test("lets no second one at its messages", async () => {
    const { exitCode, stderr } = await receiver("--content", desk.content, "--data", desk.data, "--port", "0");
    expect([exitCode, stderr]).toEqual([3, expect.stringContaining("Another receiver is at work")]);
  });

  test("counts what was printed as forwarded where it is told to", async () => {
    const before = await exported("--mark-forwarded");
    expect(before.some(({ status }) => status === "waiting")).toBe(true);
    const after = await exported();
    expect(after).toHaveLength(before.length);
    expect(after.filter(({ status }) => status !== "forwarded")).toEqual([]);
  });

  test("ends well when it is asked to", async () => {
    const other = makeReceiverDesk();
    try {
      const one = await startReceiverProcess(other);
      expect((await send(one.port, { body: formBody(fields) })).status).toBe(303);
      expect(await one.end("SIGTERM")).toBe(0);
      const next = await startReceiverProcess(other, ["--purge-after", "0"]);
      expect(await next.end("SIGINT")).toBe(0);
      const { stdout } = await receiver("export", "--data", other.data);
      expect(JSON.parse(stdout)).toMatchObject({ name: fields.name, status: "waiting" });
    } finally {
      other.clear();
    }
  });
});

describe("npm run receiver refuses", () => {
  let desk: ReceiverDesk;
  beforeEach(() => {
    desk = makeReceiverDesk();
  });
  afterEach(() => desk.clear());

  test.each([
    ["a site without a form", "contact.yml", "introduction: Hello\n", 2, "has no contact form"],
    ["a site without an address", "site.yml", "name: Help\n", 2, "--url URL"],
    ["settings that cannot be read", "contact.yml", "form: [\n", 1, "contact.yml has an error"],
  ])("%s", async (_, file, text, exitCode, words) => {
    desk.write(file, text);
    const result = await receiver("--content", desk.content, "--data", desk.data);
    expect(result).toMatchObject({ exitCode, stdout: "", stderr: expect.stringContaining(words) });
    expect(existsSync(desk.data)).toBe(false);
  });

  test.each([
    [["--port", "x"], "--port is a number"],
    [["--port", "70000"], "--port is a number"],
    [["--rate", "0"], "--rate is a number from 1"],
    [["--trust-proxy", "-1"], "--trust-proxy is a number"],
    [["--purge-after", "soon"], "--purge-after is a number of days"],
    [["--webhook", "ftp://example.org/"], "https://"],
    [["--mail-to", "a@example.org"], "--mail-from"],
    [["--surprise"], "--help"],
  ])("%j", async (args, words) => {
    const result = await receiver("--content", desk.content, "--data", desk.data, ...args);
    expect(result).toMatchObject({ exitCode: 2, stderr: expect.stringContaining(words) });
    expect(existsSync(desk.data)).toBe(false);
  });

  test("to keep messages where they would be published", async () => {
    const file = join(desk.content, "messages.db");
    const result = await receiver("--content", desk.content, "--data", file);
    expect(result).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("must not stand where") });
    expect(existsSync(file)).toBe(false);
  });

  test("to print what is not there", async () => {
    expect(await receiver("export", "--data", desk.data)).toMatchObject({
      exitCode: 3,
      stdout: "",
      stderr: expect.stringContaining("There is no file"),
    });
    expect(await receiver("export", "--data", desk.data, "--since", "yesterday")).toMatchObject({ exitCode: 2 });
  });
});
