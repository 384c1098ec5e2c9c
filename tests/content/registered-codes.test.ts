import { describe, expect, test } from "vitest";
import { applyEdits } from "../../src/report/apply-edits.ts";
import type { FilesInMemory } from "../support/site-from.ts";
import { article, inShort, siteFrom } from "../support/site-from.ts";

const file = "error-references.yml";

const whole = `CID10001:
  title: You cannot sign in
  whatHappened: |
    Our computers did not answer.

    We are mending them.
  whatToDo: Wait an hour.
  owner: Account team
  status: active
  severity: high
CID7023:
  title: Old words
  whatToDo: Try again.
  status: retired
  replacedBy: CID10001
CID9999:
`;

async function loaded(yaml: string, files: FilesInMemory = {}) {
  return siteFrom({ [file]: yaml, ...files });
}

describe("error-references.yml", () => {
  test("says what is known of each code, in order of the code, with its place", async () => {
    const { site, diagnostics } = await loaded(whole);
    expect(diagnostics).toEqual([]);
    expect(site.registeredCodes).toEqual([
      {
        code: "CID7023",
        title: "Old words",
        whatHappened: null,
        whatToDo: "Try again.",
        owner: null,
        status: "retired",
        replacedBy: "CID10001",
        severity: null,
        span: { file, line: 11, column: 1, endColumn: 8 },
      },
      expect.objectContaining({ code: "CID9999", title: null, status: "active", span: expect.objectContaining({ line: 16 }) }),
      expect.objectContaining({
        code: "CID10001",
        title: "You cannot sign in",
        whatHappened: "Our computers did not answer.\n\nWe are mending them.",
        owner: "Account team",
        severity: "high",
      }),
    ]);
  });

  test.each([
    ["is not there", {}],
    ["is empty", { [file]: "# Nothing yet\n" }],
    ["cannot be read", { [file]: "CID7023: [\n" }],
    ["is a list", { [file]: "- CID7023\n" }],
  ])("says nothing at all where it %s", async (_, files) => {
    expect((await siteFrom(files)).site.registeredCodes).toBeNull();
  });

  test.each([
    ["cid7023:\n  title: A\n", "error malformed-code error-references.yml:1:1"],
    ["CID70:\n  title: A\n", "error malformed-code error-references.yml:1:1"],
    ["CID7023 CID7024:\n  title: A\n", "error malformed-code error-references.yml:1:1"],
    ["CID7023:\n  title: A\ncid7023:\n  title: B\n", "error malformed-code error-references.yml:3:1"],
    ["CID7023:\n  title: A\nCID7023:\n  title: B\n", "error malformed-yaml error-references.yml:3:1"],
    ["CID7023: A\n", "error malformed-field error-references.yml:1:10"],
    ["CID7023: [a]\n", "error malformed-field error-references.yml:1:10"],
    ["CID7023:\n  titel: A\n", "warning unknown-field error-references.yml:2:3"],
    ["CID7023:\n  status: gone\n", "warning malformed-field error-references.yml:2:11"],
    ["CID7023:\n  severity: 1\n", "warning malformed-field error-references.yml:2:13"],
    ['CID7023:\n  title: "a\\u202Eb"\n', "warning malformed-field error-references.yml:2:10"],
    ["CID7023:\n  title:\n", "warning empty-field error-references.yml:2:3"],
    ["CID7023:\n  title: A\n__proto__:\n  title: A\n", "error dangerous-field error-references.yml:3:1"],
    ["CID7023:\n  whatToDo: Ring jane.doe@nhs.net\n", "warning personal-email error-references.yml:2:18"],
    ["CID7023:\n  replacedBy: CID7023\n", "warning unknown-replacement error-references.yml:2:15"],
    ["CID7023:\n  replacedBy: CID7029\n", "warning unknown-replacement error-references.yml:2:15"],
    ["CID7023:\n  replacedBy: CID7029\nCID7029:\n  title: A\n", "warning unknown-replacement error-references.yml:2:15"],
    [
      "CID7023:\n  replacedBy: CID7029\nCID7029:\n  title: A\n  whatToDo: B\n  status: retired\n",
      "warning unknown-replacement error-references.yml:2:15",
    ],
  ])("is checked like everything else: %j", async (yaml, fault) => {
    expect((await loaded(yaml)).diagnostics.map(inShort)).toEqual([fault]);
  });

  test("takes a code in another form for the one that is meant, and mends it", async () => {
    const yaml = "cid 7o23:\n  title: A\n  whatToDo: B\n'7024':\n  title: C\n";
    const { site, diagnostics } = await loaded(yaml);
    expect(site.registeredCodes?.map(({ code }) => code)).toEqual(["CID7023", "CID7024"]);
    const { texts } = applyEdits(new Map([[file, yaml]]), diagnostics);
    expect(texts.get(file)).toBe("CID7023:\n  title: A\n  whatToDo: B\nCID7024:\n  title: C\n");
  });

  test("says nothing of a successor while a page is left out that may explain it", async () => {
    const faulty = { "a.md": article("## CID7029: New\n", { hub: "nowhere" }) };
    const { diagnostics } = await loaded("CID7023:\n  replacedBy: CID7029\n", faulty);
    expect(diagnostics.map(({ rule }) => rule)).not.toContain("unknown-replacement");
  });

  test("follows the pattern of site.yml", async () => {
    const { diagnostics } = await loaded("ERR12:\n  title: A\n", { "site.yml": "code_prefix: ERR\ncode_digits: 2\n" });
    expect(diagnostics).toEqual([]);
  });
});

describe("error references with error-references.yml", () => {
  test("have its title, and all that it says, before what pages say", async () => {
    const { site } = await loaded(whole, { "a.md": article("## CID10001: Of the page\n\nWords.\n") });
    expect(site.errorReferences).toEqual([
      {
        code: "CID7023",
        title: "Old words",
        home: null,
        status: "retired",
        whatHappened: null,
        whatToDo: "Try again.",
        owner: null,
        replacedBy: "CID10001",
        severity: null,
      },
      {
        code: "CID10001",
        title: "You cannot sign in",
        home: { address: "/a/", headingId: "cid10001-of-the-page" },
        status: "active",
        whatHappened: "Our computers did not answer.\n\nWe are mending them.",
        whatToDo: "Wait an hour.",
        owner: "Account team",
        replacedBy: null,
        severity: "high",
      },
    ]);
  });

  test("keep the heading's title where it gives none", async () => {
    const { site } = await loaded("CID7023:\n  owner: A\n", { "a.md": article("## CID7023: Of the page\n") });
    expect(site.errorReferences).toMatchObject([{ title: "Of the page", owner: "A", status: "active" }]);
  });

  test.each([
    ["title: A\n  whatHappened: B", 1],
    ["title: A\n  whatToDo: B", 1],
    ["title: A\n  whatToDo: B\n  status: retired", 1],
    ["title: A", 0],
    ["whatToDo: B", 0],
    ["title: A\n  whatToDo: B\n  status: planned", 0],
  ])("are made of its words alone where they are enough: %j", async (fields, count) => {
    expect((await loaded(`CID7023:\n  ${fields}\n`)).site.errorReferences).toHaveLength(count);
  });

  test("that are planned are there as soon as a page names them", async () => {
    const { site } = await loaded("CID7023:\n  status: planned\n", { "a.md": article("## CID7023: Soon\n") });
    expect(site.errorReferences).toMatchObject([{ code: "CID7023", title: "Soon", status: "planned" }]);
  });

  test("name only a successor that can be looked up", async () => {
    const yaml = "CID7023:\n  replacedBy: CID7029\n";
    const page = { "a.md": article("## CID7023: A\n") };
    expect((await loaded(yaml, page)).site.errorReferences).toMatchObject([{ replacedBy: null }]);
    const both = { "a.md": article("## CID7023: A\n\n## CID7029: B\n") };
    expect((await loaded(yaml, both)).site.errorReferences[0]).toMatchObject({ replacedBy: "CID7029" });
  });
});
