import { describe, expect, test } from "vitest";
import { readFrontMatter } from "../../src/content/front-matter.ts";
import { inShort } from "../support/site-from.ts";

function read(text: string) {
  const { split, diagnostics } = readFrontMatter({ file: "page.md", text });
  return {
    fields: split === null ? null : Object.fromEntries(split.entries.map(({ key, node }) => [key, node.value])),
    body: split?.body ?? null,
    bodyLine: split?.bodyLine ?? null,
    faults: diagnostics.map(inShort),
  };
}

describe("readFrontMatter", () => {
  test("splits a file into its fields and its body, and says on which line the body starts", () => {
    expect(read("---\ntitle: Passwords\nposition: 2\n---\n\nWords.\n")).toEqual({
      fields: { title: "Passwords", position: 2 },
      body: "\nWords.\n",
      bodyLine: 5,
      faults: [],
    });
  });

  test("keeps what was typed where YAML would make something else of it", () => {
    const { fields } = read("---\na: 0123\nb: 2026-01-31\nc: 1e3\nd: .inf\ne: yes\nf: 0x10\ng: 1.0\nh: 07023\n---\n");
    expect(fields).toEqual({ a: "0123", b: "2026-01-31", c: "1e3", d: ".inf", e: "yes", f: "0x10", g: "1.0", h: "07023" });
  });

  test("reads a rule in the body as body, and a later block of fields too", () => {
    expect(read("---\ntitle: A\n---\n---\nb: 1\n---\n").body).toBe("---\nb: 1\n---\n");
  });

  test("knows where every key and value stands", () => {
    const { split } = readFrontMatter({ file: "page.md", text: '---\ntitle: "Passwords"\n---\n' });
    expect(split?.entries[0]).toMatchObject({
      keySpan: { line: 2, column: 1, endColumn: 6 },
      node: { span: { line: 2, column: 8, endColumn: 19 } },
    });
  });

  test("accepts a file that says that its fields are YAML", () => {
    expect(read("---yaml\ntitle: A\n---\n").fields).toEqual({ title: "A" });
  });

  // The numbers are those of the list of bad inputs that the project keeps.
  test.each([
    [1, "---js\n{ title: require('fs') }\n---\n", "error front-matter-language page.md:1:4"],
    [2, "---javascript\n({})\n---\n", "error front-matter-language page.md:1:4"],
    [3, '---json\n{"title": "A"}\n---\n', "error front-matter-language page.md:1:4"],
    [3, "---toml\ntitle = 1\n---\n", "error front-matter-language page.md:1:4"],
    [3, "---coffee\ntitle: 1\n---\n", "error front-matter-language page.md:1:4"],
    [3, "--- node\ntitle: 1\n---\n", "error front-matter-language page.md:1:4"],
    [4, "---\ntitle: A\n__proto__:\n  polluted: 1\n---\n", "error dangerous-field page.md:3:1"],
    [5, "---\ntitle: A\na: {__proto__: {b: 1}}\n---\n", "error dangerous-field page.md:3:5"],
    [5, "---\ntitle: A\na:\n  - __proto__: 1\n---\n", "error dangerous-field page.md:4:5"],
    [6, "---\ntitle: A\nconstructor: 1\n---\n", "error dangerous-field page.md:3:1"],
    [6, "---\ntitle: A\nprototype: 1\n---\n", "error dangerous-field page.md:3:1"],
    [9, "---\na: &a [x]\nb: [*a, *a]\n---\n", "error yaml-feature page.md:2:4"],
    [11, "---\na: &a [*a]\n---\n", "error yaml-feature page.md:2:4"],
    [12, "---\ntitle: A\n<<: {b: 1}\n---\n", "error yaml-feature page.md:3:1"],
    [13, `---\ntitle: ${"[".repeat(20_000)}\n---\n`, "error yaml-too-deep page.md:2:8"],
    [13, `---\n${"- ".repeat(20_000)}a\n---\n`, "error yaml-too-deep page.md:2:1"],
    [14, "---\ntitle: !!js/function 'x'\n---\n", "error yaml-feature page.md:2:8"],
    [14, "---\ntitle: !!binary aGk=\n---\n", "error yaml-feature page.md:2:8"],
    [14, "---\ntitle: !custom a\n---\n", "error yaml-feature page.md:2:8"],
    [18, "---\ntitle: Help: what to do\n---\n", "error malformed-yaml page.md:2:8"],
    [19, '---\ntitle: "Passwords\nhub: home\n---\n', "error malformed-yaml page.md:2:8"],
    [19, "---\ntitle: [a: b\nhub: home\n---\n", "error malformed-yaml page.md:2:8"],
    [19, "---\ntitle: {a: [b]\nhub: home\n---\n", "error malformed-yaml page.md:2:8"],
    [20, "---\ntitle:\n\t- a\n---\n", "error malformed-yaml page.md:3:1"],
    [21, "---\ntitle: A\ntitle: B\n---\n", "error malformed-yaml page.md:3:1"],
    [22, "---\ntitle: A\n\n## Heading\n", "error front-matter-not-closed page.md:1:1"],
    [22, "---\ntitle: A\n----\nWords\n---\n", "error front-matter-not-closed page.md:3:1"],
    [23, "\n---\ntitle: A\n---\n", "error front-matter-not-first page.md:2:1"],
    [23, "Hello\n---\ntitle: A\n---\n", "error front-matter-not-first page.md:2:1"],
    [24, "---\n- a\n- b\n---\n", "error front-matter-not-fields page.md:1:1"],
    [24, "---\njust words\n---\n", "error front-matter-not-fields page.md:1:1"],
    [24, "---\n---\nWords\n", "error front-matter-not-fields page.md:1:1"],
    [24, "---\n# a remark\n---\nWords\n", "error front-matter-not-fields page.md:1:1"],
    [24, "# A heading\n\nWords\n", "error missing-front-matter page.md:1:1"],
  ])("bad input %i: names the place", (_, text, fault) => {
    expect(read(text).faults).toContain(fault);
  });

  test.each([
    ["headings, which YAML takes for remarks", "title: A\n## What to do\n### Call\n", "page.md:3:1", "title"],
    ["a heading and words with a colon", "title: A\n\n## What to do\n\nNote: call us on 111 now.\n", "page.md:3:1", "title"],
    ["words with a colon alone", "title: A\n\nNote: call us on 111 now.\n", "page.md:3:1", "title"],
    ["words", "title: A\nposition: 1\n\nSome words.\n\nAnd \"more\n", "page.md:4:1", "position"],
    ["words straight below", "title: A\nposition: 1\nDon't panic.\n", "page.md:4:1", "position"],
    ["a list", "title: A\nposition: 1\n- one\n- two\n", "page.md:4:1", "position"],
    ["words below a list of a field", "title: A\naliases:\n  - /a/\n\nWords.\n", "page.md:5:1", "aliases"],
    ["words below a field that no page has", "title: A\nreviewer: Jane\n\nSome words.\n", "page.md:4:1", "reviewer"],
    ["an expander", "title: A\n\n::: expander Words\nMore: of it\n:::\n", "page.md:3:1", "title"],
  ])("says that the fields never end where %s stand above the next line of hyphens", (_, block, place, field) => {
    const { diagnostics } = readFrontMatter({ file: "page.md", text: `---\n${block}---\nMore.\n` });
    expect(diagnostics.map(inShort)).toEqual([`error front-matter-not-closed ${place}`]);
    expect(diagnostics[0]?.fix).toBe(`Put --- on a line of its own below ${field}`);
  });

  test.each([
    ["remarks", "# Remark\ntitle: A\n# hub: home\n\n# More\nposition: 1\n# The end\n"],
    ["fields that no page has", "title: A\n\nreviewer: Jane Doe of our team\nTags:\n- one word\n- two\n"],
    ["a list with an empty line in it", "title: A\naliases:\n\n- /a/\n\n- /b/\n"],
    ["brackets over several lines", "title: A\nsearch_terms: [\n  log on,\n  sign on\n]\n"],
    ["words over several lines", "title: >\n  A long\n\n  title\nsubtitle: B\n  and more\n"],
    ["empty lines at the end", "title: A\n\n\n"],
  ])("takes %s for fields", (_, block) => {
    expect(read(`---\n${block}---\nMore.\n`).faults).toEqual([]);
  });

  test("leaves a long value that was broken in two to YAML: the line above it is the one to mend", () => {
    const { faults } = read("---\ntitle: A\nsubtitle: How to change a password that you have\nforgotten long ago\n---\nMore.\n");
    expect(faults).toEqual(["error malformed-yaml page.md:4:1"]);
  });

  test("does not change any object of the program, whatever the keys", () => {
    read("---\n__proto__:\n  polluted: yes\na:\n  __proto__: {polluted: yes}\n---\n");
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test("ends quickly on aliases that would unfold to millions of values", () => {
    const bomb = ["a0: &a0 [x, x]", ...Array.from({ length: 40 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`)];
    expect(read(`---\n${bomb.join("\n")}\n---\n`).faults[0]).toBe("error yaml-feature page.md:2:5");
  });

  test("reports every fault of the fields, not only the first", () => {
    expect(read("---\na: !x 1\nb: &y 2\n---\n").faults).toHaveLength(2);
  });
});
