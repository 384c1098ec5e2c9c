import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Deliver, MessageNames } from "../../src/receiver/delivery.ts";
import { startForwarding, usualWait } from "../../src/receiver/forward.ts";
import type { Forwarding, ForwardingOptions } from "../../src/receiver/forward.ts";
import { deliverByMail } from "../../src/receiver/mail.ts";
import { openMessageStore } from "../../src/receiver/message-store.ts";
import type { MessageStore } from "../../src/receiver/message-store.ts";
import { deliverByWebhook } from "../../src/receiver/webhook.ts";
import { serveHook } from "./hook-server.ts";
import type { HookAnswer, HookServer } from "./hook-server.ts";
import { headerOf } from "./mail-parts.ts";
import { serveMail } from "./mail-server.ts";
import { annsMessage } from "./outgoing.ts";

const names: MessageNames = {
  services: new Map([["nhs-app", "NHS App"]]),
  problems: new Map([["sign-in", "I cannot sign in"]]),
  codes: new Map([["CID7023", "Your account is locked"]]),
  pages: new Map([["/sign-in/codes/", "Codes that we send"]]),
};

let folder: string;
let store: MessageStore;
let forwarding: Forwarding | null;
let lines: string[];
let hooks: HookServer[];

function openStore(): MessageStore {
  const opened = openMessageStore(join(folder, "messages.sqlite"), "receive");
  if (!opened.ok) throw new Error(opened.sentence);
  return opened.store;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "forward-"));
  store = openStore();
  forwarding = null;
  lines = [];
  hooks = [];
});

afterEach(async () => {
  await forwarding?.close();
  await Promise.all(hooks.map((server) => server.close()));
  store.close();
  rmSync(folder, { recursive: true });
});

const uuid = (number: number) => `00000000-0000-4000-8000-${`${number}`.padStart(12, "0")}`;

/** Messages 1, 2, 3 …, of which each came a second after the one before. */
function add(...numbers: readonly number[]): void {
  for (const number of numbers) {
    const { name, email, service, problem, code, page, language } = annsMessage;
    const message = { name, email, service, problem, code, page, language, details: `Message ${number}` };
    const receivedAt = new Date(Date.UTC(2026, 0, 1, 0, 0, number)).toISOString();
    store.add({ id: uuid(number), message, held: false, receivedAt });
  }
}

async function hook(answer?: HookAnswer, port = 0): Promise<HookServer> {
  const server = await serveHook(answer, { port });
  hooks.push(server);
  return server;
}

function webhook({ url }: Pick<HookServer, "url">): Deliver {
  return deliverByWebhook({ url, token: "s3cret", ticket: null });
}

function start(deliver: Deliver, options: Partial<ForwardingOptions> = {}): void {
  forwarding = startForwarding({
    store,
    deliver,
    names,
    log: (line) => lines.push(line),
    waitAfter: () => 5,
    ...options,
  });
}

const idsOf = ({ requests }: HookServer) => requests.map(({ headers }) => headers["idempotency-key"]);
const standing = () =>
  [...store.messages()].map(({ status, attempts, lastError }) => ({ status, attempts, lastError }));

async function until(status: "forwarded" | "failed", number: number): Promise<void> {
  await expect.poll(() => store.counts()[status]).toBe(number);
}

describe("a message that waits", () => {
  test("is handed over once, with the names of what was picked, and then counts as forwarded", async () => {
    const server = await hook();
    add(1);
    start(webhook(server));
    await until("forwarded", 1);
    expect(server.requests.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { ...annsMessage, id: uuid(1), received: "2026-01-01T00:00:01.000Z", details: "Message 1" },
    ]);
    expect(standing()).toEqual([{ status: "forwarded", attempts: 1, lastError: null }]);
    expect(lines).toEqual([`forwarded ${uuid(1)}`]);
  });

  test("goes out before those that came later", async () => {
    const server = await hook();
    add(3, 1, 2);
    start(webhook(server));
    await until("forwarded", 3);
    expect(idsOf(server)).toEqual([uuid(1), uuid(2), uuid(3)]);
  });

  test("goes out as soon as it has come", async () => {
    const server = await hook();
    start(webhook(server));
    await pause(50);
    add(1);
    expect(server.requests).toEqual([]);
    forwarding?.wake();
    await until("forwarded", 1);
  });

  test("never goes out at once with another", async () => {
    let under = 0;
    let most = 0;
    add(1, 2, 3, 4);
    start(async () => {
      most = Math.max(most, (under += 1));
      await pause(5);
      under -= 1;
      return { kind: "delivered" };
    });
    await until("forwarded", 4);
    expect(most).toBe(1);
  });
});

describe("a message that was held back", () => {
  test("is not handed over", async () => {
    const server = await hook();
    const { name, email, service, problem, details, code, page, language } = annsMessage;
    store.add({
      id: uuid(9),
      message: { name, email, service, problem, details, code, page, language },
      held: true,
      receivedAt: "2026-01-01T00:00:00.000Z",
    });
    add(1);
    start(webhook(server));
    await until("forwarded", 1);
    expect(idsOf(server)).toEqual([uuid(1)]);
  });
});

describe("where the other side is down", () => {
  test("messages wait, and arrive in order when it is up", async () => {
    const down = await serveHook();
    await down.close();
    add(1, 2, 3);
    start(webhook(down));
    await expect.poll(() => lines.length).toBeGreaterThan(3);
    expect(store.counts()).toMatchObject({ waiting: 3, failed: 0 });
    const server = await hook(() => 202, Number(down.url.port));
    await until("forwarded", 3);
    expect(idsOf(server).toSorted()).toEqual([uuid(1), uuid(2), uuid(3)]);
    expect(lines[0]).toBe(`not forwarded ${uuid(1)}: ECONNREFUSED (attempt 1), again in 1 min`);
  });

  test("it is asked once, and not once for each message", async () => {
    const server = await hook(() => 503);
    add(1, 2, 3, 4, 5);
    start(webhook(server), { waitAfter: usualWait });
    await expect.poll(() => lines.length).toBe(1);
    forwarding?.wake();
    await pause(100);
    expect(idsOf(server)).toEqual([uuid(1)]);
  });

  test("a message has no last attempt", async () => {
    const server = await hook((number) => (number <= 40 ? 503 : 204));
    add(1);
    start(webhook(server));
    await until("forwarded", 1);
    expect(standing()).toEqual([{ status: "forwarded", attempts: 41, lastError: null }]);
  });

  test("a mail that is refused for now is taken later, under the same id", async () => {
    const server = await serveMail({ answer: (number) => (number <= 2 ? 451 : 250) });
    add(1);
    const way = { host: "127.0.0.1", port: server.port, secure: false, requireTLS: false };
    start(deliverByMail({ server: way, to: "support@desk.example", from: "help@centre.example", login: null }));
    await until("forwarded", 1);
    expect(server.mails.map((mail) => headerOf(mail, "message-id"))).toEqual([`<${uuid(1)}@centre.example>`]);
    expect(lines[1]).toBe(`not forwarded ${uuid(1)}: SMTP 451 (attempt 2), again in 1 min`);
    await forwarding?.close();
    await server.close();
  });
});

describe("a message that is refused", () => {
  test("is given up after 24 attempts, stays in the store, and the others arrive", async () => {
    const server = await hook((_, response) => {
      const { requests } = server;
      response.writeHead(requests.at(-1)?.body.includes("Message 1") ? 422 : 204).end();
    });
    add(1, 2);
    start(webhook(server));
    await until("failed", 1);
    await until("forwarded", 1);
    expect(standing()).toEqual([
      { status: "failed", attempts: 24, lastError: "HTTP 422" },
      { status: "forwarded", attempts: 1, lastError: null },
    ]);
    expect(lines.at(-1)).toBe(`not forwarded ${uuid(1)}: HTTP 422 (attempt 24), given up; it stays in the store`);
    expect([...store.messages()][0]?.details).toBe("Message 1");
  });
});

describe("waits", () => {
  test("grow from a minute to six hours", () => {
    const minutes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1000].map((attempts) => usualWait(attempts) / 60_000);
    expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360]);
  });

  test("stand in the store", async () => {
    const server = await hook(() => 503);
    add(1);
    const now = Date.UTC(2026, 5, 1);
    start(webhook(server), { waitAfter: usualWait, now: () => now });
    await expect.poll(() => lines.length).toBe(1);
    expect([...store.messages()][0]?.nextAttemptAt).toBe("2026-06-01T00:01:00.000Z");
  });
});

describe("after an end", () => {
  test("in the middle of many, the rest goes out after the start, and nothing twice", async () => {
    const server = await hook();
    add(...Array.from({ length: 30 }, (_, index) => index + 1));
    start(webhook(server));
    await expect.poll(() => server.requests.length).toBeGreaterThan(3);
    await forwarding?.close();
    const before = server.requests.length;
    store.close();
    store = openStore();
    await pause(30);
    expect(server.requests.length).toBe(before);
    expect(store.counts()).toMatchObject({ forwarded: before });
    start(webhook(server));
    await until("forwarded", 30);
    expect(new Set(idsOf(server)).size).toBe(30);
    expect(server.requests).toHaveLength(30);
  });

  test("what was being handed over is waited for", async () => {
    const server = await hook((_, response) => {
      setTimeout(() => response.writeHead(204).end(), 200);
    });
    add(1);
    start(webhook(server));
    await expect.poll(() => server.requests.length).toBe(1);
    await forwarding?.close();
    expect(store.counts()).toMatchObject({ forwarded: 1 });
  });

  test("what hangs is cut off, and is not held against the message", async () => {
    const server = await hook(() => {});
    add(1);
    start(webhook(server));
    await expect.poll(() => server.requests.length).toBe(1);
    await forwarding?.close();
    expect(standing()).toEqual([{ status: "waiting", attempts: 0, lastError: null }]);
  });

  test("by kill -9 between the answer and the store, it goes out again under the same id", async () => {
    const kills = new Map<number, () => void>();
    const server = await hook((number, response) => {
      kills.get(number)?.();
      response.writeHead(204).end();
    });
    add(1, 2);
    store.close();
    const killed = spawn(process.execPath, [join(import.meta.dirname, "forward-process.ts"), folder, server.url.href], {
      stdio: "ignore",
    });
    kills.set(1, () => killed.kill("SIGKILL"));
    await new Promise((resolve) => killed.once("close", resolve));
    expect(idsOf(server)).toEqual([uuid(1)]);
    store = openStore();
    expect(store.counts()).toMatchObject({ waiting: 2, forwarded: 0 });
    start(webhook(server));
    await until("forwarded", 2);
    expect(idsOf(server)).toEqual([uuid(1), uuid(1), uuid(2)]);
    const inBodies = server.requests.map(({ body }) => (JSON.parse(body) as { readonly id: string }).id);
    expect(inBodies).toEqual(idsOf(server));
  });
});

describe("a message that somebody marked as forwarded meanwhile", () => {
  test("does not wait again when its attempt fails", async () => {
    add(1);
    start(async () => {
      store.forwarded(uuid(1), "2026-01-02T00:00:00.000Z");
      return { kind: "failed", error: "HTTP 503" };
    });
    await expect.poll(() => lines.length).toBe(1);
    expect(standing()).toEqual([{ status: "forwarded", attempts: 1, lastError: null }]);
  });
});

describe("a store that cannot be written", () => {
  test("does not make a message that arrived go out again", async () => {
    const server = await hook();
    add(1);
    let fullDisk = 3;
    const full: MessageStore = {
      ...store,
      forwarded: (id, at) => {
        fullDisk -= 1;
        if (fullDisk >= 0)
          throw Object.assign(new Error("Ann Example: database or disk is full"), { code: "ERR_SQLITE_ERROR" });
        store.forwarded(id, at);
      },
    };
    start(webhook(server), { store: full });
    await until("forwarded", 1);
    expect(idsOf(server)).toEqual([uuid(1)]);
    expect(lines).toEqual([
      ...Array.from({ length: 3 }, () => "forwarding cannot use the store: ERR_SQLITE_ERROR"),
      `forwarded ${uuid(1)}`,
    ]);
  });
});

describe("nothing that somebody typed, and no secret,", () => {
  test("stands in the log or in the errors that are kept", async () => {
    const echo = await hook((number, response) => {
      const said = JSON.stringify(annsMessage);
      if (number % 3 === 0) response.destroy();
      else response.writeHead(number % 3 === 1 ? 503 : 400, "Ann Example", { "x-echo": "ann@example.org" }).end(said);
    });
    add(1, 2, 3);
    start(webhook(echo));
    await expect.poll(() => lines.length).toBeGreaterThan(8);
    await forwarding?.close();
    start(() => Promise.reject(new Error("ann@example.org")));
    await expect.poll(() => lines.join("\n")).toContain(": Error (attempt");
    await forwarding?.close();
    const kept = [...store.messages()].map(({ lastError }) => lastError);
    expect(`${lines.join("\n")}\n${kept.join("\n")}`).not.toMatch(/ann|example|Message \d|s3cret|locked/i);
  });
});
