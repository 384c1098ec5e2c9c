import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compareLists, comparisonInWords, isInStep } from "../../src/cli/code-comparison.ts";
import { codeRows, codesAsCsv, codesAsJson, codesAsTable } from "../../src/cli/code-list.ts";
import type { FilesInMemory } from "../support/site-from.ts";
import { article, siteFrom } from "../support/site-from.ts";
import { runCommand } from "../support/run-command.ts";

const body =
  '## CID7023: You cannot connect\n\n[Contact us](/contact?error=CID7023)\n\n## =SUM(1), "quoted" - Reference CID10001\n\nWords.\n';

const register = `CID2011:
  title: Old
  whatToDo: Wait.
  status: retired
CID3000:
  status: planned
CID7023:
  title: Of the register
CID9000:
  title: Not written yet
CID9001:
  title: Of the register alone
  whatToDo: Wait.
`;

async function rows(text = body, files: FilesInMemory = {}) {
  const { site } = await siteFrom({ "a.md": article(text), ...files });
  return codeRows(site, (file) => `content/${file}`);
}

describe("the list of codes", () => {
  test("has a row for each, with its home and whether a link gets in touch about it", async () => {
    expect(codesAsTable(await rows())).toBe(
      [
        "code      status  contact  where            title",
        "CID7023   active  yes      content/a.md:9   You cannot connect",
        'CID10001  active  no       content/a.md:13  =SUM(1), "quoted"',
        "",
      ].join("\n"),
    );
  });

  test("has the codes of the register, whether something explains them or not", async () => {
    expect(codesAsTable(await rows(body, { "error-references.yml": register }))).toBe(
      [
        "code      status   contact  where                            title",
        "CID2011   retired  no       content/error-references.yml:1   Old",
        "CID3000   planned  no       -",
        "CID7023   active   yes      content/a.md:9                   Of the register",
        "CID9000   active   no       -                                Not written yet",
        "CID9001   active   no       content/error-references.yml:11  Of the register alone",
        'CID10001  active   no       content/a.md:13                  =SUM(1), "quoted"',
        "",
      ].join("\n"),
    );
  });

  test("says so where there is none", async () => {
    expect(codesAsTable(await rows("Words.\n"))).toBe("The content explains no error reference\n");
  });

  test("is JSON for programs, and CSV in which no title is a formula", async () => {
    expect(JSON.parse(codesAsJson(await rows()))).toEqual({ version: 1, references: await rows() });
    expect(codesAsCsv(await rows()).split("\r\n")).toEqual([
      "code,title,where,contactLinks,status",
      "CID7023,You cannot connect,content/a.md:9,1,active",
      `CID10001,"'=SUM(1), ""quoted""",content/a.md:13,0,active`,
      "",
    ]);
  });
});

describe("a comparison with the service's own codes", () => {
  test("names what each side lacks, shorter codes first", async () => {
    const { site } = await siteFrom({ "a.md": article(body) });
    const comparison = compareLists(site, new Set(["CID20000", "CID9999", "CID7023"]));
    expect(comparison).toEqual({
      shared: 1,
      unexplained: ["CID9999", "CID20000"],
      retired: [],
      unknown: ["CID10001"],
    });
    expect(isInStep(comparison)).toBe(false);
    expect(comparisonInWords(comparison, "codes.json")).toContain("2 in codes.json, and not explained here");
  });

  test("says which retired ones the service still lists, and misses neither those nor planned ones", async () => {
    const { site } = await siteFrom({ "a.md": article(body), "error-references.yml": register });
    const theirs = ["CID7023", "CID9001", "CID10001"];
    expect(isInStep(compareLists(site, new Set(theirs)))).toBe(true);
    const comparison = compareLists(site, new Set([...theirs, "CID2011", "CID3000", "CID9000"]));
    expect(comparison).toEqual({ shared: 3, unexplained: ["CID3000", "CID9000"], retired: ["CID2011"], unknown: [] });
    expect(comparisonInWords(comparison, "codes.json")).toContain("1 in codes.json, and retired here");
    expect(isInStep(compareLists(site, new Set([...theirs, "CID2011"])))).toBe(false);
  });

  test("is all that is said where both know the same", async () => {
    const { site } = await siteFrom({ "a.md": article(body) });
    expect(comparisonInWords(compareLists(site, new Set(["CID7023", "CID10001"])), "codes.json")).toBe(
      "2 references are in codes.json and explained here\n",
    );
  });
});

describe("npm run codes", () => {
  test("lists the codes of the content", async () => {
    const { exitCode, stdout } = await runCommand(["codes", "--format", "json"]);
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout).references).toContainEqual({
      code: "CID7023",
      title: "Unable to connect to your GP surgery’s system",
      where: "content/error-messages-support.md:83",
      contactLinks: 1,
      status: "active",
    });
  });

  test("compares with a list in any form, and ends with 1 where something is missing", async () => {
    const list = join(mkdtempSync(join(tmpdir(), "codes-")), "codes.ts");
    writeFileSync(list, "export const codes = { CID7023: 'x', CID9999: 'y' };\n");
    const { exitCode, stdout } = await runCommand(["codes", "--against", list]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain("  CID9999\n");
  });

  test.each([
    [["--against", "/nowhere/list.json"], "There is no file /nowhere/list.json"],
    [["--against", "package.json"], "names no code"],
    [["--format", "xml"], "--format is table, json or csv"],
    [["--content", "/nowhere"], "There is no folder /nowhere"],
  ])("refuses %j", async (options, words) => {
    const { exitCode, stderr } = await runCommand(["codes", ...options]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(words);
  });
});
