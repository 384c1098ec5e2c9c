/** What editors' programs know of the fields is what the loader knows. */
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import * as fc from "fast-check";
import matter from "gray-matter";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { codesSchema, frontMatterSchema, schemaFiles, siteSchema } from "../../src/cli/schema.ts";
import { validateFields } from "../../src/content/validate-fields.ts";
import { readYaml } from "../../src/content/yaml.ts";
import { pageFields } from "../../src/model/article.ts";
import type { JsonSchema } from "../../src/model/field-schema.ts";
import { registeredCodeFields } from "../../src/model/registered-code-fields.ts";
import { siteFields } from "../../src/model/settings.ts";
import { programFolder } from "../support/run-command.ts";

type Validate = (value: unknown) => boolean;

/** The validator comes with html-validate, which is where it is looked for: packages may nest it. */
const { Ajv } = createRequire(createRequire(import.meta.url).resolve("html-validate"))("ajv") as {
  readonly Ajv: new (options: object) => { readonly compile: (schema: JsonSchema) => Validate };
};
const compile = (schema: JsonSchema): Validate =>
  new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false, keywords: ["patternErrorMessage"] }).compile(
    schema,
  );

/** Values of each field, as they are typed: right ones, and wrong ones. */
const cases: Readonly<Record<keyof typeof pageFields, { right: readonly string[]; wrong: readonly string[] }>> = {
  title: {
    right: ["Passwords", "2024", '"  around  "', "😀", `"${"é".repeat(300)}"`, "|\n  one line\n"],
    wrong: ['""', "true", "[a]", "{a: b}", `"${"a".repeat(301)}"`, "|\n  two\n  lines\n", '"a\\u202Eb"', '"a\\eb"', ""],
  },
  short_title: { right: ["Passwords"], wrong: [`"${"a".repeat(121)}"`, "[a, b]"] },
  subtitle: { right: ["How to change it."], wrong: [`"${"a".repeat(501)}"`, "false"] },
  pageName: { right: ["manage:passwords", "404", "a-1"], wrong: ["Manage", "-a", "a b", "-4", "4.5", "[a]"] },
  type: { right: ["article", "hub", "page"], wrong: ["Article", "articles", "1", "[hub]"] },
  hub: { right: ["home", "7"], wrong: ["[home]", `"${"a".repeat(81)}"`, "true"] },
  name: { right: ["manage", "Manage_2", "12"], wrong: ["two words", "-a", "é", "true"] },
  position: { right: ["1", "9999"], wrong: ["0", "10000", "-1", "1.5", '"1"', "one"] },
  layout: { right: ["layouts/article.njk"], wrong: ["[a]", "true"] },
  aliases: {
    right: ["/old/", "[/old/, /help%20me]", "{old: new}", "[/old/, {old: new, '#a': '#b'}]", "[]"],
    wrong: ["old", "[/]", "//host/", '["/a b?c"]', "[1]", "{old: two words}", "{two words: new}", "{old: [a]}"],
  },
  last_reviewed: { right: ['"2026-01-31"', "2024-02-29"], wrong: ["2026-02-29", "31-01-2026", "2026", "true"] },
  next_review: { right: ["2000-02-29"], wrong: ["1900-02-29", "2026-13-01", "2026-04-31", "2026-1-1"] },
  owner: { right: ["Account team"], wrong: [`"${"a".repeat(121)}"`, "{team: account}"] },
  search_terms: {
    right: ["log on", "[log on, sign on]", "[]", "|\n  two\n  lines\n"],
    wrong: ["[1]", "[[a]]", '[" "]', "true", `["${"a".repeat(121)}"]`, '["a\\eb"]'],
  },
  draft: { right: ["true", "false"], wrong: ["yes", '"true"', "1"] },
  lang: { right: ["cy", "en-GB", "zh-Hant-TW"], wrong: ["Welsh", "en_GB", "12", "EN"] },
  translationOf: { right: ["manage/passwords.md"], wrong: ["[a]", "true"] },
  allow: { right: ["missing-subtitle", "[missing-subtitle, long-sentence]"], wrong: ["true", "[1]", "{a: b}"] },
};

const listed = Object.entries(cases).flatMap(([name, { right, wrong }]) => [
  ...right.map((typed) => ({ name, typed, verdict: true })),
  ...wrong.map((typed) => ({ name, typed, verdict: false })),
]);
const propertyOf = (name: string) => (frontMatterSchema()["properties"] as Record<string, JsonSchema>)[name] ?? {};

describe("the schema of the lines at the top of a page", () => {
  test.each(listed)("and the loader agree on $name: $typed", ({ name, typed, verdict }) => {
    const text = `${name}: ${typed}\n`;
    const { root, diagnostics } = readYaml(text, "a.md", 1);
    const found = [...diagnostics, ...validateFields(pageFields, root?.entries ?? []).diagnostics];
    expect(found.length === 0, "the loader").toBe(verdict);
    const value = (parse(text) as Record<string, unknown>)[name];
    expect(compile(propertyOf(name))(value), "the schema").toBe(verdict);
  });

  test("has every field, with an example that is right", () => {
    for (const name of Object.keys(pageFields)) {
      const { examples, description } = propertyOf(name) as { examples: unknown[]; description: string };
      expect(compile(propertyOf(name))(examples[0]), name).toBe(true);
      expect(description.length, name).toBeGreaterThan(10);
    }
  });

  test.each([
    ["title: A\ntype: page", true],
    ["title: A\ntype: article\nhub: home", true],
    ["title: A\ntype: hub", true],
    ["title: A\ntype: article", false],
    ["title: A", false],
    ["type: page", false],
    ["title: A\ntype: page\ntitel: B", false],
    ["title: A\ntype: page\npermalink: /a/", false],
    ["title: A\nlang: cy", true],
    ["title: A\ntranslationOf: a.md", true],
    ["lang: cy", false],
  ])("%j is right: %s", (text, verdict) => {
    expect(compile(frontMatterSchema())(parse(text))).toBe(verdict);
  });

  test("takes every page of the content", () => {
    const validate = compile(frontMatterSchema());
    const content = join(programFolder, "content");
    const files = readdirSync(content, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".md"));
    expect(files.length).toBeGreaterThan(20);
    const refused = files.filter((file) => {
      const engines = { yaml: (text: string) => parse(text) as object };
      return !validate(matter(readFileSync(join(content, file), "utf8"), { engines }).data);
    });
    expect(refused).toEqual([]);
  });
});

describe("a field's schema", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 130 }),
    fc.string({
      unit: fc.constantFrom("a", "7", "-", " ", "\n", "/", ":", "A", "é", "😀", "\u0000", "\u202A", "\uD800"),
    }),
    fc.tuple(fc.nat(3000), fc.nat(13), fc.nat(32)).map(([year, month, day]) => {
      return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join("-");
    }),
  );
  const value = fc.oneof(
    text,
    fc.integer(),
    fc.boolean(),
    fc.array(text, { maxLength: 3 }),
    fc.dictionary(text, text, { noNullPrototype: true }),
  );
  const typed = (written: unknown) => (typeof written === "object" ? "" : String(written));
  const tables = { ...siteFields, ...registeredCodeFields, ...pageFields };
  const exact = Object.entries(pageFields).filter(([name]) => name !== "aliases");

  test.each(Object.entries(tables))("of %s never refuses what the loader takes", (_, { read, schema }) => {
    const validate = compile(schema);
    fc.assert(
      fc.property(value, (written) => !read(written, typed(written)).ok || validate(written)),
      { numRuns: 300 },
    );
  });

  test.each(exact)("of %s refuses what the loader refuses", (_, { read, schema }) => {
    const validate = compile(schema);
    fc.assert(
      fc.property(value, (written) => read(written, typed(written)).ok || !validate(written)),
      { numRuns: 300 },
    );
  });

  test("of a day knows every day of a thousand years", () => {
    const validate = compile(pageFields.last_reviewed.schema);
    const wrong: string[] = [];
    for (let year = 1600; year < 2600; year += 1) {
      for (const day of ["02-28", "02-29", "02-30", "04-31", "12-31", "00-10", "10-00"]) {
        const written = `${year}-${day}`;
        if (validate(written) !== pageFields.last_reviewed.read(written, written).ok) wrong.push(written);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe("npm run schema", () => {
  test.each([...schemaFiles()])("writes %s, as it stands in the repository", (path, text) => {
    expect(readFileSync(join(programFolder, path), "utf8"), "run: npm run schema").toBe(text);
  });

  test("describes site.yml as well", () => {
    const validate = compile(siteSchema());
    expect(validate(parse(readFileSync(join(programFolder, "content/site.yml"), "utf8")))).toBe(true);
    expect(validate({ nmae: "Help" })).toBe(false);
  });

  test.each([
    ["CID7023:\n  title: A\n  status: retired\n  replacedBy: CID7029\nCID7029:\n", true],
    ["CID7023:\n  titel: A\n", false],
    ["CID7023:\n  status: gone\n", false],
    ["CID7023: A\n", false],
    ["- CID7023\n", false],
  ])("describes error-references.yml as well: %j is right: %s", (text, verdict) => {
    expect(compile(codesSchema())(parse(text))).toBe(verdict);
  });
});
