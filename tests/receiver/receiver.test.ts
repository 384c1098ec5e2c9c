import { once } from "node:events";
import { request } from "node:http";
import type { IncomingMessage } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import {
  formBody,
  formHeaders,
  jsonHeaders,
  rightFields,
  siteOrigin,
  startReceiver,
  stateOf,
  statePage,
} from "./running-receiver.ts";
import type { RunningReceiver } from "./running-receiver.ts";
import type { FormState } from "../../src/receiver/answers.ts";
import { usualLimits } from "../../src/receiver/receiver-limits.ts";

let receiver: RunningReceiver;
const start = async (...options: Parameters<typeof startReceiver>) => (receiver = await startReceiver(...options));
afterEach(() => receiver.close());

const id = "3f2b6c1e-8f4a-4d0e-9a39-0b1f6f1f8a11";
const json = (value: unknown) => ({ headers: jsonHeaders, body: JSON.stringify(value) });

describe("a message that is right", () => {
  test("of a plain form is kept before its sender is sent on to the page that says so", async () => {
    const { send, stored } = await start();
    const answer = await send();
    expect(answer).toMatchObject({ status: 303, headers: { location: "/contact/sent/" }, body: "" });
    const { error: code, ...words } = rightFields;
    expect(stored()).toMatchObject([{ ...words, code, status: "waiting", attempts: 0 }]);
  });

  test("of the page's script is kept, and its id is said", async () => {
    const { send, stored } = await start();
    const answer = await send(json({ ...rightFields, id, seconds: 40, website: "" }));
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ status: "received", id });
    expect(answer.headers).toMatchObject({ "access-control-allow-origin": siteOrigin, vary: "Origin" });
    expect(stored()).toMatchObject([{ id, status: "waiting" }]);
  });

  test("is taken with or without a charset, in any case", async () => {
    const { send, stored } = await start();
    for (const type of [
      "application/x-www-form-urlencoded;charset=UTF-8",
      'Application/X-WWW-Form-Urlencoded; charset="utf-8"',
    ])
      expect((await send({ headers: { ...formHeaders, "content-type": type } })).status).toBe(303);
    expect(stored()).toHaveLength(2);
  });

  test("is kept once, however often it is sent under its id", async () => {
    const { send, stored } = await start();
    for (let time = 0; time < 3; time += 1)
      expect(JSON.parse((await send(json({ ...rightFields, id }))).body)).toEqual({ status: "received", id });
    expect(stored()).toHaveLength(1);
  });

  test("is kept beside another one that was sent under the same id", async () => {
    const { send, stored } = await start();
    await send(json({ ...rightFields, id }));
    const other = JSON.parse((await send(json({ ...rightFields, id, details: "Something else" }))).body) as {
      id: string;
    };
    expect(other.id).not.toBe(id);
    expect(stored().map(({ details }) => details)).toEqual([rightFields.details, "Something else"]);
    expect(stored()[1]?.id).toBe(other.id);
  });

  test.each(["", "1", "../../etc/passwd", "x".repeat(10_000), `${id}\n`])(
    "gets an id of ours instead of %j",
    async (odd) => {
      const { send, stored } = await start();
      const answer = JSON.parse((await send(json({ ...rightFields, id: odd }))).body) as { id: string };
      expect(answer.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      expect(stored()[0]?.id).toBe(answer.id);
    },
  );

  test("carries only a code that the site knows", async () => {
    const { send, stored } = await start();
    expect((await send({ body: formBody({ ...rightFields, error: "CID9999" }) })).status).toBe(303);
    expect(stored()[0]?.code).toBeNull();
  });

  test("carries only a page that the site has", async () => {
    const { send, stored } = await start();
    for (const page of [
      "/help/café au lait/",
      " /manage/ ",
      "/manage",
      "/elsewhere/",
      "//evil.example/",
      "toString",
      "",
    ])
      await send(json({ ...rightFields, page }));
    await send(json({ ...rightFields, page: ["/manage/"] }));
    await send({ body: `${formBody(rightFields)}&page=/manage/&page=/manage/` });
    const pages = stored().map(({ page }) => page);
    expect(pages).toEqual(["/help/café au lait/", "/manage/", null, null, null, null, null, null, null]);
  });

  test("leaves nothing in the log but when, what, how much and its id", async () => {
    const { send, events } = await start();
    await send(json({ ...rightFields, id }));
    expect(events).toEqual([{ method: "POST", status: 200, bytes: expect.any(Number), outcome: id, kept: "waiting" }]);
  });
});

describe("a plain form that was sent from an address which names a page", () => {
  const from = (referer: string) => ({ ...formHeaders, referer });
  const named = `${siteOrigin}/contact/?page=/manage/`;

  test.each([
    [named, "/manage/"],
    [`${siteOrigin}/help/contact/CID7023/?x=1&page=%2Fhelp%2Fcaf%C3%A9+au%20lait%2F`, "/help/café au lait/"],
  ])("%s carries it", async (referer, page) => {
    const { send, stored } = await start();
    expect((await send({ headers: from(referer) })).status).toBe(303);
    // Without its script, the page has the field all the same, and empty.
    await send({ headers: from(referer), body: formBody({ ...rightFields, page: "" }) });
    expect(stored().map((message) => message.page)).toEqual([page, page]);
  });

  test.each([
    "https://evil.example/contact/?page=/manage/",
    "https://help.example.org.evil.example/?page=/manage/",
    `${siteOrigin}/contact/?page=/elsewhere/`,
    `${siteOrigin}/contact/?page=<script>alert(1)</script>`,
    `${siteOrigin}/contact/?page=/manage/&page=/manage/`,
    `${siteOrigin}/contact/?page=%E0%A4%A`,
    `${siteOrigin}/contact/#?page=/manage/`,
    `${siteOrigin}/`,
    "null",
    "page=/manage/",
    `${named}${"x".repeat(9000)}`,
  ])("%s carries none", async (referer) => {
    const { send, stored } = await start();
    expect((await send({ headers: from(referer) })).status).toBe(303);
    expect(stored()[0]?.page).toBeNull();
  });

  test("shows it again with what must be put right, and then carries it itself", async () => {
    const { send, stored } = await start();
    const answer = await send({ headers: from(named), body: formBody({ ...rightFields, name: "" }) });
    expect(stateOf(answer).page).toBe("/manage/");
    const again = from(`${siteOrigin}/contact/send`);
    await send({ headers: again, body: formBody({ ...rightFields, page: "/manage/" }) });
    expect(stored()[0]?.page).toBe("/manage/");
  });

  test("has its own field count before the address, whatever it says", async () => {
    const { send, stored } = await start();
    await send({ headers: from(named), body: formBody({ ...rightFields, page: "/help/café au lait/" }) });
    await send({ headers: from(named), body: formBody({ ...rightFields, page: "/elsewhere/" }) });
    expect(stored().map(({ page }) => page)).toEqual(["/help/café au lait/", null]);
  });

  test("is not asked where the page's script has judged", async () => {
    const { send, stored } = await start();
    const sent = json({ ...rightFields, page: "" });
    await send({ ...sent, headers: { ...sent.headers, referer: named } });
    expect(stored()[0]?.page).toBeNull();
  });
});

describe("a message that must be put right", () => {
  test("comes back to a plain form with all that was typed", async () => {
    const { send, stored, events } = await start();
    const typed = { ...rightFields, email: "amina", details: "" };
    const answer = await send({ body: formBody(typed) });
    expect(answer.status).toBe(422);
    expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
    const { error: code, ...shown } = typed;
    const faults = [
      { field: "email", kind: "malformed" },
      { field: "details", kind: "missing" },
    ];
    expect(stateOf(answer)).toEqual({ code, page: null, typed: shown, faults, notice: null });
    expect(stored()).toEqual([]);
    expect(events[0]?.outcome).toBe("email:malformed,details:missing");
  });

  test("is told to the page's script in words that it has", async () => {
    const { send } = await start();
    const answer = await send(json({ ...rightFields, name: "" }));
    expect(answer.status).toBe(422);
    expect(JSON.parse(answer.body)).toEqual({ status: "refused", faults: [{ field: "name", kind: "missing" }] });
  });

  test.each([[["a"]], [{ a: 1 }], [7], [true], [null]])("counts %j as nothing typed", async (value) => {
    const { send } = await start();
    const answer = await send(json({ ...rightFields, name: value }));
    expect(JSON.parse(answer.body)).toEqual({ status: "refused", faults: [{ field: "name", kind: "missing" }] });
  });

  test("counts a field that is there twice as not typed", async () => {
    const { send } = await start();
    const answer = await send({ body: `${formBody(rightFields)}&name=Somebody` });
    expect(stateOf(answer).faults).toEqual([{ field: "name", kind: "missing" }]);
  });
});

describe("a message that a program may have written", () => {
  test.each([
    ["fills in what nobody sees", { website: "https://spam.example" }],
    ["was faster than anybody is", { seconds: 1 }],
    ["says so in text", { seconds: "0" }],
  ])("that %s is answered like any other and held back", async (_, more) => {
    const { send, stored, events } = await start();
    expect((await send(json({ ...rightFields, ...more }))).status).toBe(200);
    expect((await send({ body: formBody({ ...rightFields, ...more } as Record<string, string>) })).status).toBe(303);
    expect(stored().map(({ status }) => status)).toEqual(["held", "held"]);
    expect(events.map(({ kept }) => kept)).toEqual(["held", "held"]);
    expect(receiver.store.due("9999", 10)).toEqual([]);
  });

  test("is let go where the same one comes again and is above doubt", async () => {
    const { send, stored } = await start();
    await send(json({ ...rightFields, id, seconds: 1 }));
    await send(json({ ...rightFields, id, seconds: 9 }));
    expect(stored()).toMatchObject([{ id, status: "waiting" }]);
  });

  test.each(["", "many", "2", "100000"])("is not suspected for %j seconds", async (seconds) => {
    const { send, stored } = await start();
    await send({ body: formBody({ ...rightFields, seconds }) });
    expect(stored()).toMatchObject([{ status: "waiting" }]);
  });
});

describe("the address of the form", () => {
  test("leads people who come back to it to the form", async () => {
    const { send } = await start();
    for (const method of ["GET", "HEAD"])
      expect(await send({ method })).toMatchObject({ status: 303, headers: { location: "/contact/" }, body: "" });
  });

  test.each(["PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"])("does not know %s", async (method) => {
    const { send } = await start();
    expect(await send({ method, body: "" })).toMatchObject({
      status: 405,
      headers: { allow: "GET, HEAD, OPTIONS, POST" },
    });
  });

  test.each(["/", "/contact/", "/contact/send/", "/contact/send/x", "//contact/send", "/Contact/Send"])(
    "is not %s",
    async (path) => {
      const { send, stored } = await start();
      expect((await send({ path })).status).toBe(404);
      expect(stored()).toEqual([]);
    },
  );

  test("answers nothing that a browser would keep or guess at", async () => {
    const { send } = await start();
    for (const asked of [{}, { method: "GET" }, { body: "name=x" }, { path: "/x" }]) {
      const { headers } = await send(asked);
      expect(headers).toMatchObject({
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        vary: "Origin",
      });
      expect(headers["set-cookie"]).toBeUndefined();
    }
  });
});

describe("a request from elsewhere", () => {
  test("is asked for beforehand by browsers, and allowed to the site alone", async () => {
    const { send } = await start();
    expect(
      await send({ method: "OPTIONS", headers: { origin: siteOrigin, "access-control-request-method": "POST" } }),
    ).toMatchObject({
      status: 204,
      headers: {
        "access-control-allow-origin": siteOrigin,
        "access-control-allow-methods": "POST",
        "access-control-allow-headers": "Content-Type",
        vary: "Origin",
      },
    });
    const other = await send({ method: "OPTIONS", headers: { origin: "https://evil.example" } });
    expect(other.status).toBe(403);
    expect(other.headers).not.toHaveProperty("access-control-allow-origin");
  });

  test.each([
    ["another site", { origin: "https://evil.example" }],
    ["an origin that only begins like the site's", { origin: `${siteOrigin}.evil.example` }],
    ["the site without TLS", { origin: "http://help.example.org" }],
    ["the site at another port", { origin: `${siteOrigin}:8443` }],
    ["a frame without an origin", { origin: "null" }],
    ["an old browser's page of another site", { "sec-fetch-site": "cross-site" }],
    ["an old browser's page of a neighbour", { "sec-fetch-site": "same-site" }],
  ])("is refused where it comes from %s", async (_, headers) => {
    const { send, stored } = await start();
    const { "content-type": form } = formHeaders;
    for (const type of [form, "application/json"]) {
      const answer = await send({
        headers: { "content-type": type, ...headers },
        body: type === form ? formBody(rightFields) : JSON.stringify(rightFields),
      });
      expect(answer.status).toBe(403);
      expect(answer.body).not.toContain(rightFields.name);
      expect(answer.headers).not.toHaveProperty("access-control-allow-origin");
    }
    expect(stored()).toEqual([]);
  });

  test("is taken where an old browser does not say", async () => {
    const { send } = await start();
    expect((await send({ headers: { "content-type": formHeaders["content-type"] } })).status).toBe(303);
  });

  test("is taken without an origin at another host than the site's, where browsers hide it", async () => {
    const { send } = await start({ form: { isElsewhere: true } });
    const headers = { "content-type": formHeaders["content-type"], origin: "null", "sec-fetch-site": "cross-site" };
    expect((await send({ headers })).status).toBe(303);
    expect((await send({ headers: { ...headers, origin: "https://evil.example" } })).status).toBe(403);
  });
});

describe("more than one address may send", () => {
  const limits = { ...usualLimits, rate: { burst: 2, perMinute: 6 } };

  test("is put off, with all that was typed and the time to wait, and is taken again later", async () => {
    let now = Date.UTC(2026, 0, 31);
    const { send, stored } = await start({ limits, now: () => now });
    expect([(await send()).status, (await send()).status]).toEqual([303, 303]);
    const plain = await send();
    expect(plain).toMatchObject({
      status: 429,
      headers: { "retry-after": "10", "content-type": "text/html; charset=utf-8" },
    });
    expect(stateOf(plain)).toMatchObject({
      code: "CID7023",
      typed: { details: rightFields.details },
      faults: [],
      notice: "not-sent",
    });
    const fetched = await send(json(rightFields));
    expect(fetched).toMatchObject({ status: 429, headers: { "retry-after": "10" } });
    expect(JSON.parse(fetched.body)).toEqual({ status: "error", reason: "too-many" });
    now += 10_000;
    expect((await send()).status).toBe(303);
    expect(stored()).toHaveLength(3);
  });

  test("counts what is refused as well", async () => {
    const { send } = await start({ limits });
    await send({ body: "%" });
    await send({ body: "name=" });
    expect((await send()).status).toBe(429);
  });

  test("counts people behind our own proxy each for themselves", async () => {
    const { send } = await start({ limits: { ...limits, proxies: 1 } });
    const from = (address: string) => send({ headers: { ...formHeaders, "x-forwarded-for": address } });
    for (let time = 0; time < 2; time += 1) expect((await from("198.51.100.1")).status).toBe(303);
    expect((await from("203.0.113.9, 198.51.100.1")).status).toBe(429);
    expect((await from("198.51.100.2")).status).toBe(303);
  });
});

describe("a form in another language", () => {
  const welsh = { page: (state: FormState) => `<html lang="cy">${statePage(state)}`, sentHref: "/cy/contact/sent/" };
  const form = { otherLanguages: new Map([["cy", welsh]]) };
  const inWelsh = formBody({ ...rightFields, language: "cy" });

  test("is answered in that language: with its thank you, and with its page", async () => {
    const { send, stored } = await start({ form });
    expect(await send({ body: inWelsh })).toMatchObject({ status: 303, headers: { location: "/cy/contact/sent/" } });
    const wrong = await send({ body: formBody({ ...rightFields, name: "", language: "cy" }) });
    expect(wrong).toMatchObject({ status: 422, body: expect.stringContaining('<html lang="cy">') });
    expect(await send()).toMatchObject({ status: 303, headers: { location: "/contact/sent/" } });
    expect(stored().map(({ language }) => language)).toEqual(["cy", null]);
  });

  test("is kept with its language by the page's script too", async () => {
    const { send, stored } = await start({ form });
    await send(json({ ...rightFields, language: "cy" }));
    expect(stored().map(({ language }) => language)).toEqual(["cy"]);
  });

  test.each(["fr", "__proto__", "cy\0", "/cy", ""])(
    "that the site does not have is answered in the site's own: %j",
    async (language) => {
      const { send, stored } = await start({ form });
      const answer = await send({ body: formBody({ ...rightFields, language }) });
      expect(answer).toMatchObject({ status: 303, headers: { location: "/contact/sent/" } });
      expect(stored()[0]?.language).toBeNull();
    },
  );

  test("that is no text is none", async () => {
    const { send, stored } = await start({ form });
    const odd = { ...rightFields, language: { toString: 1 } } as unknown as typeof rightFields;
    expect((await send(json(odd))).status).toBe(200);
    expect(stored()[0]?.language).toBeNull();
  });
});

describe("when something fails", () => {
  const broken = () => {
    throw new Error("disk full: Amina Yusuf");
  };

  test("nothing is acknowledged, and the form comes back with all that was typed", async () => {
    const { send, events } = await start({ store: { add: broken } });
    const plain = await send();
    expect(plain).toMatchObject({ status: 503, headers: { "retry-after": "60" } });
    expect(stateOf(plain)).toMatchObject({ typed: { name: rightFields.name }, notice: "not-sent" });
    const fetched = await send(json(rightFields));
    expect([fetched.status, JSON.parse(fetched.body)]).toEqual([503, { status: "error", reason: "not-stored" }]);
    expect(JSON.stringify(events)).not.toContain("Amina");
  });

  test("and the page fails too, the answer is still that nothing was sent", async () => {
    const { send } = await start({ store: { add: broken }, form: { page: broken } });
    expect(await send()).toMatchObject({ status: 503, body: expect.stringContaining("was not sent") });
    expect((await send({ body: "name=" })).status).toBe(503);
  });

  test("the receiver ends only after what it has begun, and begins nothing more", async () => {
    const { send, port, server, receiver: ending, stored } = await start();
    const body = formBody(rightFields);
    const headers = { ...formHeaders, "content-length": String(body.length) };
    const begun = request({ host: "127.0.0.1", port, path: "/contact/send", method: "POST", headers });
    begun.write(body.slice(0, 10));
    const answered = once(begun, "response") as Promise<[IncomingMessage]>;
    await once(server, "request");
    const ended = ending.close();
    expect((await send()).status).toBe(503);
    expect(stored()).toEqual([]);
    begun.end(body.slice(10));
    expect((await answered)[0].statusCode).toBe(303);
    await ended;
    expect(stored()).toHaveLength(1);
  });
});
