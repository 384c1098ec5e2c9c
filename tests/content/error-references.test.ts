import { describe, expect, test } from "vitest";
import type { FilesInMemory } from "../support/site-from.ts";
import { article, siteFrom } from "../support/site-from.ts";

async function references(files: FilesInMemory) {
  return (await siteFrom(files)).site.errorReferences;
}

/** Every mention of a site's codes, in short and in order: code, kind, line, column, heading of its section, codes named there. */
async function mentions(body: string): Promise<readonly string[]> {
  const { site } = await siteFrom({ "a.md": article(body) });
  return site.codeMentions.map(
    ({ code, kind, span, section }) =>
      `${code} ${kind} ${span.line}:${span.column} in ${section.heading} [${[...section.codes].join(" ")}]`,
  );
}

/** The title that a heading gives the code CID7023. */
async function titleOf(heading: string): Promise<string | undefined> {
  const found = await references({ "a.md": article(`## ${heading}\n\nWords.\n`) });
  return found.find(({ code }) => code === "CID7023")?.title;
}

describe("error references", () => {
  test("stand under the heading that names their code, in order of the code", async () => {
    const body = "## CID10001: Longest\n\n## Cannot connect - Reference CID7023\n\n### CID2011: A number\n";
    expect(await references({ "help/errors.md": article(body) })).toMatchObject([
      { code: "CID2011", title: "A number", home: { address: "/help/errors/", headingId: "cid2011-a-number" } },
      {
        code: "CID7023",
        title: "Cannot connect",
        home: { address: "/help/errors/",
        headingId: "cannot-connect---reference-cid7023" },
      },
      { code: "CID10001", title: "Longest", home: { address: "/help/errors/", headingId: "cid10001-longest" } },
    ]);
  });

  test("stand, where no heading names their code, under the heading above the first contact link that carries it", async () => {
    const body = "## Account\n\n### Already linked\n\nWords. [Contact us](/contact?error=CID1111).\n\n## Later\n";
    expect(await references({ "a.md": article(body) })).toMatchObject([
      { code: "CID1111", title: "Already linked", home: { address: "/a/", headingId: "already-linked" } },
    ]);
    expect(await references({ "a.md": article("[Contact us](/contact?error=CID1111)\n") })).toMatchObject([
      { code: "CID1111", title: "Passwords", home: { address: "/a/", headingId: null } },
    ]);
  });

  test("stand once: a heading goes before a link, the first file before the others, the site's language before others", async () => {
    const found = await references({
      "a.md": article("## Somewhere\n\n[Contact us](/contact?error=CID7023)\n"),
      "b.md": article("## CID7023: Of b\n\n## CID7023: Of b again\n", { title: "B", position: "2" }),
      "c.md": article("## CID7023: Of c\n", { title: "C", position: "3" }),
      "aa.md": article("## CID7023: Cymraeg\n", { title: "D", position: "4", lang: "cy" }),
    });
    expect(found.map(({ title, home }) => `${title} ${home?.address}`)).toEqual(["Of b /b/"]);
  });

  test("stand on a published page where a draft names their code as well", async () => {
    const { site } = await siteFrom(
      {
        "a.md": article("## CID7023: Of a draft\n", { draft: "true" }),
        "b.md": article("## CID7023: Of a page\n", { title: "B", position: "2" }),
      },
      { drafts: true },
    );
    expect(site.errorReferences.map(({ title }) => title)).toEqual(["Of a page"]);
  });

  test("stand, where nothing else names their code, on the expander or under the heading of the words that do", async () => {
    const body = "::: expander You cannot connect (CID7023)\n\nWords.\n\n:::\n\n## Other codes\n\nYou may see CID7029.\n";
    expect(await references({ "a.md": article(body) })).toMatchObject([
      { code: "CID7023", title: "You cannot connect", home: { address: "/a/", headingId: "you-cannot-connect-cid7023" } },
      { code: "CID7029", title: "Other codes", home: { address: "/a/", headingId: "other-codes" } },
    ]);
  });

  test("are not made of links that stand in another code's section, or of half codes", async () => {
    const body =
      "## CID7023: Known\n\n[Contact us](/contact?error=CID7029)\n\n## XCID7024\n\n[x](/contact?error=CID70).\n";
    expect((await references({ "a.md": article(body) })).map(({ code }) => code)).toEqual(["CID7023"]);
  });

  test("in a heading that lists many codes have no words of their own, and the page's title, however many there are", async () => {
    const codes = Array.from({ length: 5_000 }, (_, index) => `CID${10_000 + index}`);
    const found = await references({ "a.md": article(`## Words ${codes.join(", ")}, x\n`) });
    expect(found).toHaveLength(5_000);
    expect(new Set(found.map(({ title }) => title))).toEqual(new Set(["Passwords"]));
  });

  test("follow the pattern of site.yml", async () => {
    const files = { "site.yml": "code_prefix: ERR\ncode_digits: 2\n", "a.md": article("## ERR12: Known\n\n## CID7023\n") };
    expect((await references(files)).map(({ code }) => code)).toEqual(["ERR12"]);
  });
});

describe("the places that name a code", () => {
  test("are headings, expanders, words and contact links, each with its section", async () => {
    const body =
      "## CID7023: Known\n\nSee CID7023 and **CID7029**.\n\n### More\n\n::: expander Seen CID7023?\n\nWords.\n\n:::\n\n[Contact us](/contact?error=CID7023)\n";
    expect(await mentions(body)).toEqual([
      "CID7023 heading 9:4 in CID7023: Known [CID7023 CID7029]",
      "CID7023 text 11:5 in CID7023: Known [CID7023 CID7029]",
      "CID7029 text 11:19 in CID7023: Known [CID7023 CID7029]",
      "CID7023 summary 15:19 in Seen CID7023? [CID7023]",
      "CID7023 link 21:29 in More [CID7023]",
    ]);
  });

  test("belong to the page where no heading stands above them, and are no part of the sections below", async () => {
    const body = "See CID7023.\n\n## First\n\n### CID2011\n\n## Second\n\n[Contact us](/contact?error=CID2011)\n";
    expect(await mentions(body)).toEqual([
      "CID7023 text 9:5 in Passwords [CID7023]",
      "CID2011 heading 13:5 in CID2011 [CID2011]",
      "CID2011 link 17:29 in Second []",
    ]);
  });

  test("are found in a page of nothing else", async () => {
    const lines = Array.from({ length: 3_000 }, (_, index) => `## CID${10_000 + index}\n\nCID${10_000 + index}\n`);
    expect(await mentions(lines.join("\n"))).toHaveLength(6_000);
  });
});

test.each([
  ["CID7023: You cannot sign in", "You cannot sign in"],
  ["You cannot sign in – Reference CID7023", "You cannot sign in"],
  ["You cannot sign in (CID7023)", "You cannot sign in"],
  ["(CID7023) You cannot sign in", "You cannot sign in"],
  ["References CID7023 and CID7024: You cannot sign in", "You cannot sign in"],
  ["You cannot sign in: reference CID7024, CID7023", "You cannot sign in"],
  ["Sign-in - CID7023", "Sign-in"],
  ["Ni allwch fewngofnodi - Cyfeirnod CID7023", "Ni allwch fewngofnodi"],
  ["Cyfeirnodau CID7023 a CID7024: Ni allwch fewngofnodi", "Ni allwch fewngofnodi"],
  ["Ni allwch fewngofnodi (cyfeirnod gwall CID7023)", "Ni allwch fewngofnodi"],
  ["Cyfeirnodi CID7023", "Cyfeirnodi CID7023"],
  ["Reference CID7023", "Passwords"],
  ["CID7023", "Passwords"],
  ["What CID7023 means", "What CID7023 means"],
  ["If you see CID7023", "If you see CID7023"],
])("the heading %j calls its reference %j", async (heading, title) => {
  expect(await titleOf(heading)).toBe(title);
});
