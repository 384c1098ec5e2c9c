/** The contract of the contact form, held to the code: the page's rules, our receiver's answers, what is forwarded. */
import { Validator } from "@seriousme/openapi-schema-validator";
import * as fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import {
  contactFieldNames,
  longestTexts,
  notListed,
  otherService,
  readMessage,
} from "../../src/model/contact-message.ts";
import type { MessageFaultKind, MessageRules } from "../../src/model/contact-message.ts";
import { ticketFaults, ticketPlaceholders } from "../../src/model/ticket.ts";
import { outgoingMessage } from "../../src/receiver/delivery.ts";
import { deliverByWebhook } from "../../src/receiver/webhook.ts";
import { serveHook } from "../receiver/hook-server.ts";
import { naughtyDetails } from "../receiver/outgoing.ts";
import { formBody, formHeaders, jsonHeaders, rightFields, startReceiver } from "../receiver/running-receiver.ts";
import type { Answered, Asked, RunningReceiver } from "../receiver/running-receiver.ts";
import { sample } from "../support/tier.ts";
import { isMessage, messageSchema, openApi, schemaOf } from "./contact-schemas.ts";
import { readDocument } from "./documents.ts";
import { fencesOf } from "./fences.ts";

const documentFile = "docs/developers/contact.md";
const document = readDocument(documentFile);
const properties = (name: string) => openApi.components.schemas[name]?.properties ?? {};

/** Kinds as the compiler knows them. */
const kinds: Readonly<Record<MessageFaultKind, true>> = { missing: true, malformed: true, "too-long": true };
const silentFields = ["error", "page", "language", "website"];
const scriptFields = ["id", "seconds"];

describe("the OpenAPI document", () => {
  /** The file beside it is given to the validator, which opens none. */
  async function judge(written: object): ReturnType<Validator["validate"]> {
    const validator = new Validator();
    await validator.addSpecRef(structuredClone(messageSchema) as never, "contact-message.schema.json");
    return validator.validate(structuredClone(written) as never);
  }

  test("is one", async () => {
    expect(await judge(openApi)).toEqual({ valid: true });
  });

  test("would be refused with a slip in it", async () => {
    const slip = { ...openApi, path: {}, webhooks: { message: { post: { responses: 1 } } } };
    expect(await judge(slip)).toMatchObject({ valid: false });
  });

  test("names the fields, the kinds and the lengths of the model", () => {
    expect(Object.keys(properties("PlainForm"))).toEqual([...contactFieldNames, ...silentFields]);
    const { field, kind } = properties("Refused")["faults"]?.items?.properties ?? {};
    expect(field?.enum).toEqual(contactFieldNames);
    expect(kind?.enum).toEqual(Object.keys(kinds));
    const { name, email, details } = properties("Forwarded");
    expect([name, email, details].map((schema) => schema?.maxLength)).toEqual(Object.values(longestTexts));
    expect(Object.keys(properties("Forwarded")).toSorted()).toEqual(ticketPlaceholders.toSorted());
    expect(openApi.components.schemas["Forwarded"]?.required).toEqual(Object.keys(properties("Forwarded")));
  });
});

describe("the JSON Schema of a message", () => {
  const all = { ...messageSchema.properties };
  const rules: MessageRules = {
    required: new Set(),
    services: new Set(),
    problems: new Set(),
    codes: new Set(),
    pages: new Set(),
    languages: new Set(),
  };
  const isTaken = (field: string, value: string) => readMessage({ [field]: value }, rules).ok;
  const isValid = (field: string, value: string) => isMessage({ name: "", email: "", details: "", [field]: value });

  test("names the fields and the lengths of the model", () => {
    expect(Object.keys(all)).toEqual([...contactFieldNames, ...silentFields, ...scriptFields]);
    const lengths = Object.entries(all).flatMap(([name, { maxLength }]) =>
      maxLength === undefined ? [] : [[name, maxLength]],
    );
    expect(Object.fromEntries(lengths)).toEqual(longestTexts);
  });

  test("takes the texts that the page takes, and no others", () => {
    const naughty = [
      "",
      "a",
      "a\u0000b",
      "a\u0008",
      "a\tb\nc",
      "a\u007Fb",
      "a\u0085b",
      "\u202Ea",
      "a\uD800b",
      "a\uDC00",
      "😀",
    ];
    const lengths = [100, 101, 254, 255, 1500, 1501].map((length) => "x".repeat(length));
    const judged = ["name", "details"].flatMap((field) =>
      [...naughty, ...lengths, ...naughtyDetails].map((value) => ({
        field,
        value,
        taken: isTaken(field, value),
        valid: isValid(field, value),
      })),
    );
    expect(judged.filter(({ taken, valid }) => taken !== valid)).toEqual([]);
    const characters = fc.string({
      unit: fc.oneof(
        fc.integer({ min: 0, max: 0xff_ff }).map((unit) => String.fromCharCode(unit)),
        fc.constantFrom("\n", "\t", "\u0001", "\uD83D", "é"),
      ),
      maxLength: 120,
    });
    fc.assert(
      fc.property(characters, fc.constantFrom("name", "details"), (typed, field) => {
        const lines = typed.trim().replace(/\r\n?/g, "\n");
        const read = field === "name" ? lines.replace(/\s+/g, " ") : lines;
        expect(isValid(field, read)).toBe(
          isTaken(field, read) ||
            (field === "name" && [...read].length <= 100 && read.length > 100 && read.isWellFormed()),
        );
      }),
      { numRuns: sample({ test: 200, full: 20_000, soak: 1_000_000 }) },
    );
  });

  test("takes the email addresses that the page takes, and no others", () => {
    const addresses = [
      "a@b.cd",
      "a@b.c",
      "a@b",
      "@b.cd",
      "a@@b.cd",
      "a b@c.de",
      "a@b.cd,e@f.gh",
      "<a@b.cd>",
      '"a"@b.cd',
      "a@b\\.cd",
      "änn@bücher.example",
      "a@b.c.",
      "a[1]@b.cd",
      "a@[1.2.3.4]",
      `${"a".repeat(250)}@b.cd`,
      "a@b..cd",
      "a\n@b.cd",
      "a\u0001@b.cd",
    ];
    const differing = [...addresses, ...naughtyDetails.filter((text) => !/[^]{255}/.test(text))].filter(
      (address) => isValid("email", address) !== isTaken("email", address),
    );
    expect(differing).toEqual([]);
    const addressLike = fc.oneof(
      fc.emailAddress(),
      fc.string({ unit: fc.constantFrom(...'a1.@@@,;:<>()[]\\" é-+'), maxLength: 30 }),
    );
    fc.assert(
      fc.property(addressLike, (address) => {
        expect(isValid("email", address.trim())).toBe(isTaken("email", address.trim()));
      }),
      { numRuns: sample({ test: 1000, full: 50_000, soak: 1_000_000 }) },
    );
  });

  test.each<Readonly<Record<string, unknown>>>([
    { name: 1 },
    { email: null },
    { details: ["x"] },
    { service: {} },
    { id: "7" },
    { seconds: -1 },
    { seconds: "5" },
  ])("refuses %j, which no page sends", (wrong) => {
    expect(isMessage({ ...rightFields, ...wrong })).toBe(false);
    expect(isMessage(rightFields)).toBe(true);
  });
});

describe("our receiver", () => {
  let running: RunningReceiver | null = null;
  afterEach(async () => {
    await running?.close();
    running = null;
  });

  async function ask(asked: Asked, options: Parameters<typeof startReceiver>[0] = {}): Promise<Answered> {
    await running?.close();
    running = await startReceiver(options);
    return running.send(asked);
  }

  const json = (fields: unknown): Asked => ({ headers: jsonHeaders, body: JSON.stringify(fields) });
  type Options = NonNullable<Parameters<typeof startReceiver>[0]>;
  const broken = (): never => {
    throw new Error("broken");
  };
  const fullDisk: Options = { store: { add: broken } };
  const noPage: Options = { form: { page: broken } };
  const busy: Options = {
    limits: { body: { largest: 65_536, longest: 20_000 }, rate: { burst: 0, perMinute: 1 }, proxies: 0 },
  };
  const hasty: Options = {
    limits: { body: { largest: 65_536, longest: 1 }, rate: { burst: 9, perMinute: 9 }, proxies: 0 },
  };

  /** Each answer that the document knows to JSON: what is asked, the status, the schema and the reason. */
  const answers: readonly (readonly [
    reason: string,
    asked: Asked,
    status: number,
    schema: string,
    options: Options,
  ])[] = [
    ["", json(rightFields), 200, "Received", {}],
    [
      "",
      json({ ...rightFields, id: "0b6f8a4e-3f0e-4a53-9d57-8d0c0c1d2e3f", seconds: 48, website: "" }),
      200,
      "Received",
      {},
    ],
    ["", json({ ...rightFields, id: "no uuid", website: "http://spam.example/" }), 200, "Received", {}],
    ["", json({ ...rightFields, email: "x", name: "", details: "x".repeat(1501) }), 422, "Refused", {}],
    ["", json({ ...rightFields, service: otherService }), 422, "Refused", {}],
    ["malformed", { headers: jsonHeaders, body: "{" }, 400, "Error", {}],
    ["origin", { ...json(rightFields), headers: { ...jsonHeaders, origin: "https://evil.example" } }, 403, "Error", {}],
    ["not-found", { ...json(rightFields), path: "/elsewhere" }, 404, "Error", {}],
    ["method", { ...json(rightFields), method: "PUT" }, 405, "Error", {}],
    ["too-large", json({ ...rightFields, details: "x".repeat(70_000) }), 413, "Error", {}],
    ["type", { ...json(rightFields), headers: { ...jsonHeaders, "content-encoding": "gzip" } }, 415, "Error", {}],
    ["too-many", json(rightFields), 429, "Error", busy],
    ["not-stored", json(rightFields), 503, "Error", fullDisk],
  ];

  test.each(answers)("answers as the document says: %s %#", async (reason, asked, status, schema, options) => {
    const answered = await ask(asked, options);
    expect(answered.status).toBe(status);
    expect(Object.keys(openApi.paths["/contact/send"]?.post.responses ?? {})).toContain(String(status));
    // Before a path and a type are known, words are for people.
    if (answered.headers["content-type"]?.startsWith("text/plain"))
      return expect(answered.body).toContain(`(${reason})`);
    const said: unknown = JSON.parse(answered.body);
    const validate = schemaOf(schema);
    expect(validate(said), JSON.stringify(validate.errors)).toBe(true);
    if (reason !== "") expect(said).toEqual({ status: "error", reason });
    if (status === 429 || status === 503) expect(answered.headers["retry-after"]).toMatch(/^[1-9]\d*$/);
  });

  test("answers a body that takes too long, a fault of its own and its end with reasons of the list", async () => {
    running = await startReceiver(hasty);
    const head = `POST /contact/send HTTP/1.1\r\nHost: x\r\nOrigin: https://help.example.org\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{`;
    expect(await running.raw(head, 3000)).toMatch(/^HTTP\/1\.1 408 [^]*\{"status":"error","reason":"too-slow"\}/);
    const faulty = await ask({ body: formBody({ ...rightFields, name: "" }) }, noPage);
    expect([faulty.status, faulty.body]).toEqual([503, expect.stringContaining("(failed)") as string]);
    running = await startReceiver();
    await running.receiver.close();
    const closing = await running.send(json(rightFields));
    expect([closing.status, closing.body]).toEqual([503, `{"status":"error","reason":"closing"}`]);
  });

  test("has no other reasons than those of both documents", () => {
    const listed = properties("Error")["reason"]?.enum ?? [];
    const tried = [
      ...answers.map(([reason]) => reason).filter((reason) => reason !== ""),
      "too-slow",
      "failed",
      "closing",
    ];
    expect(listed.toSorted()).toEqual(tried.toSorted());
    const rows = document.split("\n").filter((line) => /^\| [45]\d\d/.test(line));
    const inWords = rows.flatMap((row) =>
      [...(row.split("|")[2] ?? "").matchAll(/`([a-z-]+)`/g)].map(([, word]) => word ?? ""),
    );
    expect(inWords.toSorted()).toEqual(listed.toSorted());
    const statuses = new Set(rows.map((row) => row.slice(2, 5)));
    const documented = Object.keys(openApi.paths["/contact/send"]?.post.responses ?? {}).filter(
      (status) => status >= "400" && status !== "422",
    );
    expect([...statuses]).toEqual(documented);
  });

  test("leads a plain form to the sent page, or answers with a page", async () => {
    const sent = await ask({ headers: formHeaders });
    expect([sent.status, sent.headers.location]).toEqual([303, "/contact/sent/"]);
    const faulty = await ask({ headers: formHeaders, body: formBody({ ...rightFields, email: "x" }) });
    expect([faulty.status, faulty.headers["content-type"]]).toEqual([422, "text/html; charset=utf-8"]);
    expect([(await ask({ headers: formHeaders }, busy)).status, running?.stored()]).toEqual([429, []]);
  });

  test("answers a preflight as the document says, and the site alone", async () => {
    const asked = {
      method: "OPTIONS",
      headers: { origin: "https://help.example.org", "access-control-request-method": "POST" },
    };
    const answered = await ask(asked);
    expect(answered.status).toBe(204);
    const [, fence = ""] = /```\n(Access-Control[^]*?)```/.exec(document) ?? [];
    const promised = fence
      .trim()
      .split("\n")
      .map((line) => line.split(": ") as [string, string]);
    expect(promised).toHaveLength(4);
    for (const [name, value] of promised) expect(answered.headers[name.toLowerCase()]).toBe(value);
    const strange = await ask({ ...asked, headers: { ...asked.headers, origin: "https://evil.example" } });
    expect([strange.status, strange.headers["access-control-allow-origin"]]).toEqual([403, undefined]);
  });
});

describe("the examples of the document", () => {
  const [sent, forwarded] = fencesOf(documentFile, "json").map((json) => JSON.parse(json) as Record<string, unknown>);
  const code = String(sent?.["error"]);
  const page = String(sent?.["page"]);
  const rules: MessageRules = {
    required: new Set(["name", "email", "service", "problem", "details"]),
    services: new Set(["nhs-app"]),
    problems: new Set(["sign-in"]),
    codes: new Set([code]),
    pages: new Set([page]),
    languages: new Set([String(sent?.["language"])]),
  };

  test("are a message that is taken, and what is forwarded of it", async () => {
    expect(isMessage(sent)).toBe(true);
    const reading = readMessage(sent ?? {}, rules);
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
    const unknown = readMessage({ ...sent, error: "CID9999", page: "/nowhere/", language: "fr" }, rules);
    expect(unknown).toMatchObject({ ok: true, message: { code: null, page: null, language: null } });
    const names = {
      services: new Map([["nhs-app", "NHS App"]]),
      problems: new Map([["sign-in", "I cannot sign in"]]),
      codes: new Map([[code, "Your account is locked"]]),
      pages: new Map([[page, "Codes that we send"]]),
    };
    const id = String(sent?.["id"]);
    const standing = {
      status: "waiting",
      attempts: 0,
      nextAttemptAt: null,
      forwardedAt: null,
      lastError: null,
    } as const;
    const outgoing = outgoingMessage(
      { ...reading.message, id, receivedAt: "2026-11-23T03:20:00.000Z", ...standing },
      names,
    );
    expect(outgoing).toEqual(forwarded);
    const hook = await serveHook();
    await deliverByWebhook({ url: hook.url, token: null, ticket: null })(outgoing, new AbortController().signal);
    await hook.close();
    expect(schemaOf("Forwarded")(JSON.parse(hook.requests[0]?.body ?? ""))).toBe(true);
    const nothing = { ...reading.message, service: notListed, problem: null, code: null, page: null, language: null };
    const bare = outgoingMessage({ ...nothing, id, receivedAt: "2026-11-23T03:20:00.000Z", ...standing }, names);
    expect(schemaOf("Forwarded")(bare)).toBe(true);
    expect(bare).toMatchObject({
      serviceName: "Not on the list",
      problemName: null,
      codeTitle: null,
      pageTitle: null,
      language: null,
    });
  });

  test("are a ticket without faults", () => {
    const [yaml = ""] = fencesOf(documentFile, "yaml");
    const { form } = parse(yaml) as { readonly form: { readonly ticket: Readonly<Record<string, string>> } };
    expect(Object.keys(form.ticket)).toHaveLength(5);
    expect(ticketFaults(form.ticket)).toEqual([]);
  });

  test("and its table name the fields and lengths of the model", () => {
    const rows = [...document.matchAll(/^\| `(\w+)` +\|.*\| +([\d,]*) +\|$/gm)].map(([, name = "", longest = ""]) => [
      name,
      longest,
    ]);
    expect(rows.map(([name]) => name)).toEqual([...contactFieldNames, ...silentFields, ...scriptFields]);
    const lengths = rows.flatMap(([name = "", longest = ""]) =>
      longest === "" ? [] : [[name, Number(longest.replace(",", ""))]],
    );
    expect(Object.fromEntries(lengths)).toEqual(longestTexts);
    const inWords = [...document.matchAll(/^\| `(missing|malformed|too-long)` +\|/gm)].map(([, kind]) => kind);
    expect(inWords).toEqual(Object.keys(kinds));
  });
});
