/** What editors' programs know of contact.yml and services.yml is what the loader knows. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { contactSchema, serviceSchema } from "../../src/cli/schema.ts";
import { contactFields, formFields, questionFields } from "../../src/model/contact-form.ts";
import { contactWayFields } from "../../src/model/contact.ts";
import type { JsonSchema } from "../../src/model/field-schema.ts";
import { isKey, serviceFields } from "../../src/model/service.ts";
import { programFolder } from "../support/run-command.ts";
import { siteFrom } from "../support/site-from.ts";

const compile = (schema: JsonSchema) =>
  new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false, keywords: ["patternErrorMessage"] }).compile(
    schema,
  );
const schemas = { "contact.yml": contactSchema(), "services.yml": serviceSchema() } as const;

describe.each(Object.entries(schemas))("the schema of %s", (file, schema) => {
  test("takes the file of this help centre", () => {
    expect(compile(schema)(parse(readFileSync(join(programFolder, "content", file), "utf8")))).toBe(true);
  });
});

describe("the schema and the loader agree", () => {
  const form = (lines: string) => `form: {address: /contact/send, ${lines}}\n`;
  test.each([
    ["introduction: Words\nmedical_notice: Words\nways: [{name: Phone, link: 'tel:1'}]\n", true],
    ["ways: [{link: 'tel:1'}]\n", false],
    ["ways: [{name: Phone, link: 'http://a.example/'}]\n", false],
    ["ways: Phone\n", false],
    ["way: []\n", false],
    ["form: {address: 'https://forms.example.org/help'}\n", true],
    ["form: {address: /a//b}\n", false],
    ["form: {address: /a?b}\n", false],
    ["form: /contact/send\n", false],
    [form("fields: {name: {label: A, hint: B, required: false}}"), true],
    [form("fields: {nmae: {label: A}}"), false],
    [form("fields: {name: {required: maybe}}"), false],
    [form("problems: {sign-in: I cannot sign in, other: Else}"), true],
    [form("problems: {Sign-in: I cannot sign in}"), false],
    [form("problems: [I cannot sign in]"), false],
    [form("ticket: {subject: '{code}', requester.name: '{name}', priority: 3}"), true],
    [form("ticket: {requester: {name: '{name}'}}"), false],
  ])("on contact.yml: %j is right: %s", async (text, verdict) => {
    expect(compile(contactSchema())(parse(text)), "the schema").toBe(verdict);
    expect((await siteFrom({ "contact.yml": text })).diagnostics.length === 0, "the loader").toBe(verdict);
  });

  test.each([
    ["gp-online: GP online\n111: 111\n", true],
    ["gp: {name: GP online, aliases: [a, b], from: 2026-01-31, until: 2026-02-28}\n", true],
    ["gp: {aliases: [a]}\n", false],
    ["gp: {name: GP online, form: 2026-01-31}\n", false],
    ["gp: {name: GP online, from: 2026-02-30}\n", false],
    ["gp: [GP online]\n", false],
    ["gp:\n", false],
    ["Gp: GP online\n", false],
    ["other: GP online\n", false],
    ["not-listed: GP online\n", false],
    ["- GP online\n", false],
  ])("on services.yml: %j is right: %s", async (text, verdict) => {
    expect(compile(serviceSchema())(parse(text)), "the schema").toBe(verdict);
    expect((await siteFrom({ "services.yml": text })).diagnostics.length === 0, "the loader").toBe(verdict);
  });

  test("on every key", () => {
    const validate = compile(serviceSchema());
    const key = fc.string({ unit: fc.constantFrom("a", "7", "-", "_", " ", "A", "é", "\n", "ı"), maxLength: 70 });
    const taken = new Set(["other", "not-listed"]);
    fc.assert(fc.property(key, (key) => validate({ [key]: "GP" }) === (isKey(key) && !taken.has(key))));
  });
});

describe("a field's schema", () => {
  const tables = { contactFields, contactWayFields, formFields, questionFields, serviceFields };
  const fields = Object.entries(tables).flatMap(([table, fields]) =>
    Object.entries(fields).map(([name, field]) => [`${name} of ${table}`, field] as const),
  );
  const part = fc.constantFrom("a", "7", "/", "//", "..", ".", "-", "https://", "a.example", ":80", "?", "#", " ", "é");
  const text = fc.oneof(fc.string({ unit: "binary", maxLength: 130 }), fc.string({ unit: part, maxLength: 12 }));
  const value = fc.oneof(text, fc.integer(), fc.boolean(), fc.array(text, { maxLength: 3 }));

  test.each(fields)(
    "of %s never refuses what the loader takes, has a right example and says what it does",
    (_, field) => {
      const validate = compile(field.schema);
      const typed = (written: unknown) => (typeof written === "object" ? "" : String(written));
      // What stands in lists and maps is read one by one, each against a table of its own.
      const isNested = field.schema["type"] === "array" || field.schema["type"] === "object";
      if (!isNested)
        fc.assert(fc.property(value, (written) => !field.read(written, typed(written)).ok || validate(written)));
      expect(validate(parse(field.example))).toBe(true);
      expect(field.help.length).toBeGreaterThan(10);
    },
  );
});
