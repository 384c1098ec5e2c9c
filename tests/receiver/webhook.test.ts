import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { deliverByWebhook, webhookUrl } from "../../src/receiver/webhook.ts";
import type { Webhook } from "../../src/receiver/webhook.ts";
import { ownCertificate, trust } from "./certificate.ts";
import type { Certificate } from "./certificate.ts";
import { serveHook } from "./hook-server.ts";
import type { HookAnswer, HookServer } from "./hook-server.ts";
import { annsMessage, naughtyDetails } from "./outgoing.ts";

const never = new AbortController().signal;
const open: HookServer[] = [];

async function hook(answer?: HookAnswer, options?: Parameters<typeof serveHook>[1]): Promise<HookServer> {
  const server = await serveHook(answer, options);
  open.push(server);
  return server;
}

function deliver(url: URL, options: Partial<Webhook> = {}, message = annsMessage, signal = never) {
  return deliverByWebhook({ url, token: null, ticket: null, ...options })(message, signal);
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

describe("a webhook gets", () => {
  test("the message as it is, its id and the token", async () => {
    const server = await hook();
    expect(await deliver(server.url, { token: "s3cret" })).toEqual({ kind: "delivered" });
    const [request] = server.requests;
    expect(request).toMatchObject({ method: "POST", path: "/tickets" });
    expect(request?.headers).toMatchObject({
      "content-type": "application/json",
      "idempotency-key": annsMessage.id,
      authorization: "Bearer s3cret",
    });
    expect(JSON.parse(request?.body ?? "")).toEqual(annsMessage);
  });

  test("no authorization where there is no token", async () => {
    const server = await hook();
    await deliver(server.url);
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
  });

  test("the shape that contact.yml gives", async () => {
    const server = await hook();
    const ticket = {
      "ticket.subject": "[{code}] {problemName}",
      "ticket.requester.name": "{name}",
      "ticket.requester.email": "{email}",
      "ticket.comment.body": "{details}",
      external_id: "{id}",
      channel: "help centre",
    };
    await deliver(server.url, { ticket });
    expect(JSON.parse(server.requests[0]?.body ?? "")).toEqual({
      ticket: {
        subject: "[CID7023] I cannot sign in",
        requester: { name: "Ann Example", email: "ann@example.org" },
        comment: { body: annsMessage.details },
      },
      external_id: annsMessage.id,
      channel: "help centre",
    });
  });

  test("words that look like JSON or like placeholders as words", async () => {
    const server = await hook();
    const typed = `", "admin": true, "x": "{email} $& \\u0022 }`;
    await deliver(server.url, { ticket: { body: "{details}|{name}" } }, { ...annsMessage, details: typed });
    expect(JSON.parse(server.requests[0]?.body ?? "")).toEqual({ body: `${typed}|Ann Example` });
  });

  test("strings that break programs byte for byte, in both shapes", async () => {
    const server = await hook();
    expect(naughtyDetails.length).toBeGreaterThan(400);
    for (const details of naughtyDetails) {
      await deliver(server.url, {}, { ...annsMessage, details });
      await deliver(server.url, { ticket: { "a.b": "{details}" } }, { ...annsMessage, details });
    }
    const bodies = server.requests.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
    expect(bodies.filter((_, index) => index % 2 === 0).map((body) => body["details"])).toEqual(naughtyDetails);
    expect(bodies.filter((_, index) => index % 2 === 1)).toEqual(naughtyDetails.map((b) => ({ a: { b } })));
  });
});

describe("an answer", () => {
  test.each([200, 201, 202, 204])("of %i counts as delivered", async (status) => {
    const server = await hook(() => status);
    expect(await deliver(server.url)).toEqual({ kind: "delivered" });
  });

  test.each([408, 409, 425, 429, 500, 502, 503, 504])("of %i asks for patience", async (status) => {
    const server = await hook(() => status);
    expect(await deliver(server.url)).toEqual({ kind: "failed", error: `HTTP ${status}` });
  });

  test.each([400, 401, 403, 404, 410, 413, 422])("of %i is a refusal", async (status) => {
    const server = await hook(() => status);
    expect(await deliver(server.url)).toEqual({ kind: "refused", error: `HTTP ${status}` });
  });

  test.each([301, 302, 303, 307, 308])("of %i is a refusal: nobody else gets the message", async (status) => {
    const elsewhere = await hook();
    const server = await hook((_, response) => {
      response.writeHead(status, { location: elsewhere.url.href }).end();
    });
    expect(await deliver(server.url)).toEqual({ kind: "refused", error: `HTTP ${status}` });
    expect(elsewhere.requests).toEqual([]);
  });

  test("that never ends counts by its status, and is not waited for", async () => {
    let ended = false;
    const server = await hook((_, response) => {
      response.writeHead(200);
      const pouring = setInterval(() => response.write("x".repeat(100_000)), 1);
      response.on("close", () => {
        clearInterval(pouring);
        ended = true;
      });
    });
    expect(await deliver(server.url)).toEqual({ kind: "delivered" });
    await expect.poll(() => ended).toBe(true);
  });

  test("that does not come ends with the signal", async () => {
    const server = await hook(() => {});
    const end = new AbortController();
    const delivering = deliver(server.url, {}, annsMessage, end.signal);
    await expect.poll(() => server.requests.length).toBe(1);
    end.abort();
    expect(await delivering).toMatchObject({ kind: "failed" });
  });

  test("that repeats the message stays out of the error", async () => {
    const server = await hook((number, response) => {
      response.writeHead(400, `Ann Example ${number}`).end(JSON.stringify(annsMessage));
    });
    expect(await deliver(server.url)).toEqual({ kind: "refused", error: "HTTP 400" });
  });
});

describe("a connection", () => {
  let certificate: Certificate;
  beforeAll(() => {
    certificate = ownCertificate();
  });

  test("to nobody fails by its name alone", async () => {
    const server = await serveHook();
    await server.close();
    expect(await deliver(server.url)).toEqual({ kind: "failed", error: "ECONNREFUSED" });
  });

  test("that is cut fails", async () => {
    const server = await hook((_, response) => {
      response.destroy();
    });
    expect(await deliver(server.url)).toEqual({ kind: "failed", error: "UND_ERR_SOCKET" });
  });

  test("by https with a certificate that somebody vouches for delivers", async () => {
    const server = await hook(() => 204, { certificate });
    const distrust = trust(certificate);
    try {
      expect(await deliver(server.url)).toEqual({ kind: "delivered" });
    } finally {
      distrust();
    }
  });

  test("by https with a certificate that nobody vouches for sends nothing", async () => {
    const server = await hook(() => 204, { certificate });
    expect(await deliver(server.url)).toEqual({ kind: "failed", error: "DEPTH_ZERO_SELF_SIGNED_CERT" });
    await wait(50);
    expect(server.requests).toEqual([]);
  });
});

describe("the address of a webhook", () => {
  test.each(["https://example.org/hook?a=b", "http://localhost:8080/", "http://127.0.0.1/x", "http://[::1]:9/"])(
    "may be %s",
    (typed) => {
      expect(webhookUrl(typed)).toEqual({ ok: true, url: new URL(typed) });
    },
  );

  test.each([
    "http://example.org/",
    "http://localhost.example.org/",
    "http://127.0.0.1.example.org/",
    "ftp://example.org/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "example.org/hook",
    "/hook",
    "",
    "https://user:hunter2@example.org/",
  ])("may not be %s", (typed) => {
    const reading = webhookUrl(typed);
    expect(reading).toMatchObject({ ok: false });
    expect(JSON.stringify(reading)).not.toContain("hunter2");
  });
});
